package marrow.look;

import static marrow.look.WrittenTrials.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The best of data for a comparison, nobody with an event, has no variance; a look at it stops no trial for futility. */
class UntestedLooksTest {
    private static final int TRIALS = 64;
    private static final String TRIAL = """
            scenario: untested
            tracks: {vital: [alive, dead], care: [usual, new], sex: {draw: {female: 50 %, male: rest}}}
            clocks:
              death: {while: {vital: alive}, hazard: {exponential: {rate: RATE per y}}, then: {vital: dead}}
              remission: {after: 14 d, chance: 0 %}
            arms: {usual: {care: usual}, new: {care: new}}
            trial: {patients: 40, accrual: {rate: {0 mo: 4 per mo}, arrivals: regular}, allocation: {blocks: 1}, follow-up: {last-patient: 1 y}}
            endpoints: {OS: {event: death, at: 6 mo}, CR: {reached: remission, by: 28 d}, relapse: {event: remission, competing: death}}
            analyses: {asked: ANALYSIS}
            looks:
              early: {group-sequential: {analysis: asked, when: WHEN, information: {INFORMATION}, futility: FUTILITY}}
            run: {seed: 7, horizon: 4 y}
            """;

    @TempDir
    Path folder;

    private Results run(String analysis, String when, String rate, String futility) throws IOException {
        return run(analysis, "patients: 40", "{day: " + when + "}", rate, futility);
    }

    private Results run(String analysis, String information, String when, String rate, String futility)
            throws IOException {
        return WrittenTrials.results(
                folder,
                TRIAL.replace("ANALYSIS", analysis)
                        .replace("INFORMATION", information)
                        .replace("WHEN", when)
                        .replace("RATE", rate)
                        .replace("FUTILITY", futility),
                TRIALS);
    }

