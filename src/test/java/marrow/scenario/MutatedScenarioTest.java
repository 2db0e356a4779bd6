package marrow.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marrow.analysis.Data;
import marrow.analysis.Finding;
import marrow.design.Study;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.EndlessJourneyException;
import marrow.journey.life.Patient;
import marrow.scenario.text.Problem;
import marrow.scenario.trial.Trial;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.Endpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that were right, damaged at random: each is accepted, or refused with a position and words; none throws, none takes
 * long.
 */
class MutatedScenarioTest {
    private static final Path SCENARIOS = Path.of("scenarios");

    private static final int MOST_PATIENTS = 300;

    private static final Pattern NUMBER = Pattern.compile("(?<=[:,\\[{] ?)[0-9][^,:}\\]\n]*");

    @TempDir
    Path folder;

    private final List<Path> examples = new ArrayList<>();
    private final List<Path> scenarios = new ArrayList<>();
    private final List<Path> trials = new ArrayList<>();

    @BeforeEach
    void write_all_files_that_are_right() throws IOException {
        for (Map.Entry<String, String> fragment :
                DocumentedExamples.of("fragment").entrySet()) {
            String name = fragment.getKey() + ".yaml";
            Files.writeString(folder.resolve(name), fragment.getValue());
            examples.add(Files.writeString(
                    folder.resolve("round-" + name), DocumentedExamples.scenarioRound(name, fragment.getValue())));
        }
        trials.add(Path.of(SmallTrial.in(folder)));
        trials.add(Files.copy(Path.of("bench", "t3.yaml"), folder.resolve("t3.yaml")));
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path copy = folder.resolve("real").resolve(SCENARIOS.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                if (file.getParent().equals(SCENARIOS) && file.toString().endsWith(".yaml")) {
                    scenarios.add(copy);
                }
            }
        }
    }

    @Test
    void two_thousand_damaged_files_are_accepted_or_refused() throws IOException {
        damageAndRead(1400, examples, 1);
        damageAndRead(500, trials, 5);
        damageAndRead(100, scenarios, 2);
    }

    @Test
    @Tag("slow")
    void a_hundred_thousand_damaged_files_are_accepted_or_refused() throws IOException {
        damageAndRead(78_000, examples, 3);
        damageAndRead(20_000, trials, 6);
        damageAndRead(2_000, scenarios, 4);
    }

    @Test
    void every_number_may_be_a_word() throws IOException {
        for (Path root : examples) {
            replaceEachNumber(root, fragmentsOf(root).get(0));
        }
        for (Path root : trials) {
            replaceEachNumber(root, root);
        }
    }

    @Test
    @Tag("slow")
    void every_number_of_every_fragment_may_be_a_word() throws IOException {
        for (Path root : scenarios) {
            for (Path fragment : fragmentsOf(root)) {
                replaceEachNumber(root, fragment);
            }
        }
    }

    private static void replaceEachNumber(Path root, Path damaged) throws IOException {
        String right = Files.readString(damaged);
        Matcher number = NUMBER.matcher(right);
        while (number.find()) {
            String wrong = right.substring(0, number.start()) + "wrong" + right.substring(number.end());
            Files.writeString(damaged, wrong);
            read(root, damaged, wrong.getBytes(UTF_8));
        }
        Files.writeString(damaged, right);
    }

    /** Damages a scenario, or the fragment that it lists, and puts it right again afterwards. */
    private void damageAndRead(int times, List<Path> roots, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int accepted = 0;
        for (int i = 0; i < times; i++) {
            Path root = roots.get(random.nextInt(roots.size()));
            List<Path> files = new ArrayList<>(fragmentsOf(root));
            files.add(root);
            Path damaged = files.get(random.nextInt(files.size()));
            byte[] right = Files.readAllBytes(damaged);
            byte[] wrong = new Damage(random).to(right);
            Files.write(damaged, wrong);
            accepted += read(root, damaged, wrong) ? 1 : 0;
            Files.write(damaged, right);
        }
        assertTrue(accepted > times / 50, "only " + accepted + " were accepted: the damage is too heavy to test much");
    }

    private List<Path> fragmentsOf(Path root) throws IOException {
        if (trials.contains(root)) {
            return List.of();
        }
        if (!scenarios.contains(root)) {
            return List.of(folder.resolve(root.getFileName().toString().replace("round-", "")));
        }
        return Files.readAllLines(root).stream()
                .filter(line -> line.startsWith("journey:"))
                .flatMap(line ->
                        Stream.of(line.replaceAll("journey:|[\\[\\]]", "").split(",", -1)))
                .map(path -> root.resolveSibling(path.strip()))
                .filter(Files::isRegularFile)
                .toList();
    }

    private static boolean read(Path root, Path damaged, byte[] wrong) {
        Reading reading;
        try {
            reading = Promptly.get(() -> ScenarioReader.read(root, Map.of()));
            reading.scenario().ifPresent(MutatedScenarioTest::live);
        } catch (RuntimeException | Error thrown) {
            return fail(root + " with this " + damaged.getFileName() + "\n" + new String(wrong, UTF_8), thrown);
        }
        assertEquals(reading.problems().hasErrors(), reading.scenario().isEmpty());
        for (Problem problem : reading.problems().all()) {
            String said = problem.toString();
            assertTrue(problem.at().line() >= 1 && problem.at().column() >= 1, said);
            assertFalse(problem.what().isBlank() || said.contains("Exception") || said.contains("marrow."), said);
        }
        return reading.scenario().isPresent();
    }

    /** What was accepted can be lived; a journey that never moves on may be stopped. */
    private static void live(Scenario scenario) {
        Patient patient = Patient.of(CompiledJourney.of(scenario.journey(), scenario.entry()), scenario.seed());
        try {
            patient.live(0, 0, Math.min(scenario.horizonDays(), 36_525));
        } catch (EndlessJourneyException stopped) {
            assertTrue(stopped.getMessage().startsWith("patient 0 of replicate 0 "), stopped.getMessage());
            return;
        }
        scenario.trial()
                .map(Trial::study)
                .filter(study -> study.plan().patients() <= MOST_PATIENTS && scenario.horizonDays() <= 36_525)
                .ifPresent(MutatedScenarioTest::runOnce);
    }

    /** The trial that was accepted can be run and analysed. */
    private static void runOnce(Study study) {
        List<Endpoint> needed = Stream.concat(
                        study.endpoints().stream(),
                        study.analyses().stream().flatMap(analysis -> analysis.needs().stream()))
                .distinct()
                .toList();
        Cohort cohort = Cohort.of(study.plan(), needed);
        Data data = Data.of(cohort, needed);
        try {
            cohort.enrol(0);
        } catch (EndlessJourneyException stopped) {
            return;
        }
        data.cutOn(Calendar.of(cohort, study.plan().followUp()).cutDay());
        study.analyses().forEach(analysis -> analysis.desk(data).analyse(new Finding()));
    }
}
