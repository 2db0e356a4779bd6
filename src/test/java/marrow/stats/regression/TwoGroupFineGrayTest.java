package marrow.stats.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import marrow.stats.survival.SurvivalSample;
import org.junit.jupiter.api.Test;

/** The same coefficient as {@link FineGray}, which R's crr has. */
class TwoGroupFineGrayTest {
    /** Times in whole days, so that events, censorings and competing events share them. */
    @Test
    void the_same_as_the_model_for_any_covariates_in_200_samples() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int set = 0; set < 200; set++) {
            int n = 20 + random.nextInt(200);
            int days = 10 + random.nextInt(300);
            double[] time = new double[n];
            int[] status = new int[n];
            boolean[] later = new boolean[n];
            double[][] x = new double[1][n];
            for (int i = 0; i < n; i++) {
                later[i] = random.nextBoolean();
                x[0][i] = later[i] ? 1 : 0;
                time[i] = 1 + random.nextInt(days);
                status[i] = random.nextInt(3);
            }
            FineGray model = FineGray.of(SurvivalSample.of(time, status), x, 1);
            TwoGroupFineGray found = TwoGroupFineGray.of(time, status, later, 1);
            assertEquals(FitStatus.CONVERGED, model.status(), "sample " + set);
            assertEquals(model.coefficient(0), found.coefficient(), 1e-9, "sample " + set);
        }
    }

    /** Without censoring the weights are 1 and the error is that of Cox's model with Breslow's ties, who competes staying for ever. */
    @Test
    void the_error_is_that_of_cox_where_nobody_is_censored() {
        double[] time = {3, 5, 8, 10, 12, 15, 18, 20, 22, 25};
        int[] status = {1, 2, 1, 1, 2, 1, 2, 1, 1, 2};
        boolean[] later = {false, true, false, true, true, false, false, true, true, false};
        double[] stays = time.clone();
        int[] event = new int[10];
        double[][] x = new double[1][10];
        for (int i = 0; i < 10; i++) {
            event[i] = status[i] == 1 ? 1 : 0;
            stays[i] = status[i] == 1 ? time[i] : 100;
            x[0][i] = later[i] ? 1 : 0;
        }
        Cox cox = Cox.of(SurvivalSample.of(stays, event), x, Ties.BRESLOW);
        TwoGroupFineGray found = TwoGroupFineGray.of(time, status, later, 1);
        assertEquals(cox.coefficient(0), found.coefficient(), 1e-12);
        assertEquals(Math.sqrt(cox.variance(0, 0)), found.standardError(), 1e-12);
    }

    @Test
    void no_ratio_where_one_group_has_all_events_or_there_is_none() {
        double[] time = {1, 2, 3, 4};
        boolean[] later = {true, true, false, false};
        for (int[] status : new int[][] {{1, 1, 2, 0}, {2, 0, 1, 1}, {2, 0, 2, 0}}) {
            TwoGroupFineGray none = TwoGroupFineGray.of(time, status, later, 1);
            assertTrue(Double.isNaN(none.coefficient()) && Double.isNaN(none.standardError()));
        }
    }
}
