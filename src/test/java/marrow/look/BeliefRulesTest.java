package marrow.look;

import static marrow.look.WrittenTrials.estimate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import marrow.analysis.Analysis;
import marrow.design.Role;
import marrow.design.Study;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.design.metric.StudyReplicates;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Estimate;
import marrow.scenario.ScenarioReader;
import marrow.stats.exact.MultiStageDesign;
import marrow.stats.law.BetaLaw;
import marrow.stats.law.GammaLaw;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeliefRulesTest {
    private static final String TRIAL = """
            scenario: beliefs
            tracks: {vital: [alive, dead]}
            clocks:
              remission: {after: 14 d, chance: 35 %}
              death: {while: {vital: alive}, hazard: {exponential: {median: 1 y}}, then: {vital: dead}}
            trial: {patients: 30, accrual: {rate: 2 per mo}, lost: 10 % per y, follow-up: {last-patient: 60 d}}
            endpoints: {CR: {reached: remission, by: 28 d, lost: fail}, OS: {event: death, at: 1 y}}
            analyses:
              response: {exact-proportion: {endpoint: CR, null: 20 %, alpha: 0.05}}
              survival: {km-at: {endpoint: OS, at: 1 y, null: 40 %, alpha: 0.05}}
            looks: {belief: RULE}
            run: {seed: 20261121, horizon: 2 y}
            """;

    @TempDir
    Path folder;

    private Study study(String rule) throws IOException {
        Path file = Files.writeString(folder.resolve("beliefs.yaml"), TRIAL.replace("RULE", rule));
        return ScenarioReader.read(file, Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study();
    }

    private static int first(int n, IntPredicate holds) {
        int x = 0;
        while (x <= n && !holds.test(x)) {
            x++;
        }
        return x;
    }

    /** Looks at the answers of 10, 20 and 30 patients are stages with limits that the beta law gives. */
    private void assertEnumerated(String written, boolean predictive) throws IOException {
        Study study = study(written);
        ShareBeliefRule rule = (ShareBeliefRule) study.rules().get(0);
        int[] patients = {10, 20, 30};
        int[] accept = new int[3];
        int[] reject = new int[3];
        for (int k = 0; k < 2; k++) {
            int n = patients[k];
            reject[k] = first(n, x -> rule.goChance(x, n) >= rule.limits().go());
            accept[k] = first(n, x -> rule.noGoChance(x, n) > rule.limits().noGo()) - 1;
        }
        BetaLaw flat = BetaLaw.of(1, 1);
        // 95 %: the chance needed at the end; else R: qbinom(0.95, 30, 0.2) + 1 = 11
        reject[2] = predictive ? 11 : first(30, x -> flat.after(x, 30).above(0.2) > 0.95);
        accept[2] = reject[2] - 1;
        MultiStageDesign design = MultiStageDesign.of(patients, accept, reject);
        TrueValues values = TrueValues.of(study.plan(), study.variables(), 4096, 2);
        StudyReplicates trials = StudyReplicates.of(study, Role.ALTERNATIVE, values);
        int count = 20_000;
        Results results = WrittenTrials.results(trials, count);
        // Lost before their answer, 0.4 % of patients, count as no: chance of yes 0.35 P(not lost by day 14), and dead
        // ones stay.
        double p = 0.35 * StrictMath.exp(14 / 365.25 * StrictMath.log(0.9));
        assertNear(design.rejects(p), estimate(results.analyses().get("response"), "power"), written);
        for (int k = 0; k < 2; k++) {
            List<Metric> look = results.looks().get("belief").get(k);
            double stops = estimate(look, "p_stop_efficacy").value()
                    + estimate(look, "p_stop_futility").value();
            double expected = design.stopsAt(k + 1, p);
            assertEquals(expected, stops, 3 * Math.sqrt(expected * (1 - expected) / count), written + " look " + k);
        }
    }

    private static void assertNear(double expected, Estimate found, String what) {
        assertTrue(
                Math.abs(found.value() - expected) <= 3 * found.mcse(), what + ": " + found + ", expected " + expected);
    }

    /** 3 Monte Carlo errors: a false alarm of 0.3 % each, of 6. */
    @Test
    void beliefs_of_a_share_are_stages_that_can_be_enumerated() throws IOException {
        String when = "analysis: response, when: {followed: [10, 20], for: 28 d, in: OS}";
        assertEnumerated("{posterior: {" + when + ", go: 97 %, no-go: 20 %, end: 95 %}}", false);
        assertEnumerated("{predictive: {" + when + ", go: 97 %, no-go: 5 %, final: 30}}", true);
    }

    /** R: with x = 5 of 10 and flat beliefs, 1 - pbeta(0.2, 6, 6) = 0.9883458. */
    @Test
    void the_chances_are_those_of_the_beta_law() throws IOException {
        String when = "analysis: response, when: {enrolled: 10}";
        ShareBeliefRule posterior = (ShareBeliefRule)
                study("{posterior: {" + when + ", go: 97 %}}").rules().get(0);
        assertEquals(0.9883458, posterior.goChance(5, 10), 1e-7);
        ShareBeliefRule predictive = (ShareBeliefRule) study("{predictive: {" + when + ", no-go: 5 %, final: 30}}")
                .rules()
                .get(0);
        double sum = 0;
        for (int more = 6; more <= 20; more++) { // 11 of 30
            sum += BetaLaw.of(6, 6).predictive(more, 20);
        }
        assertEquals(sum, predictive.goChance(5, 10), 1e-12);
    }

    /** What is decided in 500 trials is what the gamma law says of the events and days seen. */
    @Test
    void beliefs_of_survival_are_those_of_the_gamma_law() throws IOException {
        String rule =
                "{posterior: {analysis: survival, when: {day: [8 mo, 12 mo]}, prior: {events: 2, in: 3 y}, go: 90 %, no-go: 30 %, target: 55 %}}";
        Study study = study(rule);
        HazardBeliefRule belief = (HazardBeliefRule) study.rules().get(0);
        Cohort cohort = Cohort.of(study.plan(), Committee.needs(study.rules()));
        Committee committee =
                Committee.of(study.rules(), Calendar.of(cohort, study.plan().followUp()));
        Set<Verdict> met = EnumSet.noneOf(Verdict.class);
        for (int r = 0; r < 500; r++) {
            cohort.enrol(r);
            committee.oversee();
            for (int look = 0; look < 3; look++) {
                Minutes minutes = committee.minutes(0, look);
                if (minutes.taken()) {
                    GammaLaw law = GammaLaw.of(2 + minutes.events());
                    double days = 3 * 365.25 + minutes.seen();
                    double above = law.below(-StrictMath.log(0.4) / 365.25 * days);
                    double aboveTarget = law.below(-StrictMath.log(0.55) / 365.25 * days);
                    Verdict expected =
                            above >= 0.9 ? Verdict.EFFICACY : aboveTarget <= 0.3 ? Verdict.FUTILITY : Verdict.GO_ON;
                    assertEquals(expected, minutes.verdict(), "replicate " + r + " look " + look);
                    met.add(expected);
                }
            }
        }
        assertEquals(3, met.size(), "each verdict was met");
        assertEquals("posterior", belief.method());
    }

    /**
     * The chance that the days at risk at the 20th event suffice, by simulation of the rate and of the days to come: 200,000 draws, 4 errors, a false alarm
     * of 6e-5.
     */
    @Test
    void the_days_to_come_are_predicted_as_they_come() {
        SplittableRandom random = new SplittableRandom(20261121);
        int shape = 7; // events so far and before
        double days = 3000;
        int coming = 13;
        double needed = 9000;
        int draws = 200_000;
        int enough = 0;
        for (int i = 0; i < draws; i++) {
            double rate = sumOfExponentials(shape, random) / days;
            enough += days + sumOfExponentials(coming, random) / rate >= needed ? 1 : 0;
        }
        double expected = BetaLaw.of(coming, shape).above(1 - days / needed);
        assertEquals(expected, (double) enough / draws, 4 * Math.sqrt(expected * (1 - expected) / draws));
    }

    private static double sumOfExponentials(int count, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum -= StrictMath.log(1 - random.nextDouble());
        }
        return sum;
    }

    @Test
    void a_rule_that_counts_refuses_an_analysis_that_does_not() throws IOException {
        Analysis survival = study("{posterior: {analysis: survival, when: {enrolled: 10}, go: 97 %}}")
                .analyses()
                .get(1);
        String said = assertThrows(IllegalArgumentException.class, () -> ShareQuestion.of(survival))
                .getMessage();
        assertTrue(said.contains("exact-proportion or an exact-binomial"), said);
    }
}
