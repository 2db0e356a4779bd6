package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marrow.JsonSchema;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.design.metric.StudyReplicates;
import marrow.design.truth.Tilting;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Progress;
import marrow.montecarlo.Simulation;
import marrow.scenario.trial.Trial;
import marrow.scenario.trial.Truth;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page of the trial language runs: each entry that its tables show is put into the scenario of the page. */
final class DocumentedTrialsTest {
    private static final Path PAGE = Path.of("docs", "trials.md");
    private static final Path LOOKS = Path.of("docs", "looks.md");
    private static final Path SCENARIO = Path.of("docs", "maintenance-trial.yaml");
    private static final Path SCHEMA = Path.of("docs", "scenario.schema.json");
    private static final Pattern BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    /** A table whose first column is headed by the section to which its entries belong. */
    private static final Pattern TABLE = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*\\n\\|[-|]+\\|\\n((?:\\|.*\\n)+)");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\S+): (.+?)` \\|");

    private static final int TRIALS = 20;
    private static final int PATIENTS = 4096;

    @TempDir
    Path folder;

    /** An entry of a section, on one line. */
    private record Shown(String section, String name, String value) {
        /** The scenario with this entry in place of that of the same name, or beside the others. */
        String into(String scenario) {
            int from = scenario.indexOf("\n" + section + ":") + 1;
            assertTrue(from > 0, "the scenario has no section " + section);
            String line = "  " + name + ": " + value + "\n";
            Matcher old = Pattern.compile("(?m)^  " + Pattern.quote(name) + ": .*\\n|^\\n|\\z")
                    .matcher(scenario)
                    .region(from, scenario.length());
            assertTrue(old.find());
            return scenario.substring(0, old.start())
                    + line
                    + (old.group().isBlank() ? old.group() : "")
                    + scenario.substring(old.end());
        }
    }

    private static List<Shown> shown() throws IOException {
        List<Shown> all = shown(PAGE);
        assertTrue(all.size() >= 45, "the page shows " + all.size() + " entries");
        return all;
    }

    private static List<Shown> shown(Path page) throws IOException {
        List<Shown> all = new ArrayList<>();
        Matcher table = TABLE.matcher(Files.readString(page));
        while (table.find()) {
            Matcher row = ROW.matcher(table.group(2));
            while (row.find()) {
                all.add(new Shown(table.group(1), row.group(1), row.group(2)));
            }
        }
        return all;
    }

    @Test
    void the_blocks_of_the_pages_are_those_of_their_scenario() throws IOException {
        for (Path page : List.of(PAGE, LOOKS)) {
            Matcher block = BLOCK.matcher(Files.readString(page));
            assertTrue(block.find());
            do {
                String text = block.group(1);
                assertTrue(Files.readString(SCENARIO).contains(text), text);
            } while (block.find());
        }
    }

    /** Each look alone, in a trial that asks what the page of looks asks. */
    @TestFactory
    Stream<DynamicTest> what_the_page_of_looks_shows_runs() throws IOException {
        String asked = Files.readString(SCENARIO);
        List<Shown> looks = new ArrayList<>();
        for (Shown shown : shown(LOOKS)) {
            if (shown.section().equals("looks")) {
                looks.add(shown);
            } else {
                asked = shown.into(asked);
            }
        }
        assertTrue(looks.size() >= 10, "the page shows " + looks.size() + " looks");
        String base = asked;
        return looks.stream()
                .map(shown -> DynamicTest.dynamicTest("looks: " + shown.name(), () -> runs(shown.into(base), false)));
    }

    /** What is asked and under which truths, all at once; how the trial is made, one entry after the other. */
    @TestFactory
    Stream<DynamicTest> what_is_shown_runs() throws IOException {
        String asked = Files.readString(SCENARIO);
        List<Shown> ofTheTrial = new ArrayList<>();
        for (Shown shown : shown()) {
            switch (shown.section()) {
                case "endpoints", "analyses", "truths" -> asked = shown.into(asked);
                case "run" -> {} // together, below
                default -> ofTheTrial.add(shown);
            }
        }
        String base = asked;
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("endpoints, analyses, truths", () -> runs(base, true)));
        for (Shown shown : ofTheTrial) {
            tests.add(DynamicTest.dynamicTest(
                    shown.section() + ": " + shown.name() + ": " + shown.value(),
                    () -> runs(shown.into(scenarioFor(shown)), false)));
        }
        return tests.stream();
    }

    /** The scenario; nobody is randomised to an arm with a population of its own. */
    private static String scenarioFor(Shown shown) throws IOException {
        String scenario = Files.readString(SCENARIO);
        String blocks = "allocation: {blocks: 2, by: mrd}";
        assertTrue(scenario.contains(blocks));
        return shown.value().contains("population") ? scenario.replace(blocks, "allocation: by-chance") : scenario;
    }

    @Test
    void the_entries_of_run_are_read() throws IOException {
        String all = String.join(
                ", ",
                shown().stream()
                        .filter(shown -> shown.section().equals("run"))
                        .map(shown -> shown.name() + ": " + shown.value())
                        .toList());
        String scenario = Files.readString(SCENARIO).replaceAll("(?m)^run: .*$", "run: {" + all + "}");
        Trial trial = trial(scenario);
        assertEquals(2000, trial.replicates());
        assertEquals(100_000, trial.cohort());
    }

    private Trial trial(String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve("shown.yaml"), scenario);
        Reading reading = ScenarioReader.read(file, Map.of());
        assertEquals(List.of(), reading.problems().all(), scenario);
        assertEquals(List.of(), JsonSchema.in(SCHEMA).againstYaml(scenario), "what is shown passes the schema");
        return reading.scenario().orElseThrow().trial().orElseThrow();
    }

    private void runs(String scenario, boolean truths) throws IOException {
        Trial trial = trial(scenario);
        TrueValues values = TrueValues.of(trial.study().plan(), trial.study().variables(), PATIENTS, 2);
        StudyReplicates trials =
                StudyReplicates.of(trial.study(), trial.truths().get(0).role(), values);
        Results results =
                trials.results(Simulation.of(trials, TRIALS, 2, Progress.SILENT).run());
        results.analyses().forEach((name, metrics) -> metrics.forEach(metric -> assertFinite(name, metric)));
        results.endpoints().forEach((name, metrics) -> metrics.stream()
                .filter(metric -> metric.name().endsWith("_blinatumomab"))
                .forEach(metric -> assertFinite(name, metric)));
        if (truths) {
            trial.truths().forEach(truth -> truth.tilts().forEach(tilt -> assertReached(trial, tilt)));
        }
    }

    private static void assertFinite(String name, Metric metric) {
        assertTrue(Double.isFinite(metric.estimate().value()), name + " " + metric.name());
    }

    private static void assertReached(Trial trial, Truth.Tilt tilt) {
        Tilting.Tilted tilted = Tilting.of(
                trial.study().plan(), tilt.clocks(), tilt.endpoint(), tilt.estimand(), tilt.target(), PATIENTS, 2);
        assertEquals(tilt.target(), tilted.reached(), 1e-3, tilt.written());
    }
}