    private static void assertGoesOn(Results results) {
        assertEquals(0, value(results.stopping(), "p_stop_futility"));
        assertEquals(0, value(results.stopping(), "p_stop_efficacy"));
        List<Metric> look = results.looks().get("early").get(0);
        assertEquals(1, value(look, "p_look"), "the look is taken");
        List<Metric> end = results.looks().get("early").get(1);
        assertEquals(1, value(end, "p_stop_futility"), "and at the end nothing is shown");
        assertEquals(0, value(results.analyses().get("asked"), "power"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{milestone: {endpoint: OS, at: 6 mo, alpha: 0.025}}",
                "{restricted-mean: {endpoint: OS, at: 6 mo, alpha: 0.025}}",
                "{log-rank: {endpoint: OS, alpha: 0.025}}",
                "{max-combo: {endpoint: OS, alpha: 0.025}}",
                "{cox: {endpoint: OS, alpha: 0.025}}",
                "{gray: {endpoint: relapse, alpha: 0.025}}",
                "{fine-gray: {endpoint: relapse, alpha: 0.025}}",
                "{mantel-byar: {endpoint: OS, change: relapse, alpha: 0.025}}",
                "{fisher: {endpoint: CR, alpha: 0.025}}",
                "{chi-square: {endpoint: CR, alpha: 0.025}}",
                "{cochran-mantel-haenszel: {endpoint: CR, strata: sex, alpha: 0.025}}"
            })
    void without_a_variance_a_look_decides_nothing(String analysis) throws IOException {
        assertGoesOn(run(analysis, "9 mo", "1e-9", "{z: [0]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{conditional-power: 10 %}", "{predictive-power: 10 %}"})
    void nor_for_what_the_end_would_bring(String futility) throws IOException {
        String milestone = "{milestone: {endpoint: OS, at: 6 mo, alpha: 0.025}}";
        assertGoesOn(run(milestone, "9 mo", "1e-9", futility));
    }

    /** One arm in which nobody has the event, or everybody, is tested by how many it is of. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{km-at: {endpoint: OS, at: 6 mo, null: 65 %, alpha: 0.05}}",
                "{cif-at: {endpoint: OS, at: 6 mo, null: 65 %, alpha: 0.05}}"
            })
    void one_arm_is_judged_without_a_variance(String analysis) throws IOException {
        Results best = run(analysis, "9 mo", "1e-9", "{z: [0]}");
        assertEquals(0, value(best.stopping(), "p_stop_futility"));
        assertEquals(1, value(best.analyses().get("asked"), "power"));
        Results worst = run(analysis, "9 mo", "100", "{z: [0]}");
        assertTrue(value(worst.looks().get("early").get(0), "p_stop_futility") > 0.9, "at the look");
    }

    /** On day 100 nobody was followed for six months. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{km-at: {endpoint: OS, at: 6 mo, null: 1 %, alpha: 0.05}}",
                "{milestone: {endpoint: OS, at: 6 mo, alpha: 0.025}}"
            })
    void a_look_before_the_landmark_decides_nothing(String analysis) throws IOException {
        Results results = run(analysis, "100 d", "0.01", "{z: [8]}");
        assertEquals(0, value(results.stopping(), "p_stop_futility"));
    }

    @Test
    void where_there_is_a_variance_the_same_look_decides() throws IOException {
        Results results = run("{log-rank: {endpoint: OS, alpha: 0.025}}", "9 mo", "2", "{z: [8]}");
        assertEquals(1, value(results.stopping(), "p_stop_futility"));
    }

    /** On the first day nobody has died; a day before the look that was taken last is none. The look after either has its own bound. */
    @ParameterizedTest
    @ValueSource(strings = {"[{day: 1 d}, {day: 9 mo}]", "[{day: 8 mo}, {day: 1 mo}, {day: 9 mo}]"})
    void a_look_that_is_left_out_takes_its_bound_along(String when) throws IOException {
        String bounds = when.contains("8 mo") ? "{z: [-9, -9, 8]}" : "{z: [-9, 8]}";
        Results results = run("{log-rank: {endpoint: OS, alpha: 0.025}}", "patients: 40", when, "2", bounds);
        assertEquals(1, value(results.stopping(), "p_stop_futility"));
    }

    /** Where everybody has died the exact p is 1, which is no Z below -9; where nobody has it is 0 to a double, which is no Z above infinity. */
    @Test
    void what_has_no_bound_is_not_stopped_by_the_ends_of_p() throws IOException {
        String survival = "{exact-binomial: {endpoint: OS, at: 6 mo, arm: new, null: NULL, alpha: 0.025}}";
        Results worst = run(survival.replace("NULL", "50 %"), "15 mo", "100", "{z: [-9]}");
        assertEquals(0, value(worst.stopping(), "p_stop_futility"));
        assertEquals(1, value(worst.looks().get("early").get(0), "p_look"));
        Results best = run(survival.replace("NULL", "1e-30"), "15 mo", "1e-9", "{z: [0]}");
        assertEquals(0, value(best.stopping(), "p_stop_efficacy"), "nothing is spent at this look");
        assertEquals(1, value(best.analyses().get("asked"), "power"), "but at the end");
    }

    /** Nobody responds: the share has a standard error of 0, which would be information without end. */
    @Test
    void an_estimate_without_error_has_no_information() throws IOException {
        String share = "{exact-proportion: {endpoint: CR, arm: new, null: 50 %, alpha: 0.05, alternative: less}}";
        Results results = run(share, "standard-error: 0.1", "{day: 9 mo}", "1e-9", "{z: [0]}");
        assertEquals(0, value(results.stopping(), "p_stop_futility"));
        assertEquals(1, value(results.analyses().get("asked"), "power"), "the end is judged");
        assertEquals(0, value(results.analyses().get("asked"), "failed"));
    }

    /** One arm is used up while the two others, of two patients each, are compared until the incidence is 1: then Gray's test has no answer. */
    private static final String THREE_ARMS = """
            scenario: undetermined
            tracks: {vital: [alive, dead], care: [fast, slow, slower]}
            clocks:
              fast: {while: {care: fast, vital: alive}, after: {uniform: [1 d, 10 d]}, then: {vital: dead}}
              slow: {while: {care: [slow, slower], vital: alive}, after: {uniform: [20 d, 90 d]}, then: {vital: dead}}
            arms: {fast: {care: fast, share: 2}, slow: {care: slow}, slower: {care: slower}}
            trial: {patients: 8, accrual: {over: 1 mo}, allocation: {blocks: 1}, follow-up: {last-patient: 100 d}}
            endpoints: {relapse: {event: [fast, slow]}}
            analyses:
              decided: {gray: {endpoint: relapse, alpha: 0.05, alternative: two-sided}}
              asked: {gray: {endpoint: relapse, alpha: 0.04, alternative: two-sided}}
            looks:
              early: {group-sequential: {analysis: decided, when: {day: 1 d}, information: {patients: 8}, spending: o-brien-fleming}}
            run: {seed: 7, horizon: 4 y}
            """;

    @Test
    void an_analysis_that_has_no_answer_at_the_end_has_failed_whoever_decides_on_it() throws IOException {
        Results results = WrittenTrials.results(folder, THREE_ARMS, TRIALS);
        double failed = value(results.analyses().get("asked"), "failed");
        assertTrue(failed > 0.3 && failed < 1, "two of three trials: " + failed);
        assertEquals(failed, value(results.analyses().get("decided"), "failed"));
    }
}
