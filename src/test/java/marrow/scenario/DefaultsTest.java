package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Problems;
import marrow.scenario.text.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every default of the scenarios that come with Marrow says what stands behind it. The reader refuses a parameter or a fact without
 * evidence and source; here, that chances, ratios, rates and the numbers of laws are parameters, and that a clock or course with
 * days or shapes of its own says in its {@code about} where they are from.
 */
class DefaultsTest {
    /** Keys whose numbers are parameters wherever they stand in a clock or course. */
    private static final Set<String> PARAMETERS =
            Set.of("chance", "rate", "median", "mean", "sd", "sdlog", "scale", "cured", "reaches", "any", "grade-3");

    private static final Pattern NUMBER = Pattern.compile("[+-]?[.0-9].*");
    private static final Pattern NO_CHANCE = Pattern.compile("0 ?%|100 ?%");
    private static final Pattern COUNT = Pattern.compile("[0-9]+/[0-9]+");
    private static final Pattern SAID = Pattern.compile("\\b(registered|published|derived|assumption)\\b");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_default_says_what_stands_behind_it(Path path) {
        Problems problems = new Problems();
        Mapping file =
                (Mapping) YamlReader.read(path, path.toString(), problems).orElseThrow();
        List<String> silent = new ArrayList<>();
        for (String section : List.of("clocks", "courses")) {
            for (Entry thing : entries(file.get(section))) {
                numbers(thing.value(), "", silent, thing.name());
                boolean said = thing.value() instanceof Mapping mapping
                        && mapping.get("about")
                                .map(about ->
                                        SAID.matcher(((Scalar) about).text()).find())
                                .orElse(false);
                if (!said && hasDays(thing.value())) {
                    silent.add(thing.name() + " has days or a shape, and its about does not say where they are from");
                }
            }
        }
        assertEquals(List.of(), silent);
        assertTrue(problems.all().isEmpty());
    }

    private static List<Entry> entries(Optional<Node> section) {
        return section.isPresent() && section.get() instanceof Mapping mapping ? mapping.entries() : List.of();
    }

    /** Numbers that a parameter should hold. Of a toxicity table counts are parameters; of a course doses and days are the regimen. */
    private static void numbers(Node node, String key, List<String> silent, String thing) {
        if (node instanceof Scalar scalar) {
            boolean number = NUMBER.matcher(scalar.text()).matches()
                    && !(key.equals("chance")
                            && NO_CHANCE.matcher(scalar.text()).matches())
                    && !(Set.of("any", "grade-3").contains(key)
                            && COUNT.matcher(scalar.text()).matches());
            if (number && PARAMETERS.contains(key)) {
                silent.add(thing + ": " + key + " " + scalar.text());
            }
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> numbers(item, key, silent, thing));
        } else if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                boolean point = key.equals("reaches"); // its keys are times
                boolean factor =
                        entry.name().equals("by") && mapping.get("when").isPresent();
                numbers(entry.value(), factor ? "rate" : point ? key : entry.name(), silent, thing);
            }
        }
    }

    /** Whether a waiting law or a shape has numbers of its own, other than 0 d. */
    private static boolean hasDays(Node node) {
        return node instanceof Mapping mapping
                && mapping.entries().stream()
                        .anyMatch(entry -> Set.of("after", "length", "onset", "shape", "hold")
                                        .contains(entry.name())
                                ? hasNumber(entry.value())
                                : hasDays(entry.value()));
    }

    private static boolean hasNumber(Node node) {
        if (node instanceof Scalar scalar) {
            return NUMBER.matcher(scalar.text()).matches() && !scalar.text().equals("0 d");
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().anyMatch(DefaultsTest::hasNumber);
        }
        return ((Mapping) node).entries().stream().anyMatch(entry -> hasNumber(entry.value()));
    }
}
