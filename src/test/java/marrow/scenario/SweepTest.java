package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p=1,2, 3 |1;2;3",
                "p=80 %,26/33|80 %;26/33",
                "p=20..60:20|20;40;60",
                "p=20..59:20|20;40",
                "p=0.1..0.3:0.1|0.1;0.2;0.3",
                "p=-1..1:1|-1;0;1",
                "p=70..72.5:1.25 %|70 %;71.25 %;72.5 %",
                "p=70 %..72%:1 %|70 %;71 %;72 %",
                "p=0.3..0.5:0.1 per mo|0.3 per mo;0.4 per mo;0.5 per mo",
                "p=0..6:3 % per y|0 % per y;3 % per y;6 % per y",
                "p=1d..3d:1d,10 d|1 d;2 d;3 d;10 d",
                "truth=expected, null|expected;null",
            })
    void values_and_ranges(String written, String values) {
        assertEquals(List.of(values.split(";")), Axis.of(written).values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p|what varies is NAME=V1,V2,... or NAME=FROM..TO:STEP, not 'p'",
                "p=|'' is no value of p",
                "p=1,,2|'' is no value of p",
                "p=1..2|'1..2' is no value of p",
                "p=1..2:0|does not go from low to high by a step above 0",
                "p=3..2:1|does not go from low to high by a step above 0",
                "p=1 %..2 d:1|has two units",
                "p=0..1:0.000001|has more than 100000 values",
                "p=1 %,1%|a value of p is given twice",
                "p=0.4,40%|a value of p is given twice: 0.4 is 40%",
                "p=1 y,12 mo|a value of p is given twice: 1 y is 12 mo",
            })
    void what_is_no_axis(String written, String message) {
        String said = assertThrows(IllegalArgumentException.class, () -> Axis.of(written))
                .getMessage();
        assertTrue(said.contains(message), said);
    }

    @Test
    void the_last_axis_is_the_fastest() {
        List<Axis> axes = List.of(Axis.of("a=1,2"), Axis.of("b=3,4,5"));
        Sweep crossed = Sweep.of(axes, false, Map.of("b", "4"));
        assertEquals(6, crossed.size());
        assertEquals(Map.of("a", "1", "b", "5"), crossed.values(2));
        assertEquals(Map.of("a", "2", "b", "3"), crossed.values(3));
        assertEquals(1, crossed.reference());
        Sweep zipped = Sweep.of(List.of(Axis.of("a=1,2"), Axis.of("b=3,4 %")), true, Map.of("b", "4%"));
        assertEquals(2, zipped.size());
        assertEquals(Map.of("a", "2", "b", "4 %"), zipped.values(1));
        assertEquals(1, zipped.reference());
    }

    @Test
    void what_is_no_sweep() {
        List<Axis> two = List.of(Axis.of("alpha=1,2"), Axis.of("beta=3,4,5"));
        refused(() -> Sweep.of(two, true, Map.of()), "alpha has 2 and beta has 3");
        refused(() -> Sweep.of(two, false, Map.of("alhpa", "1")), "which does not vary; did you mean alpha?");
        refused(() -> Sweep.of(two, false, Map.of("alpha", "3")), "alpha = 3, and its values are 1 and 2");
        refused(() -> Sweep.of(List.of(), false, Map.of()), "at least one thing");
        refused(() -> Sweep.of(List.of(two.get(0), two.get(0)), false, Map.of()), "each thing once");
        refused(
                () -> Sweep.of(List.of(Axis.of("a=1..2000:1"), Axis.of("b=1..2000:1")), false, Map.of()),
                "at most 1000000 points, and this one 4000000");
        refused(
                () -> Sweep.of(List.of(Axis.of("a=1,2"), Axis.of("b=3,4")), true, Map.of("a", "1", "b", "4")),
                "no point has all values of the reference");
    }

    private static void refused(Executable sweep, String message) {
        String said = assertThrows(IllegalArgumentException.class, sweep).getMessage();
        assertTrue(said.contains(message), said);
    }

    private Reading read(String sweep) throws IOException {
        Path file = folder.resolve("sweep.yaml");
        Files.writeString(file, SmallTrial.YAML + sweep);
        return ScenarioReader.read(file, Map.of());
    }

    @Test
    void a_scenario_can_hold_one_and_its_resolved_file_the_same() throws IOException {
        Reading reading = read(
                "sweep: {vary: {trial.patients: 20..30:5, hr: [0.5, 0.7]}, combine: cross, reference: {hr: 0.7}}\n");
        Sweep sweep = reading.scenario().orElseThrow().sweep().orElseThrow();
        assertEquals(6, sweep.size());
        assertEquals(Map.of("trial.patients", "20", "hr", "0.7"), sweep.values(sweep.reference()));
        ScenarioFiles files = ScenarioFiles.of(folder.resolve("sweep.yaml"));
        String resolved = ScenarioReader.resolved(files, Map.of(), sweep);
        assertTrue(resolved.contains("""
                        sweep:
                          vary: {trial.patients: [20, 25, 30], hr: [0.5, 0.7]}
                          combine: cross
                          reference: {trial.patients: 20, hr: 0.7}
                        """), resolved);
        Path again = Files.writeString(folder.resolve("again.yaml"), resolved);
        Sweep same = ScenarioReader.read(again, Map.of())
                .scenario()
                .orElseThrow()
                .sweep()
                .orElseThrow();
        assertEquals(resolved, ScenarioReader.resolved(ScenarioFiles.of(again), Map.of(), same));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{vary: {hr: 3..2:1}}|39:16: the range '3..2:1' of hr does not go from low to high by a step above 0",
                "{vry: {hr: 1}}|unknown key 'vry' in a sweep; did you mean vary?",
                "{vary: 3}|what varies is a mapping such as {trial.patients: 20..60:5, p1: [80 %, 85 %]}, and this is '3'",
                "{vary: {hr: [[1]]}}|a value is needed here, and this is a list",
                "{vary: {hr: 1}, combine: both}|values are combined by cross or zip, not by 'both'",
                "{vary: {hr: 1}, reference: 4}|the reference is a mapping such as {trial.patients: 31}, and this is '4'",
                "{vary: {hr: 1}, reference: {hr: 2}}|the reference has hr = 2, and its values are 1",
            })
    void mistakes_in_a_scenario_have_their_place(String sweep, String message) throws IOException {
        Reading reading = read("sweep: " + sweep + "\n");
        assertTrue(reading.scenario().isEmpty());
        assertTrue(
                reading.problems().all().toString().contains(message),
                reading.problems().all().toString());
    }

    @Test
    void validate_reads_every_value() throws IOException {
        Path file = folder.resolve("sweep.yaml");
        Files.writeString(file, SmallTrial.YAML + """
                sweep:
                  vary:
                    hr: [0.5, x]
                    hrr: 3
                    trial.patients: [5, 0]
                    truth: nul
                    relapse-1y: 70 %
                    run.seed: [1, 2]
                """);
        assertEquals(
                """
                sweep.yaml:41:5: the value of a parameter is needed here, such as 14 %, 26/33, 90 d or 0.08 per y, and this is 'x'
                sweep.yaml:42:5: there is no parameter 'hrr'; did you mean hr?
                sweep.yaml:43:5: a whole number from 1 on is needed here, not 0
                sweep.yaml:44:5: there is no truth 'nul': there are expected and null; did you mean null?
                sweep.yaml:45:5: warning: relapse-1y = 70 % lies outside its plausible range, 20 % to 60 %
                sweep.yaml:46:5: all points of a sweep have the same patients: the seed does not vary""",
                ScenarioCheck.of(file, Map.of()).problems().all().stream()
                        .map(problem -> problem.toString().replace(folder + "/", ""))
                        .collect(Collectors.joining("\n")));
    }

    /** Files may change while a sweep goes on. */
    @Test
    void files_are_read_once() throws IOException {
        Path file = Path.of(SmallTrial.in(folder));
        ScenarioFiles files = ScenarioFiles.of(file);
        Scenario first =
                ScenarioReader.read(files, Map.of("hr", "0.7")).scenario().orElseThrow();
        Files.delete(file);
        Scenario second =
                ScenarioReader.read(files, Map.of("hr", "0.7")).scenario().orElseThrow();
        assertEquals(first.journey(), second.journey());
    }
}
