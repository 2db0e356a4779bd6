package marrow.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A treatment under which nobody fails, or everybody does, speaks for itself. With nobody lost it says what the exact test says. */
class LandmarkTableTest {
    private static final int N = 20;
    private static final int TRIALS = 400;
    private static final String TRIAL = """
            scenario: unanimous
            tracks: {vital: [alive, dead], disease: [none, relapsed]}
            clocks:
              death: {while: {vital: alive}, hazard: {exponential: {}, reaches: DEAD, by: 1 y}, then: {vital: dead}}
              relapse: {while: {vital: alive, disease: none}, hazard: {exponential: {}, reaches: RELAPSED, by: 1 y}, then: {disease: relapsed}}
            trial: {patients: 20, accrual: {over: 12 mo}, follow-up: {last-patient: 1 y}LOSS}
            endpoints: {OS: {event: death}, CIR: {event: relapse, competing: death}}
            analyses:
              log-log: {km-at: {endpoint: OS, at: 1 y, null: 62 %, alpha: 0.025}}
              plain: {km-at: {endpoint: OS, at: 1 y, null: 62 %, alpha: 0.025, interval: plain}}
              log: {km-at: {endpoint: OS, at: 1 y, null: 62 %, alpha: 0.025, interval: log}}
              arcsine: {km-at: {endpoint: OS, at: 1 y, null: 62 %, alpha: 0.025, interval: arcsine}}
              logit: {km-at: {endpoint: OS, at: 1 y, null: 62 %, alpha: 0.025, interval: logit}}
              less: {km-at: {endpoint: OS, at: 1 y, null: 62 %, alpha: 0.025, alternative: less}}
              both-sides: {km-at: {endpoint: OS, at: 1 y, null: 62 %, alpha: 0.05, alternative: two-sided}}
              incidence: {cif-at: {endpoint: CIR, at: 1 y, null: 38 %, alpha: 0.025}}
              late: {km-at: {endpoint: OS, at: 5 y, null: 62 %, alpha: 0.025}}
              exact: {exact-binomial: {endpoint: OS, at: 1 y, null: 62 %, alpha: 0.025}}
            run: {seed: 5, horizon: 6 y}
            """;

    @TempDir
    Path folder;

    private Trials trials(String dead, String relapsed, String loss) throws IOException {
        Trials trials = new Trials(
                folder,
                TRIAL.replace("DEAD", dead).replace("RELAPSED", relapsed).replace("LOSS", loss));
        trials.enrol(0);
        return trials;
    }

    @ParameterizedTest
    @ValueSource(strings = {"log-log", "plain", "log", "arcsine", "logit", "incidence"})
    void where_nobody_has_the_event_the_test_is_exact_on_every_scale(String name) throws IOException {
        Finding found = trials("1e-9 %", "1e-9 %", "").of(name);
        double p = Math.pow(0.62, N);
        boolean incidence = name.equals("incidence");
        assertEquals(p, found.p(), 1e-12 * p);
        assertTrue(found.tested() && found.rejects());
        assertEquals(incidence ? 0 : 1, found.estimate());
        assertEquals(0, found.standardError());
        double limit = Math.pow(0.025, 1.0 / N);
        assertEquals(incidence ? 0 : limit, found.lower(), 1e-12);
        assertEquals(incidence ? 1 - limit : 1, found.upper(), 1e-12);
    }

    @Test
    void the_other_side_and_both() throws IOException {
        Trials trials = trials("1e-9 %", "1e-9 %", "");
        assertTrue(trials.of("less").p() > 0.9);
        assertFalse(trials.of("less").rejects());
        assertEquals(2 * Math.pow(0.62, N), trials.of("both-sides").p(), 1e-15);
        assertEquals(trials.of("exact").p(), trials.of("log-log").p(), 1e-15);
        assertEquals(trials.of("exact").lower(), trials.of("log-log").lower(), 1e-12);
        Trials dead = trials("99.9999999 %", "1e-9 %", "");
        assertEquals(Math.pow(0.38, N), dead.of("less").p(), 1e-12);
        assertTrue(dead.of("less").tested());
        assertTrue(dead.of("log-log").p() > 0.9);
        assertEquals(1 - Math.pow(0.025, 1.0 / N), dead.of("log-log").upper(), 1e-12);
    }

    /** By five years nobody was followed: no estimate, and nothing tested. */
    @Test
    void who_was_not_followed_says_nothing() throws IOException {
        Finding late = trials("1e-9 %", "1e-9 %", "").of("late");
        assertEquals(1, late.p());
        assertFalse(late.tested());
        assertTrue(Double.isNaN(late.estimate()));
    }

    /** Deaths compete with a relapse that nobody has: all 20 are known not to have relapsed. */
    @Test
    void who_died_first_counts_too() throws IOException {
        Trials trials = trials("50 %", "1e-9 %", "");
        for (int replicate = 0; replicate < 20; replicate++) {
            trials.enrol(replicate);
            assertEquals(Math.pow(0.62, N), trials.of("incidence").p(), 1e-15);
        }
    }

    /** Of those who are lost and have no event, only the patients at risk at the landmark count. */
    @Test
    void who_is_lost_before_does_not_count() throws IOException {
        Trials trials = trials("1e-9 %", "1e-9 %", ", lost: 60 % per y");
        int most = 0;
        for (int replicate = 0; replicate < 20; replicate++) {
            trials.enrol(replicate);
            Finding found = trials.of("log-log");
            if (found.tested()) {
                int followed = trials.of("exact").patients();
                most = Math.max(most, followed);
                assertEquals(Math.pow(0.62, followed), found.p(), 1e-15);
                assertEquals(Math.pow(0.025, 1.0 / followed), found.lower(), 1e-12);
            }
        }
        assertTrue(most > 5 && most < N, "most: " + most);
    }

    /** The power rises with the effect to what can be had, and does not fall to 0. Seed fixed. */
    @ParameterizedTest
    @ValueSource(strings = {"log-log", "plain", "arcsine", "both-sides"})
    void a_better_treatment_has_more_power(String name) throws IOException {
        double before = 0;
        for (String dead : new String[] {"20 %", "10 %", "0.01 %"}) {
            double power = trials(dead, "1e-9 %", "").rejected(name, TRIALS);
            assertTrue(power > before, dead + ": " + power + " after " + before);
            before = power;
        }
        assertEquals(1, before, "always");
    }
}
