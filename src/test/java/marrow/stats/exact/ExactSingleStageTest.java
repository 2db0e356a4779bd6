package marrow.stats.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import marrow.stats.law.BinomialLaw;
import org.junit.jupiter.api.Test;

class ExactSingleStageTest {
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
            for (ExactSingleStage design : ExactSingleStage.sawtooth(p0, p1, alpha, 1, 3 * sustained + 20)) {
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
        assertThrows(IllegalArgumentException.class, () -> new ExactSingleStage(5, 7, 0.3, 0.5));
    }
}
