package marrow.stats.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.BinomialLaw;
import org.junit.jupiter.api.Test;

class ExactSingleStageTest {
    private static final RTable R = RTable.read("single-stage.csv.gz");

    @Test
    void as_scanned_in_r() {
        assertEquals(1000, R.size());
        for (int row = 0; row < R.size(); row++) {
            double[] p = R.numbers(row, "p");
            double alpha = R.number(row, "alpha");
            double power = R.number(row, "power");
            check(row, 0, ExactSingleStage.first(p[0], p[1], alpha, power));
            check(row, 1, ExactSingleStage.sustained(p[0], p[1], alpha, power));
        }
    }

    private static void check(int row, int which, ExactSingleStage design) {
        assertEquals(R.integers(row, "n")[which], design.n(), R.line(row));
        assertEquals(R.integers(row, "reject_from")[which], design.rejectFrom(), R.line(row));
        SameAsR.enumerated(R.numbers(row, "error")[which], design.typeOneError(), R.line(row));
        SameAsR.enumerated(R.numbers(row, "reached")[which], design.power(), R.line(row));
    }

    @Test
    void first_and_sustained_hold_what_they_promise() {
        SplittableRandom random = new SplittableRandom(41);
        for (int i = 0; i < 200; i++) {
            double p0 = 0.05 + 0.7 * random.nextDouble();
            double p1 = p0 + 0.1 + (0.95 - p0 - 0.1) * random.nextDouble();
            double alpha = 0.01 + 0.1 * random.nextDouble();
            double power = 0.7 + 0.25 * random.nextDouble();
            int first = ExactSingleStage.first(p0, p1, alpha, power).n();
            int sustained = ExactSingleStage.sustained(p0, p1, alpha, power).n();
            String said = p0 + " " + p1 + " " + alpha + " " + power + ": " + first + " " + sustained;
            assertTrue(first <= sustained, said);
            List<ExactSingleStage> teeth = ExactSingleStage.sawtooth(p0, p1, alpha, 1, 3 * sustained + 20);
            assertEquals(3 * sustained + 20, teeth.size());
            for (ExactSingleStage design : teeth) {
                assertTrue(design.typeOneError() <= alpha * (1 + 1e-12), said);
                assertTrue(
                        design.rejectFrom() == 1
                                || BinomialLaw.atLeast(design.rejectFrom() - 1, design.n(), p0) > alpha,
                        said);
                boolean powerful = design.power() >= power;
                assertFalse(design.n() < first && powerful, said);
                assertTrue(design.n() < sustained || powerful, said);
                assertFalse(design.n() == sustained - 1 && powerful, said);
            }
        }
    }

    @Test
    void what_is_detected_has_the_power() {
        for (int n : new int[] {5, 31, 200}) {
            ExactSingleStage design = ExactSingleStage.ofSize(n, 0.65, 0.85, 0.2);
            for (double power : new double[] {0.3, 0.8, 0.9}) {
                assertEquals(power, design.rejects(design.detects(power).orElseThrow()), 1e-12);
            }
        }
        assertTrue(ExactSingleStage.ofSize(3, 0.65, 0.85, 0.05).detects(0.8).isEmpty(), "3 patients never reject");
    }

    /** P(X = 4) = 1/16 of four fair coins: a level met exactly is kept. */
    @Test
    void a_level_met_exactly_is_kept() {
        assertEquals(4, ExactSingleStage.ofSize(4, 0.5, 0.8, 0.0625).rejectFrom());
        assertEquals(5, ExactSingleStage.ofSize(4, 0.5, 0.8, 0.0624).rejectFrom());
        assertEquals(0, ExactSingleStage.ofSize(4, 0.5, 0.8, 0.0624).power());
    }

    /** p0 = 0.01, p1 = 0.99: one patient will do, and any more. */
    @Test
    void one_patient() {
        assertEquals(1, ExactSingleStage.first(0.01, 0.99, 0.05, 0.8).n());
        assertEquals(1, ExactSingleStage.sustained(0.01, 0.99, 0.05, 0.8).n());
        assertEquals(2, new ExactSingleStage(1, 2, 0.3, 0.5).rejectFrom());
    }

    @Test
    void extremes_of_p() {
        ExactSingleStage design = ExactSingleStage.ofSize(31, 0.65, 0.85, 0.05);
        assertEquals(0, design.rejects(0));
        assertEquals(1, design.rejects(1));
    }

    @Test
    void refusals() {
        for (double bad : new double[] {Double.NaN, 0, 1, -1}) {
            assertThrows(IllegalArgumentException.class, () -> ExactSingleStage.first(bad, 0.5, 0.05, 0.8));
            assertThrows(IllegalArgumentException.class, () -> ExactSingleStage.first(0.3, bad, 0.05, 0.8));
            assertThrows(IllegalArgumentException.class, () -> ExactSingleStage.first(0.3, 0.5, bad, 0.8));
            assertThrows(IllegalArgumentException.class, () -> ExactSingleStage.first(0.3, 0.5, 0.05, bad));
        }
        assertThrows(IllegalArgumentException.class, () -> ExactSingleStage.first(0.5, 0.3, 0.05, 0.8));
        assertThrows(IllegalArgumentException.class, () -> ExactSingleStage.first(0.3, 0.5, 0.05, 0.05));
        assertThrows(IllegalArgumentException.class, () -> ExactSingleStage.first(0.3, 0.3001, 0.05, 0.9));
        assertThrows(IllegalArgumentException.class, () -> ExactSingleStage.ofSize(0, 0.3, 0.5, 0.05));
        assertThrows(IllegalArgumentException.class, () -> ExactSingleStage.ofSize(10, 0.3, 0.5, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new ExactSingleStage(5, 7, 0.3, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new ExactSingleStage(5, 0, 0.3, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new ExactSingleStage(0, 1, 0.3, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new ExactSingleStage(5, 3, 0.5, 0.5));
    }
}
