package marrow.stats.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marrow.stats.ComparisonData;
import marrow.stats.Leukaemia6MP;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.ChiSquare;
import marrow.stats.survival.SurvivalSample;
import org.junit.jupiter.api.Test;

final class FineGrayTest {
    /**
     * All data sets where crr finds a maximum, both causes, with one and with two covariates; see
     * fine-gray-reference.R.
     */
    @Test
    void r_finds_the_same_in_every_data_set() {
        RTable r = RTable.read("/marrow/stats/fine-gray.csv.gz");
        assertTrue(r.size() > 2_000, "rows: " + r.size());
        for (int row = 0; row < r.size(); row++) {
            ComparisonData set = ComparisonData.set(r.text(row, "set"));
            double[][] x =
                    r.text(row, "model").equals("B") ? new double[][] {set.x1(), set.x2()} : new double[][] {set.x1()};
            FineGray model = FineGray.of(set.causes(), x, r.text(row, "model").equals("C") ? 2 : 1);
            String what = r.text(row, "set") + r.text(row, "model");
            assertEquals(FitStatus.CONVERGED, model.status(), what);
            assertEquals(x.length, model.degreesOfFreedom(), what);
            double[] coefficients = r.numbers(row, "coef");
            double[] variance = r.numbers(row, "var");
            for (int j = 0; j < x.length; j++) {
                double deviation = Math.sqrt(variance[j * x.length + j]);
                SameAsR.estimate(coefficients[j], model.coefficient(j), deviation, what + " b");
                for (int k = 0; k < x.length; k++) {
                    double size = deviation * Math.sqrt(variance[k * x.length + k]);
                    SameAsR.estimate(variance[j * x.length + k], model.variance(j, k), size, what + " variance");
                }
            }
            SameAsR.estimate(r.number(row, "loglik0"), model.nullLogLikelihood(), 1, what + " log-likelihood at 0");
            SameAsR.estimate(r.number(row, "loglik"), model.logLikelihood(), 1, what + " log-likelihood");
        }
    }

    /** Without competing events and ties between them it is Cox's model, with the robust variance. */
    @Test
    void one_cause_is_cox() {
        double[][] x = Leukaemia6MP.treated();
        FineGray model = FineGray.of(Leukaemia6MP.sample(), x, 1);
        Cox cox = Cox.of(Leukaemia6MP.sample(), x, Ties.BRESLOW);
        RobustCox robust = cox.robust();
        assertEquals(cox.coefficient(0), model.coefficient(0), 1e-12);
        assertEquals(robust.variance(0, 0), model.variance(0, 0), 1e-12);
        assertEquals(robust.wald(), model.wald(), 1e-9);
        assertEquals(ChiSquare.upperTail(model.wald(), 1), model.p());
    }

    /**
     * Where the later group has no event of interest, and where it has them all. R 4.2, survival 3.5: {@code
     * coxph(Surv(fgstart, fgstop, fgstatus) ~ g, weights = fgwt, ties = "breslow", data = finegray(Surv(t, s) ~ ., id = id,
     * etype = "1"))$score}.
     */
    @Test
    void separated_groups_have_the_score_test_of_coxph() {
        double[] time = {3, 5, 8, 10, 12, 15, 18, 20, 22, 25, 28, 30, 4, 7, 9, 11, 14, 16, 19, 21, 24, 26, 29, 31};
        int[] status = {1, 0, 1, 2, 1, 0, 1, 2, 0, 1, 0, 0, 2, 0, 0, 2, 0, 0, 2, 0, 0, 0, 0, 0};
        double[] later = new double[24];
        Arrays.fill(later, 12, 24, 1);
        FineGray none = FineGray.of(SurvivalSample.of(time, status), new double[][] {later}, 1);
        assertEquals(FitStatus.SEPARATED, none.status());
        assertEquals(5.39527090644859, none.score(), 1e-13);
        assertTrue(none.coefficient(0) < -5);
        double[] other = Arrays.stream(later).map(g -> 1 - g).toArray();
        FineGray all = FineGray.of(SurvivalSample.of(time, status), new double[][] {other}, 1);
        assertEquals(FitStatus.SEPARATED, all.status());
        assertEquals(5.39527090644859, all.score(), 1e-13);
        assertTrue(all.coefficient(0) > 5);
    }

    @Test
    void degenerate_data_say_so() {
        FineGray none =
                FineGray.of(SurvivalSample.of(new double[] {1, 2}, new int[] {2, 0}), new double[][] {{0, 1}}, 1);
        assertEquals(FitStatus.NO_EVENTS, none.status());
        assertEquals(1, none.p());
        FineGray apart = FineGray.of(
                SurvivalSample.of(new double[] {1, 2, 3, 4}, new int[] {1, 1, 2, 0}), new double[][] {{1, 1, 0, 0}}, 1);
        assertEquals(FitStatus.SEPARATED, apart.status());
        SurvivalSample truncated =
                SurvivalSample.of(new double[] {1}, new int[] {1}).enteredAt(new double[1]);
        assertThrows(IllegalArgumentException.class, () -> FineGray.of(truncated, new double[][] {{0}}, 1));
    }
}
