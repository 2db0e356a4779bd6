package marrow.look;

import static marrow.look.WrittenTrials.estimate;
import static marrow.look.WrittenTrials.withoutLooks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import marrow.design.metric.Results;
import marrow.design.metric.StudyReplicates;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Replicates;
import marrow.stats.dose.ExactEscalation;
import marrow.stats.dose.ThreePlusThree;
import marrow.stats.exact.ToxicityBoundary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches and phase I in whole trials, from YAML to the metrics. */
class SafetyLooksTest {
    private static final String TRIAL = """
        scenario: watched
        tracks:
          vital: [alive, dead]
          dose: [full, half, quarter]
        clocks:
          relapse: {while: {vital: alive}, hazard: {exponential: {median: 2 y}}}
          death: {while: {vital: alive}, hazard: {exponential: {median: 3 y}}, then: {vital: dead}}
          harm: {after: 5 d, chance: 30 %}
          toxic-full: {while: {dose: full}, after: 6 d, chance: 40 %, mark: toxic}
          toxic-half: {while: {dose: half}, after: 6 d, chance: 20 %, mark: toxic}
          toxic-quarter: {while: {dose: quarter}, after: 6 d, chance: 5 %, mark: toxic}
        trial: {patients: 31, accrual: {rate: {0 mo: 1 per mo}, arrivals: regular}, follow-up: {last-patient: 1 y}}
        endpoints:
          PFS: {event: [relapse, death], at: 1 y}
          NRM: {event: death, competing: relapse, at: 1 y}
          harmed: {reached: harm, by: 20 d}
          dlt: {reached: toxic, by: 20 d}
        analyses:
          primary: {exact-binomial: {endpoint: PFS, at: 1 y, null: 50 %, alpha: 0.05}}
          late: {km-at: {endpoint: PFS, at: 1 y, null: 50 %, alpha: 0.05}}
        run: {seed: 5, horizon: 5 y}
        """;

    /** Bounds that are never reached. */
    private static final String NEVER = """
          safety:
            watch:
              for:
                harm: {endpoint: harmed, above: 99 %, boundary: pocock, alpha: 0.0001}
                nrm: {endpoint: NRM, by: 100 d, above: 90 %, boundary: {beta-binomial: {prior: [1, 1], certainty: 99 %}}, least: 8}
        """;

    private static final String WATCHED = """
          safety:
            watch:
              lag: 5 d
              for:
                harm: {endpoint: harmed, above: 20 %, boundary: pocock, alpha: 0.1}
                nrm: {endpoint: NRM, by: 200 d, above: 5 %, boundary: {beta-binomial: {prior: [0.5, 9.5], certainty: 90 %}}, least: 3}
          interim: {group-sequential: {analysis: late, when: {enrolled: [20]}, information: {patients: 31}, spending: pocock}}
        """;

    private static final String RUN_IN = """
          dose:
            run-in:
              switched: on
              toxicity: dlt
              doses: {quarter: {dose: quarter}, half: {dose: half}, full: {dose: full}}
              rule: {3+3: {six: yes}}
        """;

    @TempDir
    Path folder;

    private StudyReplicates trials(String looks) throws IOException {
        String phaseOne = looks.contains("run-in") ? "" : RUN_IN.replace("switched: on", "switched: off");
        return WrittenTrials.of(folder, TRIAL + "looks:\n" + phaseOne + looks);
    }

    private Results run(String looks, long replicates) throws IOException {
        return WrittenTrials.results(trials(looks), replicates);
    }

    @Test
    void watches_that_never_decide_change_nothing() throws IOException {
        Results plain = run("", 1000);
        Results watched = run(NEVER, 1000);
        assertEquals(withoutLooks(plain), withoutLooks(watched));
        assertEquals(0, estimate(watched.stopping(), "p_stop_harm").value());
        assertEquals(
                List.of("safety-harm", "safety-nrm"),
                List.copyOf(watched.looks().keySet()));
        assertFalse(watched.stopping().stream().anyMatch(metric -> metric.name().equals("inconclusive")));
        String off = NEVER.replace("watch:\n", "watch:\n      switched: off\n");
        assertEquals(plain.toString(), run(off, 1000).toString());
        assertNotEquals(withoutLooks(plain), withoutLooks(run(WATCHED, 1000)));
    }

    /** A month between patients and 20 days to know each: what stops is the exact boundary's, and so are the patients judged by. */
    @Test
    void a_watch_stops_as_often_as_its_boundary() throws IOException {
        Results results = run(WATCHED.replaceAll("(?m)^ *(nrm|interim):.*\\n", ""), 20_000);
        var boundary = ToxicityBoundary.continuous(31, 0.2).pocock(0.1);
        Estimate stops = estimate(results.stopping(), "p_stop_harm");
        assertEquals(boundary.stops(0.3), stops.value(), 3 * stops.mcse());
        double expected = 0;
        double[] after = boundary.stopsAfter(0.3);
        for (int n = 1; n <= 31; n++) {
            expected += n * after[n - 1] / boundary.stops(0.3);
        }
        Estimate patients = estimate(results.looks().get("safety-harm").get(0), "patients");
        assertEquals(expected, patients.value(), 3 * patients.mcse());
    }

