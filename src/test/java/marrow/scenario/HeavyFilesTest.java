package marrow.scenario;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import marrow.scenario.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of allowed size that ask for much work are read or refused in seconds. */
class HeavyFilesTest {
    private static final String HEAD = "scenario: heavy\nrun: {seed: 1, horizon: 1 y}\n";

    @TempDir
    Path folder;

    @Test
    void a_long_chain_of_facts() throws IOException {
        Reading reading = read("population:\n  f0: {value: 1, evidence: assumption, source: test}\n"
                + lines(499, i -> "  f" + (i + 1) + ": {of: f" + i + ", evidence: assumption, source: test}"));
        assertEquals(500, reading.scenario().orElseThrow().journey().facts().size());
        Problem backwards = read("population:\n"
                        + lines(499, i -> "  f" + i + ": {of: f" + (i + 1) + ", evidence: assumption, source: test}")
                        + "\n  f499: {value: 1, evidence: assumption, source: test}\n")
                .problems()
                .all()
                .get(0);
        assertEquals(
                folder.resolve("heavy.yaml")
                        + ":53:13: more than 50 facts need each other in a row: declare them in order",
                backwards.toString());
    }

    @Test
    void too_many_things_states_steps_and_competitors() throws IOException {
        assertRefused(
                "clocks:\n" + lines(600, i -> "  c" + i + ": {after: 1 d}"),
                "504:3: a file has at most 500 of its 'clocks'");
        assertRefused("tracks:\n  t: [" + listed(5000, "s") + "]\n", "4:3: a track has at most 100 states, not 5000");
        assertRefused(
                "courses:\n  c:\n    drug: b\n    starts: {after: 1 d}\n    doses: ["
                        + IntStream.rangeClosed(1, 900)
                                .mapToObj(i -> "{days: " + i + ", ug: 1}")
                                .collect(joining(", ")) + "]\n",
                "7:12: a course has at most 60 steps of dose, not 900");
        assertRefused(
                "clocks:\n  c: {hazard: {exponential: {}, reaches: 1 %, by: 1 y, beside: [" + listed(900, "c")
                        + "]}}\n",
                "4:64: a clock competes with at most 20 others, not 900");
    }

    @Test
    void many_mistakes_and_long_words() throws IOException {
        Reading unknown = read("clocks:\n  c:\n    after: 1 d\n" + lines(20_000, i -> "    key" + i + ": 1"));
        assertEquals(20_000, unknown.problems().all().size());
        assertRefused(
                "clocks:\n  c: {after: \"1" + " ".repeat(500_000) + "d d\"}\n",
                "4:14: a time is needed here, such as 14 d, and this is '1 d d'");
        Reading deep = read("clocks: " + "{a: ".repeat(98) + "1" + "}".repeat(98) + "\n");
        assertTrue(deep.problems().hasErrors());
    }

    private void assertRefused(String rest, String expected) throws IOException {
        Problem first = read(rest).problems().all().get(0);
        assertEquals(folder.resolve("heavy.yaml") + ":" + expected, first.toString());
    }

    private Reading read(String rest) throws IOException {
        Path file = Files.writeString(folder.resolve("heavy.yaml"), HEAD + rest);
        return Promptly.get(() -> ScenarioReader.read(file, Map.of()));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(joining("\n"));
    }

    private static String listed(int count, String name) {
        return IntStream.range(0, count).mapToObj(i -> name + i).collect(joining(", "));
    }
}
