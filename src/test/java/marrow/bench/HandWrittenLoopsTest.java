package marrow.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * The yardsticks do the tasks: each answer is within 4 Monte Carlo errors of the known one. Were the seeds not fixed, a right
 * loop would break one of these bounds with chance 6e-5.
 */
class HandWrittenLoopsTest {
    private static final int TRIALS = 100_000;
    private static final int PATIENTS = 1_000_000;

    private static void rejectsWithChance(double power, BooleanSupplier trial) {
        int rejected = 0;
        for (int i = 0; i < TRIALS; i++) {
            rejected += trial.getAsBoolean() ? 1 : 0;
        }
        assertEquals(power, (double) rejected / TRIALS, 4 * Math.sqrt(power * (1 - power) / TRIALS));
    }

    /** 0.7175 to four digits, so half of the last is allowed on top: from lrstat, rpact and loops of ten million trials. */
    @Test
    void t1_has_its_power() {
        TwoArmLoop loop = TwoArmLoop.oneLook(1);
        rejectsWithChance(0.7175, loop::rejects);
    }

    @Test
    void t2_has_its_power() {
        TwoArmLoop loop = TwoArmLoop.threeLooks(2);
        rejectsWithChance(0.711, loop::rejects);
    }

    /** R: pbinom(21, 31, 0.75, lower.tail = FALSE). Nobody is censored before a year, so the two tests agree but for level. */
    @Test
    void t3_rejects_as_the_binomial_law_says() {
        SingleArmLoop loop = new SingleArmLoop(3);
        rejectsWithChance(0.77095, () -> {
            loop.trial();
            return loop.exactTestRejects;
        });
    }

    /** Without censoring the estimate is the share without event, and its mean 75 %. */
    @Test
    void t3_estimates_three_quarters() {
        SingleArmLoop loop = new SingleArmLoop(4);
        double sum = 0;
        for (int i = 0; i < TRIALS; i++) {
            loop.trial();
            sum += loop.survival;
            assertEquals(Math.rint(31 * loop.survival), 31 * loop.survival, 1e-9);
            assertEquals(loop.kaplanMeierRejects, loop.lower >= 0.5, "survival " + loop.survival);
        }
        assertEquals(0.75, sum / TRIALS, 4 * Math.sqrt(0.75 * 0.25 / 31 / TRIALS));
    }

    /** No trial of T3 has anybody censored before a year, so that the way for those that have is gone here: it says the same. */
    @Test
    void t3_says_the_same_by_count_and_by_times_in_order() {
        SingleArmLoop loop = new SingleArmLoop(6);
        for (int i = 0; i < 1000; i++) {
            loop.trial();
            double survival = loop.survival;
            double lower = loop.lower;
            double upper = loop.upper;
            boolean kaplanMeier = loop.kaplanMeierRejects;
            boolean exact = loop.exactTestRejects;
            loop.order();
            assertEquals(loop.survival, survival, 1e-14);
            assertEquals(loop.lower, lower, 1e-13);
            assertEquals(loop.upper, upper, 1e-13);
            assertEquals(loop.kaplanMeierRejects, kaplanMeier);
            assertEquals(loop.exactTestRejects, exact);
        }
    }

    /** Occupancy at 3 years and moves a patient, from the Kolmogorov equations to four digits. */
    @Test
    void t4_occupies_its_states_as_the_kolmogorov_equations_say() {
        double[] expected = {0.0171, 0.0344, 0.3332, 0.0664, 0.2788, 0.2700};
        SixStateLoop loop = new SixStateLoop(5);
        loop.live(PATIENTS);
        for (int s = 0; s < 6; s++) {
            double error = Math.sqrt(expected[s] * (1 - expected[s]) / PATIENTS);
            assertEquals(expected[s], (double) loop.occupied[s] / PATIENTS, 4 * error + 5e-5, "state " + s);
        }
        assertEquals(1.894, (double) loop.transitions / PATIENTS, 4 * 1.0 / Math.sqrt(PATIENTS) + 5e-4);
    }
}
