package marrow.look;

import static marrow.look.WrittenTrials.estimate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import marrow.design.Role;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.montecarlo.Estimate;
import marrow.stats.exact.FlemingDesign;
import marrow.stats.exact.MultiStageDesign;
import marrow.stats.exact.SimonDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trials with looks, from YAML to the shares that stop, against R's rpact and against enumeration. Bound: 3 Monte Carlo errors, of both simulations where rpact
 * simulates; a right engine would leave one bound with chance 0.3 %, were the seeds not fixed.
 */
class LooksAgainstTheoryTest {
    @TempDir
    Path folder;

    private Results run(String yaml, Role role, int trials) throws IOException {
        return WrittenTrials.results(WrittenTrials.of(WrittenTrials.study(folder, yaml), role), trials);
    }

    private static void assertNear(double expected, double expectedError, Estimate found, String what) {
        double error = Math.sqrt(expectedError * expectedError + found.mcse() * found.mcse());
        assertTrue(
                Math.abs(found.value() - expected) <= 3 * error,
                what + ": " + found.value() + " (" + found.mcse() + "), expected " + expected);
    }

    private static double errorOfShare(double p, int n) {
        return Math.sqrt(p * (1 - p) / n);
    }

    /**
     * R 4.2.2, rpact 3.3.4: {@code getSimulationSurvival(d, lambda2 = log(2) / 12, hazardRatio = 0.65 or 1, directionUpper = FALSE,
     * maxNumberOfSubjects = 200, accrualTime = c(0, 24), dropoutRate1 = 0.05, dropoutRate2 = 0.05, dropoutTime = 12, plannedEvents = c(47, 94, 140),
     * maxNumberOfIterations = 200000, seed = 20261121)}, d with kMax = 3, alpha = 0.025, sided = 1, typeOfDesign = "asOF",
     * informationRates = c(47, 94, 140) / 140.
     */
    @Test
    void three_looks_at_two_arms_stop_as_in_rpact() throws IOException {
        String t2 = Files.readString(Path.of("bench", "t2.yaml"));
        Results results = run(t2, Role.ALTERNATIVE, 40_000);
        assertLooks(new double[] {0.012035, 0.325070, 0.375385}, 0.712490, results);
        assertNear(123.92753, 0.05, estimate(results.stopping(), "events"), "expected events");
        assertEquals(
                3.695940,
                estimate(results.looks().get("interim").get(0), "z_bound").value(),
                1e-6);
        assertEquals(
                1.994022,
                estimate(results.looks().get("interim").get(2), "z_bound").value(),
                1e-6);
        Results ofNull = run(t2.replace("by: 0.65", "by: 1"), Role.NULL, 60_000);
        assertLooks(new double[] {0.000125, 0.006440, 0.018970}, 0.025535, ofNull);
        assertNear(0.025, 0, estimate(ofNull.analyses().get("log-rank"), "type_1_error"), "overall type I error");
    }

    /**
     * lrstat's {@code lrsim(kMax = 3, informationRates = c(47, 94, 140) / 140, criticalValues, futilityBounds = c(-6, -6), allocation1 = 1, allocation2 = 1,
     * accrualIntensity = 200 / 24, lambda1 = 0.65 or 1 times lambda2, lambda2 = log(2) / 12, gamma1 = gamma2 = -log(0.95) / 12, n = 200,
     * plannedEvents = c(47, 94, 140), maxNumberOfIterations = 200000, seed = 20261121)} with the critical values of rpact above; by Rcpp in R 4.2.2 from the
     * way through src/lrsim.cpp and src/utilities.cpp (github.com/kaifenglu/lrstat, 020dec48) that one stratum, looks by events and no weights take, written off.
     * What was written off prints, to its last digit, what the vignette of lrstat 0.1.6 on the simulation of group-sequential trials prints for its two designs of
     * 1,000 trials, seed 12345. Patients come by chance at a constant rate.
     */
    @Test
    void three_looks_at_two_arms_stop_as_in_lrstat() throws IOException {
        String t2 = Files.readString(Path.of("bench", "t2.yaml"))
                .replace("accrual: {over: 24 mo}", "accrual: {rate: 100 per y}");
        Results results = run(t2, Role.ALTERNATIVE, 40_000);
        assertLooks(new double[] {0.012385, 0.323325, 0.375855}, 0.711565, results);
        assertStop(123.9752, 0.0517, 36.75604, 0.01675, results);
        Results ofNull = run(t2.replace("by: 0.65", "by: 1"), Role.NULL, 60_000);
        assertLooks(new double[] {0.000125, 0.006375, 0.018955}, 0.025455, ofNull);
        assertStop(139.6951, 0.0085, 35.85334, 0.00592, ofNull);
    }

