package marrow;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The house rules that a compiler does not know: which package may use which, who may print, read YAML or see
 * a clock, and which arithmetic may reach a result.
 */
@AnalyzeClasses(packages = "marrow", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    /** Each package with those it stands on. What they stand on, it may use too. */
    private static final Map<String, Set<String>> STANDS_ON = Map.ofEntries(
            Map.entry("check", Set.of()),
            Map.entry("random", Set.of()),
            Map.entry("dist", Set.of("check")),
            Map.entry("stats", Set.of("check")),
            Map.entry("journey", Set.of("dist")),
            Map.entry("journey.life", Set.of("journey", "random")),
            Map.entry("trial.endpoint", Set.of("journey.life")),
            Map.entry("trial", Set.of("trial.endpoint", "stats")),
            Map.entry("trial.cohort", Set.of("trial")),
            Map.entry("analysis", Set.of("trial.cohort")),
            Map.entry("look", Set.of("analysis")),
            Map.entry("design.truth", Set.of("analysis", "montecarlo")),
            Map.entry("design", Set.of("look", "design.truth")),
            Map.entry("design.metric", Set.of("design")),
            Map.entry("design.size", Set.of("design.metric")),
            Map.entry("design.sketch", Set.of("design.metric")),
            Map.entry("montecarlo", Set.of("stats")),
            Map.entry("scenario.text", Set.of()),
            Map.entry("scenario.value", Set.of("scenario.text", "journey", "stats")),
            Map.entry("scenario.law", Set.of("scenario.value")),
            Map.entry("scenario.patient", Set.of("scenario.law")),
            Map.entry("scenario.clock", Set.of("scenario.patient")),
            Map.entry("scenario.warning", Set.of("scenario.text", "design")),
            Map.entry("scenario.journey", Set.of("scenario.clock", "scenario.warning")),
            Map.entry("scenario.trial", Set.of("scenario.patient", "design.metric")),
            Map.entry("scenario.look", Set.of("scenario.trial")),
            Map.entry("scenario", Set.of("scenario.journey", "scenario.look")),
            Map.entry("scenario.schema", Set.of("scenario")),
            Map.entry("run", Set.of("scenario", "design.sketch")),
            Map.entry("compare", Set.of("run")),
            Map.entry("sweep", Set.of("run")),
            Map.entry("report.form", Set.of()),
            Map.entry("report.journey", Set.of("report.form", "scenario")),
            Map.entry("report.run", Set.of("report.form", "compare")),
            Map.entry("report.compare", Set.of("report.journey", "compare")),
            Map.entry("report.sweep", Set.of("report.run", "sweep")),
            Map.entry("report.size", Set.of("report.run", "design.size")),
            Map.entry("report.page", Set.of("report.form")),
            Map.entry("report.story", Set.of("report.page", "report.journey", "report.size", "sweep")),
            Map.entry("export", Set.of("report.form", "run")),
            Map.entry("cli.terminal", Set.of("run")),
            Map.entry("cli.option", Set.of("cli.terminal", "report.journey")),
            Map.entry(
                    "cli.folder",
                    Set.of("cli.terminal", "report.journey", "report.page", "report.sweep", "design.size")),
            Map.entry(
                    "cli",
                    Set.of(
                            "cli.option",
                            "cli.folder",
                            "report.story",
                            "report.compare",
                            "report.sweep",
                            "export",
                            "scenario.schema")));

    @ArchTest
    static void arrows_point_down(JavaClasses marrow) {
        for (String user : STANDS_ON.keySet()) {
            String[] forbidden = STANDS_ON.keySet().stream()
                    .filter(used -> !used.equals(user) && !mayUse(user, used))
                    .map(ArchitectureTest::inPackage)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(inPackage(user))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .because("`" + user + "` stands on " + STANDS_ON.get(user))
                    .check(marrow);
        }
    }

    @ArchTest
    static final ArchRule every_class_has_a_place = classes()
            .that()
            .doNotHaveSimpleName("package-info")
            .should()
            .resideInAnyPackage(
                    STANDS_ON.keySet().stream().map(ArchitectureTest::inPackage).toArray(String[]::new));

    @ArchTest
    static final ArchRule no_cycles = slices().matching("marrow.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule report_and_cli_alone_print = noClasses()
            .that()
            .resideOutsideOfPackages("marrow.report..", "marrow.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    /** What a scenario was made of is known where it is read alone; the others have what it says. */
    @ArchTest
    static final ArchRule decoders_stay_with_the_scenario = noClasses()
            .that()
            .resideOutsideOfPackage("marrow.scenario..")
            .should()
            .dependOnClassesThat(resideInAPackage("marrow.scenario..")
                    .and(nameMatching(".*\\.(\\w+Decoder|Node|Fields|Values)(\\$.*)?"))
                    .as("are decoders or what they read"));

    @ArchTest
    static final ArchRule one_package_reads_yaml = noClasses()
            .that()
            .resideOutsideOfPackage("marrow.scenario.text")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..", "org.snakeyaml..");

    @ArchTest
    static final ArchRule cli_alone_knows_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("marrow.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    /** Their last bit differs between CPUs and JDKs; `StrictMath` does not. `Math.sqrt` and the like are exact. */
    @ArchTest
    static final ArchRule arithmetic_is_the_same_everywhere = noClasses()
            .should()
            .accessTargetWhere(method(
                    Math.class,
                    "log|log10|log1p|exp|expm1|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot"));

    @ArchTest
    static final ArchRule random_numbers_come_from_their_address = noClasses()
            .should()
            .accessTargetWhere(method(Math.class, "random"))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SplittableRandom.class)
            .because("ThreadLocalRandom and SecureRandom are kinds of Random");

    /** The other samplers of Commons put `Math` results into their numbers. Their interfaces do no arithmetic. */
    @ArchTest
    static final ArchRule ziggurat_alone_samples = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.commons.rng.sampling.distribution")
                    .and(not(INTERFACES))
                    .and(not(nameMatching(".*\\.ZigguratSampler.*")))
                    .as("are samplers other than the ziggurat"));

    @ArchTest
    static final ArchRule cli_alone_sees_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("marrow.cli..")
            .should()
            .accessTargetWhere(method(System.class, "currentTimeMillis|nanoTime"))
            .orShould()
            .accessTargetWhere(targetOwner(resideInAPackage("java.time"))
                    .and(target(nameMatching("now|system.*")))
                    .as("java.time tells what time it is"));

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveSimpleNameContaining("Util")
            .orShould()
            .haveSimpleNameContaining("Helper")
            .orShould()
            .haveSimpleNameContaining("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    private static boolean mayUse(String user, String used) {
        return STANDS_ON.get(user).stream().anyMatch(below -> below.equals(used) || mayUse(below, used));
    }

    /** With the packages inside it, unless they have places of their own. */
    private static String inPackage(String name) {
        boolean divided = STANDS_ON.keySet().stream().anyMatch(other -> other.startsWith(name + "."));
        return "marrow." + name + (divided ? "" : "..");
    }

    private static DescribedPredicate<JavaAccess<?>> method(Class<?> owner, String names) {
        return targetOwner(equivalentTo(owner))
                .and(target(nameMatching(names)))
                .as("%s.{%s} is the target", owner.getSimpleName(), names);
    }
}
