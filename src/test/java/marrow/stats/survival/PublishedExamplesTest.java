package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Numbers that others have printed, to the digits they printed. */
class PublishedExamplesTest {
    /** Freireich et al. (1963), Blood 21:699-716: weeks of remission in children with acute leukaemia on 6-mercaptopurine. */
    private static final SurvivalSample MERCAPTOPURINE = SurvivalSample.of(
            new double[] {10, 7, 32, 23, 22, 6, 16, 34, 32, 25, 11, 20, 19, 6, 17, 35, 6, 13, 9, 6, 10},
            new int[] {1, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0});

    /** Those on placebo: all relapsed. */
    private static final SurvivalSample PLACEBO =
            allWithTheEvent(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);

    private static SurvivalSample allWithTheEvent(double... time) {
        int[] status = new int[time.length];
        Arrays.fill(status, 1);
        return SurvivalSample.of(time, status);
    }

    /** Klein and Moeschberger (2003), Survival Analysis, 2nd edition, table 4.1: estimate and Greenwood's standard error. */
    @Test
    void kaplan_meier_with_greenwood_errors_in_remission_on_mercaptopurine() {
        double[][] printed = {
            {6, 0.857, 0.0764},
            {7, 0.807, 0.0869},
            {10, 0.753, 0.0963},
            {13, 0.690, 0.1068},
            {16, 0.627, 0.1141},
            {22, 0.538, 0.1282},
            {23, 0.448, 0.1346}
        };
        KaplanMeier km = KaplanMeier.of(MERCAPTOPURINE);
        assertEquals(printed.length, km.table().count());
        for (int j = 0; j < printed.length; j++) {
            double week = printed[j][0];
            assertEquals(week, km.table().time(j));
            assertEquals(printed[j][1], km.survival(week), 5e-4, "week " + week);
            assertEquals(printed[j][2], km.standardError(week), 5e-5, "week " + week);
        }
        assertEquals(23, km.median().orElseThrow());
        assertEquals(8, KaplanMeier.of(PLACEBO).median().orElseThrow());
    }

    /** The same, table 4.2: H(t) and its variance. */
    @Test
    void nelson_aalen_in_remission_on_mercaptopurine() {
        double[][] printed = {
            {6, 0.1428, 0.0068},
            {7, 0.2017, 0.0103},
            {10, 0.2683, 0.0147},
            {13, 0.3517, 0.0217},
            {16, 0.4426, 0.0299},
            {22, 0.5854, 0.0503},
            {23, 0.7521, 0.0781}
        };
        NelsonAalen estimate = NelsonAalen.of(MERCAPTOPURINE);
        assertEquals(printed.length, estimate.table().count());
        for (double[] row : printed) {
            // The book adds up terms that are cut to four digits.
            assertEquals(row[1], estimate.cumulativeHazard(row[0]), 1e-4, "week " + row[0]);
            double error = estimate.standardError(row[0]);
            assertEquals(row[2], error * error, 5e-5, "week " + row[0]);
        }
    }

    /**
     * Means within the longest follow-up. Klein and Moeschberger, section 4.5: 23.287 weeks with error 2.827 on
     * 6-mercaptopurine within 35 weeks, 8.667 with 1.377 on placebo, which is the plain mean.
     */
    @Test
    void restricted_mean_of_remission() {
        KaplanMeier drug = KaplanMeier.of(MERCAPTOPURINE);
        assertEquals(23.287, drug.restrictedMean(35), 1e-3);
        assertEquals(2.827, drug.restrictedMeanError(35), 1e-3);
        KaplanMeier placebo = KaplanMeier.of(PLACEBO);
        assertEquals(182.0 / 21, placebo.restrictedMean(23), 1e-12);
        assertEquals(1.377, placebo.restrictedMeanError(23), 1e-3);
    }

    /**
     * Three competing causes a, b, c in eleven subjects. Therneau, A package for survival analysis in R, the vignette that
     * comes with the package {@code survival}, section "Competing risks", "Simple example": Pr(entry), Pr(a), Pr(b), Pr(c).
     */
    @Test
    void aalen_johansen_of_three_causes_in_a_vignette() {
        double[][] printed = {
            {1, 0.909, 0.0909, 0, 0},
            {2, 0.818, 0.1818, 0, 0},
            {3, 0.727, 0.1818, 0.0909, 0},
            {5, 0.623, 0.2857, 0.0909, 0},
            {6, 0.416, 0.3896, 0.1948, 0},
            {7, 0.208, 0.3896, 0.1948, 0.208}
        };
        AalenJohansen aj = AalenJohansen.of(
                SurvivalSample.of(
                        new double[] {1, 2, 3, 4, 5, 6, 7, 8, 6, 7, 8}, new int[] {1, 1, 2, 0, 1, 1, 3, 0, 2, 3, 0}),
                3);
        assertEquals(printed.length, aj.table().count());
        for (double[] row : printed) {
            String what = "at " + row[0];
            assertEquals(row[1], aj.eventFree(row[0]), 5e-4, what);
            assertEquals(row[2], aj.incidence(1, row[0]), 5e-5, what);
            assertEquals(row[3], aj.incidence(2, row[0]), 5e-5, what);
            assertEquals(row[4], aj.incidence(3, row[0]), 5e-4, what);
        }
    }

    /**
     * Breast cancer, death from it and from other causes: Satagopan et al. (2004), Br. J. Cancer 91:1229-1235, table 2,
     * works the first nine of 305 patients by hand, in per cent with one digit; the others leave later. Each death from
     * the cancer adds 0.3; the printed incidence adds up these rounded steps, so the steps are compared.
     */
    @Test
    void aalen_johansen_worked_by_hand_in_a_medical_journal() {
        double[] months = new double[305];
        int[] status = new int[305];
        Arrays.fill(months, 99);
        System.arraycopy(new double[] {7, 10, 14, 16, 18, 23, 24, 26, 27}, 0, months, 0, 9);
        System.arraycopy(new int[] {0, 1, 0, 1, 2, 1, 0, 2, 1}, 0, status, 0, 9);
        AalenJohansen aj = AalenJohansen.of(SurvivalSample.of(months, status), 2);
        double[][] printed = {
            {10, 99.7, 0.3}, {16, 99.3, 0.3}, {18, 99.0, 0}, {23, 98.7, 0.3}, {26, 98.3, 0}, {27, 98.0, 0.3}
        };
        double before = 0;
        for (double[] row : printed) {
            double incidence = aj.incidence(1, row[0]);
            assertEquals(row[1], 100 * aj.eventFree(row[0]), 0.05, "free at " + row[0]);
            assertEquals(row[2], 100 * (incidence - before), 0.05, "step at " + row[0]);
            before = incidence;
        }
    }

    /**
     * 26 psychiatric patients in Iowa, 15 deaths where the state's mortality of 1960 lets 4.4740 be expected: chi-square
     * 24.7645. Klein and Moeschberger (2003), example 7.1, after Woolson (1981), Biometrics 37:687-696. The last digit of
     * 4.4740 is worth 4e-4 of it.
     */
    @Test
    void one_sample_log_rank_of_psychiatric_patients() {
        OneSampleLogRank test = new OneSampleLogRank(15, 4.4740);
        assertEquals(24.7645, test.classic() * test.classic(), 4e-4);
    }
}
