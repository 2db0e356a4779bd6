package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A truth under which all arms are alike, and one whose rejections are errors of the test that it names and power of the other. */
class NullOfSomeTest {
    private static final String STUDY = """
            scenario: two-questions
            title: an arm against a value, and against the other arm
            tracks: {vital: [alive, dead], care: [usual, new]}
            clocks:
              death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 50 %, by: 1 y},
                times: [{when: {care: new}, by: 0.4}], then: {vital: dead}}
            arms: {usual: {care: usual}, new: {care: new}}
            trial: {patients: 100, accrual: {over: 12 mo}, allocation: {blocks: 1}, follow-up: {last-patient: 1 y}}
            endpoints: {OS: {event: death, at: 1 y}}
            analyses:
              against-50: {exact-binomial: {endpoint: OS, arm: usual, at: 1 y, null: 50 %, alpha: 0.05}}
              between: {log-rank: {endpoint: OS, alpha: 0.05, alternative: two-sided}}
            truths:
              null: {role: null, for: against-50}
              usual-for-all: {role: null, alike: usual}
              new-for-all: {role: null, for: between, alike: new}
            run: {seed: 5, horizon: 3 y, replicates: 4000, cohort: 4096}
            """;

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write_the_study() throws IOException {
        file = Files.writeString(folder.resolve("two.yaml"), STUDY).toString();
    }

    private JsonNode truths() {
        return JsonMapper.shared()
                .readTree(Ran.marrow("run", file, "--format", "json").out())
                .get("truths");
    }

    @Test
    void a_null_of_one_test_is_power_of_the_other() {
        JsonNode truth = truths().get("null");
        assertEquals("[\"against-50\"]", truth.get("null_of").toString());
        assertTrue(truth.at("/analyses/against-50/type_1_error/value").asDouble() < 0.05);
        assertTrue(truth.at("/analyses/between/type_1_error").isMissingNode());
        assertTrue(truth.at("/analyses/between/power/value").asDouble() > 0.5);
    }

    /** False alarm: one in a thousand, by the normal law of a share of 4,000 trials. */
    @Test
    void the_log_rank_test_keeps_its_level_where_arms_are_alike() {
        JsonNode truths = truths();
        for (String alike : new String[] {"usual-for-all", "new-for-all"}) {
            double level = truths.at("/" + alike + "/analyses/between/type_1_error/value")
                    .asDouble();
            assertEquals(0.05, level, 3.3 * Math.sqrt(0.05 * 0.95 / 4000), alike);
        }
        assertTrue(truths.at("/new-for-all/analyses/against-50/power/value").asDouble() > 0.9);
        assertEquals("usual", truths.at("/usual-for-all/alike").asString());
    }

    @Test
    void alike_arms_have_the_same_true_values() {
        JsonNode endpoints = truths().at("/new-for-all/endpoints/OS");
        assertEquals(
                endpoints.at("/true_survival_1y_usual/value").asDouble(),
                endpoints.at("/true_survival_1y_new/value").asDouble());
    }

    @Test
    void the_table_says_whose_null_it_is() {
        String table = Ran.marrow("run", file, "--replicates", "100").out();
        assertTrue(table.contains("Truth null (null of against-50). 100 trials."), table);
        assertTrue(table.contains("rejects, %"), table);
        assertTrue(table.contains("Truth usual-for-all (null); all arms as usual. 100 trials."), table);
        assertTrue(table.contains("Truth new-for-all (null of between); all arms as new. 100 trials."), table);
    }
}
