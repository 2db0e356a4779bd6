package marrow.stats.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The short form of the log-rank test of two groups gives the numbers of the general one, those of group 1 and z to the bit. */
class TwoGroupsTest {
    @Test
    void sameAsTheGeneralForm() {
        SplittableRandom random = new SplittableRandom(1);
        LogRank.Scratch shortForm = new LogRank.Scratch(2, Weighting.LOG_RANK);
        LogRank.Scratch general = new LogRank.Scratch(2, Weighting.LOG_RANK);
        for (int turn = 0; turn < 3000; turn++) {
            int n = random.nextInt(120);
            double[] time = new double[n];
            int[] status = new int[n];
            int[] group = new int[n];
            int[] stratum = random.nextBoolean() ? new int[n] : null;
            boolean tied = random.nextBoolean();
            for (int i = 0; i < n; i++) {
                time[i] = tied ? random.nextInt(20) : random.nextDouble();
                status[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 3);
                group[i] = random.nextInt(3) / 2;
                if (stratum != null) {
                    stratum[i] = random.nextInt(3);
                }
            }
            double[] fromTheStart = new double[n]; // entries, though before anything: the general form
            Arrays.fill(fromTheStart, -1);
            LogRank one = shortForm.test(time, status, null, group, stratum, n);
            LogRank other = general.test(time, status, fromTheStart, group, stratum, n);
            for (int g = 0; g < 2; g++) {
                double rounding = g == 1 ? 0 : 1e-12 * n; // what is left of the whole is added in another order
                assertEquals(other.observed(g), one.observed(g));
                assertEquals(other.expected(g), one.expected(g), rounding);
                assertEquals(other.variance(g, 0), one.variance(g, 0), 1e-12 * n);
                assertEquals(other.variance(g, 1), one.variance(g, 1), rounding);
            }
            assertEquals(other.z(), one.z());
        }
    }
}