    /**
     * A rule that stops for futility alone, here never, leaves the end to the one that spends the level: the trials are the same to the bit, and so is the type I error. By itself
     * it concludes, with the whole level.
     */
    @Test
    void futility_beside_efficacy_tests_nothing_at_the_end() throws IOException {
        String t2 = Files.readString(Path.of("bench", "t2.yaml")).replace("by: 0.65", "by: 1");
        String head = t2.substring(0, t2.indexOf("looks:"));
        String run = t2.substring(t2.indexOf("run:"));
        String seeks =
                "  a: {group-sequential: {analysis: log-rank, when: {events: [47, 94], of: OS}, spending: pocock}}\n";
        String gives =
                "  b: {group-sequential: {analysis: log-rank, when: {events: 60, of: OS}, futility: {z: [-9]}}}\n";
        Results one = run(head + "looks:\n" + seeks + run, Role.NULL, 4_000);
        Results both = run(head + "looks:\n" + gives + seeks + run, Role.NULL, 4_000);
        Estimate error = estimate(one.analyses().get("log-rank"), "type_1_error");
        assertEquals(error, estimate(both.analyses().get("log-rank"), "type_1_error"));
        assertEquals(error, estimate(both.looks().get("a").get(2), "cum_power"));
        assertEquals(0, estimate(both.looks().get("b").get(1), "p_look").value());
        assertTrue(estimate(both.looks().get("b").get(0), "p_look").value() > 0.9);
        assertTrue(both.looks().get("b").get(0).stream()
                .noneMatch(metric ->
                        metric.name().equals("z_bound") || metric.name().equals("p_bound")));
        Results alone = run(head + "looks:\n" + gives + run, Role.NULL, 4_000);
        assertNear(0.025, 0, estimate(alone.looks().get("b").get(1), "p_stop_efficacy"), "by itself");
    }

    /** Events and months until the trial stops, as expected, each with its error. */
    private static void assertStop(
            double events, double eventsError, double months, double monthsError, Results results) {
        assertNear(events, eventsError, estimate(results.stopping(), "events"), "expected events");
        double daysAMonth = 365.25 / 12;
        assertNear(
                months * daysAMonth,
                monthsError * daysAMonth,
                estimate(results.stopping(), "duration_days"),
                "expected duration");
    }

    private static void assertLooks(double[] stops, double power, Results results) {
        List<List<Metric>> looks = results.looks().get("interim");
        for (int k = 0; k < stops.length; k++) {
            assertNear(
                    stops[k],
                    errorOfShare(stops[k], 200_000),
                    estimate(looks.get(k), "p_stop_efficacy"),
                    "look " + (k + 1));
        }
        Estimate total = estimate(looks.get(2), "cum_power");
        assertNear(power, errorOfShare(power, 200_000), total, "power");
        String metric = power > 0.1 ? "power" : "type_1_error";
        assertEquals(
                total.value(),
                estimate(results.analyses().get("log-rank"), metric).value());
    }

    private static final String STAGES = """
        scenario: stages
        tracks: {vital: [alive, dead]}
        clocks:
          remission: {after: 14 d, chance: P}
          death: {while: {vital: alive}, hazard: {exponential: {median: 3 y}}, then: {vital: dead}}
        trial: {patients: N, accrual: {rate: 2 per mo}, follow-up: {last-patient: 40 d}}
        endpoints: {CR: {reached: remission, by: 28 d}, OS: {event: death}}
        analyses: {response: {exact-proportion: {endpoint: CR, null: P0, alpha: 0.05}}}
        looks: {stages: RULE}
        run: {seed: 20261121, horizon: 1 y}
        """;

