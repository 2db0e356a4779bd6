package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mean of estimates says of how many trials it is not: in an arm without an event Cox's model has no estimate. */
class WithoutEstimateTest {
    private static final String STUDY = """
            scenario: rare
            title: one arm has hardly an event
            tracks: {vital: [alive, dead], care: [usual, new]}
            clocks:
              death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 40 %, by: 1 y},
                times: [{when: {care: new}, by: 0.05}], then: {vital: dead}}
            arms: {usual: {care: usual}, new: {care: new}}
            trial: {patients: 40, accrual: {over: 12 mo}, allocation: {blocks: 1}, follow-up: {last-patient: 1 y}}
            endpoints: {OS: {event: death, at: 1 y}}
            analyses:
              cox: {cox: {endpoint: OS, alpha: 0.025}}
              at-a-year: {milestone: {endpoint: OS, at: 1 y, interval: plain, alpha: 0.025}}
            truths: {expected: {role: alternative}}
            run: {seed: 5, horizon: 4 y, replicates: 200, cohort: 4096}
            """;

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write_the_study() throws IOException {
        file = Files.writeString(folder.resolve("rare.yaml"), STUDY).toString();
    }

    @Test
    void their_share_is_a_metric_and_that_of_the_trials_whose_row_has_none() {
        JsonNode analyses = JsonMapper.shared()
                .readTree(Ran.marrow("run", file, "--format", "json").out())
                .at("/truths/expected/analyses");
        long none = Csv.rows(Ran.marrow("export", file, "--format", "csv").out()).stream()
                .filter(row -> row.get("analysis").equals("cox"))
                .filter(row -> row.get("estimate").isEmpty())
                .count();
        assertTrue(none > 50 && none < 150, () -> none + " of 200 trials");
        assertEquals(none / 200.0, analyses.at("/cox/without_estimate/value").asDouble());
        assertEquals(0, analyses.at("/at-a-year/without_estimate/value").asDouble());
    }

    @Test
    void the_table_says_it_of_the_analysis_that_has_such_trials() {
        String table = Ran.marrow("run", file).out();
        assertTrue(table.contains("Estimate, bias and cover leave out trials without an estimate: cox in"), table);
        assertFalse(table.contains("at-a-year in"), table);
    }
}
