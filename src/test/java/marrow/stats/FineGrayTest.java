package marrow.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FineGrayTest {
    /** All data sets where crr finds a maximum, with one and with two covariates; see fine-gray.R. */
    @Test
    void r_finds_the_same_in_every_data_set() {
        List<String[]> rows = ComparisonData.reference("fine-gray");
        assertTrue(rows.size() > 1_000, "rows: " + rows.size());
        for (String[] row : rows) {
            ComparisonData.Set set = ComparisonData.set(row[0]);
            double[][] x = row[1].equals("A") ? new double[][] {set.x1()} : new double[][] {set.x1(), set.x2()};
            FineGray model = FineGray.of(Subjects.of(set.time(), set.status()), x, 1);
            String what = row[0] + row[1];
            assertEquals(FitStatus.CONVERGED, model.status(), what);
            assertEquals(x.length, model.degreesOfFreedom(), what);
            double[] coefficients = ComparisonData.numbers(row[2]);
            double[] variance = ComparisonData.numbers(row[3]);
            for (int j = 0; j < x.length; j++) {
                double deviation = Math.sqrt(variance[j * x.length + j]);
                Agreement.estimate(coefficients[j], model.coefficient(j), deviation, what + " b");
                for (int k = 0; k < x.length; k++) {
                    double size = deviation * Math.sqrt(variance[k * x.length + k]);
                    Agreement.estimate(variance[j * x.length + k], model.variance(j, k), size, what + " variance");
                }
            }
            Agreement.estimate(Double.parseDouble(row[4]), model.nullLogLikelihood(), 1, what + " log-likelihood at 0");
            Agreement.estimate(Double.parseDouble(row[5]), model.logLikelihood(), 1, what + " log-likelihood");
        }
    }

    /** Without competing events and ties between them it is Cox's model, with the robust variance. */
    @Test
    void one_cause_is_cox() {
        Subjects subjects = Leukaemia6MP.subjects();
        double[][] x = {new double[42]};
        for (int i = 0; i < 42; i++) {
            x[0][i] = Leukaemia6MP.group()[i];
        }
        FineGray model = FineGray.of(subjects, x, 1);
        Cox cox = new Cox(42, 1);
        RobustCox robust = RobustCox.of(cox, subjects, x, Ties.BRESLOW);
        assertEquals(cox.coefficient(0), model.coefficient(0), 1e-12);
        assertEquals(robust.variance(0, 0), model.variance(0, 0), 1e-12);
        assertEquals(robust.wald(), model.wald(), 1e-9);
        assertEquals(Tail.chiSquareAbove(model.wald(), 1), model.p());
    }

    @Test
    void degenerate_data_say_so() {
        FineGray none = FineGray.of(Subjects.of(new double[] {1, 2}, new int[] {2, 0}), new double[][] {{0, 1}}, 1);
        assertEquals(FitStatus.NO_EVENTS, none.status());
        assertEquals(1, none.p());
        FineGray apart =
                FineGray.of(Subjects.of(new double[] {1, 2, 3, 4}, new int[] {1, 1, 2, 0}), new double[][] {{1, 1, 0, 0}}, 1);
        assertEquals(FitStatus.SEPARATED, apart.status());
        Subjects truncated = Subjects.of(new double[] {1}, new int[] {1}).entering(new double[1]);
        assertThrows(IllegalArgumentException.class, () -> FineGray.of(truncated, new double[][] {{0}}, 1));
    }
}