    /**
     * Harm on day 5 of a window of 100 days, 10 patients a month, and exactly the share that is tolerated: an enumerated boundary keeps its level of 10 % where who is underway
     * counts as one, as where nothing is said. By weights it does not. 4,000 trials of fixed seed; the bound of 3 errors breaks by chance in 0.1 %, were the level met exactly.
     */
    @Test
    void a_boundary_with_a_level_keeps_it_where_harm_comes_early() throws IOException {
        String early = TRIAL.replace("{0 mo: 1 per mo}", "{0 mo: 10 per mo}")
                .replace("chance: 30 %", "chance: 20 %")
                .replace("harm, by: 20 d", "harm, by: 100 d");
        for (String boundary : List.of("pocock", "{beta-binomial: {prior: [1, 1]}}")) {
            String watch = "  safety: {watch: {endpoint: harmed, above: 20 %, boundary: " + boundary + ", alpha: 0.1";
            Estimate stops = stops(early, watch + "}}");
            assertTrue(stops.value() < 0.1 + 3 * stops.mcse(), boundary + ": " + stops.value());
            assertEquals(stops, stops(early, watch + ", underway: counted}}"));
            assertTrue(stops(early, watch + ", underway: weighted}}").value() > 0.2, boundary);
        }
        String certain = "  safety: {watch: {endpoint: harmed, above: 20 %, least: 3,"
                + " boundary: {beta-binomial: {prior: [1, 1], certainty: 95 %}}";
        assertEquals(stops(early, certain + ", underway: weighted}}"), stops(early, certain + "}}"));
    }

    private Estimate stops(String trial, String look) throws IOException {
        StudyReplicates trials = WrittenTrials.of(
                folder, trial + "looks:\n" + RUN_IN.replace("switched: on", "switched: off") + look + "\n");
        return estimate(WrittenTrials.results(trials, 4_000).stopping(), "p_stop_harm");
    }

    @Test
    void several_watches_go_with_an_efficacy_look() throws IOException {
        Results results = run(WATCHED, 2000);
        double harm = estimate(results.looks().get("safety-harm").get(0), "p_stop_harm")
                .value();
        double nrm = estimate(results.looks().get("safety-nrm").get(0), "p_stop_harm")
                .value();
        double early = estimate(results.looks().get("interim").get(0), "p_stop_efficacy")
                .value();
        assertTrue(harm > 0.2 && nrm > 0.01 && early > 0.01, harm + " " + nrm + " " + early);
        assertEquals(harm + nrm, estimate(results.stopping(), "p_stop_harm").value(), 1e-12);
        assertTrue(estimate(results.stopping(), "n").value() < 31);
    }

    /** 3+3 with six over chances of 5, 20 and 40 %: as enumerated, within 3 errors; no dose ends the trial for harm. */
    @Test
    void phase_one_opens_a_trial_and_goes_as_enumerated() throws IOException {
        Results results = run(RUN_IN, 10_000);
        ExactEscalation exact = ExactEscalation.of(ThreePlusThree.withSix(3, 0), 0.05, 0.2, 0.4);
        String[] doses = {"quarter", "half", "full"};
        for (int dose = 0; dose < 3; dose++) {
            Estimate share = estimate(results.trial(), "recommends_" + doses[dose]);
            assertEquals(exact.recommends(dose), share.value(), 3 * share.mcse());
            Estimate treated = estimate(results.trial(), "treated_" + doses[dose]);
            assertEquals(exact.treated(dose), treated.value(), 3 * treated.mcse());
        }
        Estimate none = estimate(results.trial(), "recommends_none");
        assertEquals(exact.recommendsNone(), none.value(), 3 * none.mcse());
        assertEquals(none.value(), estimate(results.stopping(), "p_stop_harm").value());
        double analysed = estimate(results.analyses().get("late"), "patients").value();
        assertTrue(analysed < 31 - 4, "who was given another dose is left out: " + analysed);
    }

    @Test
    void trials_that_are_watched_allocate_nothing() throws IOException {
        allocatesNothing(WATCHED);
        allocatesNothing(RUN_IN);
        allocatesNothing(RUN_IN.replace("{3+3: {six: yes}}", "{boin: {target: 25 %, cohorts: 8, enough: 9}}"));
    }

    private void allocatesNothing(String looks) throws IOException {
        StudyReplicates trials = trials(looks);
        Replicates.Worker worker = trials.worker();
        double[] row = new double[trials.width()];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int count = 300;
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int r = 0; r < count; r++) {
                worker.replicate(r, row);
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        // The question itself may allocate a little; one object a trial would be 4,800 bytes.
        assertTrue(bytes < 3000, bytes + " bytes in " + count + " trials");
    }
}