    /**
     * Simon's designs, optimal and minimax for p1 = p0 + 0.2, alpha and beta 0.05 and 0.2, 0.1 and 0.1, or 0.05 and 0.1, as in his tables (see
     * SimonPublishedTableTest): r1, n1, r, n, 100 p0. Each under p0 or p0 + 0.2 in turn; 60 bounds.
     */
    private static final int[][] SIMON = {
        {0, 9, 2, 17, 5}, {0, 9, 3, 30, 5}, {0, 12, 3, 37, 5}, {0, 13, 2, 20, 5}, {1, 12, 5, 35, 10},
        {1, 10, 5, 29, 10}, {1, 15, 5, 25, 10}, {2, 18, 6, 35, 10}, {3, 17, 10, 37, 20}, {3, 13, 12, 43, 20},
        {4, 19, 15, 54, 20}, {5, 22, 14, 46, 30}, {5, 15, 18, 46, 30}, {8, 24, 24, 63, 30}, {7, 16, 23, 46, 40},
        {13, 25, 32, 66, 40}, {8, 15, 26, 43, 50}, {15, 24, 36, 61, 50}, {7, 11, 30, 43, 60}, {6, 9, 22, 28, 70}
    };

    @Test
    void simon_designs_with_accrual_paused_are_as_enumerated() throws IOException {
        assertEquals(20, SIMON.length);
        for (int d = 0; d < SIMON.length; d++) {
            int[] numbers = SIMON[d];
            SimonDesign design = new SimonDesign(numbers[0], numbers[1], numbers[2], numbers[3]);
            int percent = numbers[4] + (d % 2 == 0 ? 0 : 20);
            String rule = String.format(
                    "{simon: {analysis: response, r1: %d, n1: %d, r: %d, n: %d, accrual: paused}}",
                    numbers[0], numbers[1], numbers[2], numbers[3]);
            assertStages(rule, design.stages(), numbers[4], percent, 10_000);
        }
    }

    @Test
    void fleming_stages_are_as_enumerated_too() throws IOException {
        MultiStageDesign design = FlemingDesign.of(0.2, 0.05, 15, 15, 10);
        String rule = "{fleming: {analysis: response, stages: [15, 15, 10], accrual: paused}}";
        assertStages(rule, design, 20, 20, 20_000);
        assertStages(rule, design, 20, 40, 20_000);
    }

    private void assertStages(String rule, MultiStageDesign design, int nullPercent, int percent, int trials)
            throws IOException {
        int n = design.patients(design.stages());
        String yaml = STAGES.replace("RULE", rule)
                .replace("N,", n + ",")
                .replace("P0", nullPercent + " %")
                .replace("P}", percent + " %}");
        double p = percent / 100.0;
        Results results = run(yaml, Role.ALTERNATIVE, trials);
        String what = rule + " under " + percent + " %";
        assertNear(design.rejects(p), 0, estimate(results.analyses().get("response"), "power"), what);
        for (int k = 1; k <= design.stages(); k++) {
            List<Metric> look = results.looks().get("stages").get(k - 1);
            double stops = estimate(look, "p_stop_efficacy").value()
                    + estimate(look, "p_stop_futility").value();
            double expected = design.stopsAt(k, p);
            assertEquals(expected, stops, 3 * errorOfShare(expected, trials), what + " at stage " + k);
        }
        assertNear(design.expectedPatients(p), 0, estimate(results.stopping(), "n"), what + ", patients");
        assertEquals(
                estimate(results.stopping(), "n").value(),
                estimate(results.trial(), "screened").value(),
                1e-9,
                what);
    }

