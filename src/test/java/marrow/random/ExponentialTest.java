package marrow.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first exponentials of 200 patients, 100 clocks, 50 occurrences follow 1 - exp(-x). */
class ExponentialTest {
    private static final int N = 200 * 100 * 50;
    private static double[] budgets;

    @BeforeAll
    static void drawFirstExponentials() {
        budgets = new double[N];
        AddressedRandom random = AddressedRandom.of(20261120);
        int i = 0;
        for (int patient = 0; patient < 200; patient++) {
            random.patient(1, patient);
            for (int clock = 0; clock < 100; clock++) {
                long key = AddressedRandom.clockKey("clock " + clock);
                for (int occurrence = 0; occurrence < 50; occurrence++) {
                    random.at(key, occurrence);
                    budgets[i++] = random.exponential();
                }
            }
        }
    }

    /** Standard error of the mean 1 / sqrt(n); 5 of them: false-alarm rate 6e-7. */
    @Test
    void meanIsOne() {
        assertEquals(1, Arrays.stream(budgets).sum() / N, 5 / Math.sqrt(N));
    }

    /** Fourth central moment 9, so the standard error of the mean square deviation is sqrt(8 / n); 5 of them: 6e-7. */
    @Test
    void varianceIsOne() {
        double squares = Arrays.stream(budgets).map(x -> (x - 1) * (x - 1)).sum();
        assertEquals(1, squares / N, 5 * Math.sqrt(8.0 / N));
    }

    /** Kolmogorov-Smirnov: P(sqrt(n) D > 2.7) = 2 exp(-2 * 2.7^2) = 9e-7. */
    @Test
    void distributionIsTheUnitExponential() {
        double[] sorted = budgets.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < N; i++) {
            double cumulative = -StrictMath.expm1(-sorted[i]);
            distance = Math.max(distance, Math.max((i + 1.0) / N - cumulative, cumulative - (double) i / N));
        }
        assertTrue(Math.sqrt(N) * distance < 2.7, "sqrt(n) D = " + Math.sqrt(N) * distance);
    }

    /** Lag-one correlation along the occurrences of a clock, and along the clocks: 5 standard errors, 6e-7 each. */
    @Test
    void neighboursAreNotCorrelated() {
        for (int lag : new int[] {1, 50, 5000}) {
            double products = 0;
            for (int i = lag; i < N; i++) {
                products += (budgets[i] - 1) * (budgets[i - lag] - 1);
            }
            assertEquals(0, products / (N - lag), 5 / Math.sqrt(N - lag), "lag " + lag);
        }
    }
}