    /** Yes is known within two months, no after half a year: half of the patients answer yes. */
    private static final String EARLY = """
        scenario: early
        tracks: {vital: [alive, dead]}
        clocks:
          answer: {after: {uniform: [5 d, 60 d]}, chance: 50 %}
          death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 30 %, by: 180 d}, then: {vital: dead}}
        trial: {patients: 60, accrual: {rate: 5 per mo}, follow-up: FOLLOWED}
        endpoints: {CR: {reached: answer, by: 180 d}, OS: {event: death}}
        analyses:
          response: {exact-proportion: {endpoint: CR, null: 50 %, alpha: 0.025}}
          alive: {exact-binomial: {endpoint: OS, at: 180 d, null: 50 %, alpha: 0.025}}
        LOOKS
        run: {seed: 20261122, horizon: 3 y}
        """;

    private Results early(String followed, String looks) throws IOException {
        return run(EARLY.replace("FOLLOWED", followed).replace("LOOKS", looks), Role.NULL, 4_000);
    }

    /** An exact test keeps its level, which is no matter of chance; above it by more than 3 errors, with chance 0.1 % at the most. */
    private static void assertKeepsItsLevel(Results results) {
        Estimate found = estimate(results.analyses().get("response"), "type_1_error");
        assertTrue(found.value() <= 0.025 + 3 * errorOfShare(0.025, 4_000), "type I error " + found);
    }

    @Test
    void early_answers_of_one_kind_do_not_stop_a_trial() throws IOException {
        String rule =
                "looks: {early: {group-sequential: {analysis: response, when: WHEN, information: {patients: 60}, spending: pocock}}}";
        String followed = "[{followed: 20, for: 180 d, in: OS}, {followed: 40, for: 180 d, in: OS}]";
        for (String when : List.of("{enrolled: [20, 40]}", followed)) {
            assertKeepsItsLevel(early("{last-patient: 6 mo}", rule.replace("WHEN", when)));
        }
    }

    @Test
    void nor_are_they_a_share_where_a_trial_ends_before_the_others_are_known() throws IOException {
        Results results = early("{until: 12 mo}", "");
        assertKeepsItsLevel(results);
        assertNear(0.5, 0, estimate(results.endpoints().get("CR"), "share"), "share of responses");
        assertNear(0.5, 0, estimate(results.analyses().get("response"), "estimate"), "estimated share");
        assertNear(0.7, 0, estimate(results.analyses().get("alive"), "estimate"), "estimated share without the event");
    }

    /** R: pbinom(10, 20, 0.7) = 0.04796190; z is at most 0 with 10 of 20 or fewer, whose p is above 1/2. */
    @Test
    void a_look_at_an_exact_test_stops_as_its_patients_alone_would() throws IOException {
        Results results = early(
                "{last-patient: 190 d}",
                "looks: {early: {group-sequential: {analysis: alive, when: {followed: 20, for: 180 d, in: OS}, information: {patients: 60}, spending: o-brien-fleming, futility: {z: 0}}}}");
        List<Metric> look = results.looks().get("early").get(0);
        assertNear(0.04796190, 0, estimate(look, "p_stop_futility"), "futility");
        assertEquals(20 / 60.0, estimate(look, "info_frac").value(), 1e-9);
    }

    /** All of n fair coins show heads with a chance of 2^-n, which is the level: rules that end with the test reject as it does. */
    @Test
    void a_level_that_is_met_to_the_last_digit_is_met_by_rules_too() throws IOException {
        for (int n : new int[] {4, 5, 7}) {
            String trial = STAGES.replace("N,", n + ",")
                    .replace("P0", "50 %")
                    .replace("P}", "100 %}")
                    .replace("0.05", Double.toString(Math.scalb(1.0, -n)));
            for (String rule : List.of(
                    "{group-sequential: {analysis: response, when: {enrolled: 2}, information: {patients: 7}, futility: {z: -9}}}",
                    "{predictive: {analysis: response, when: {enrolled: 2}, no-go: 0.01 %, final: " + n + "}}")) {
                Results results = run(trial.replace("RULE", rule), Role.ALTERNATIVE, 10);
                assertEquals(
                        1, estimate(results.analyses().get("response"), "power").value(), rule + " with " + n);
            }
        }
    }
}
