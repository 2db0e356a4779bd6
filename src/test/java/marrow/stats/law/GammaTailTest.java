package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

class GammaTailTest {
    @Test
    void has_the_bits_of_commons_math() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 100_000; i++) {
            int degrees = random.nextInt(1, 40);
            double x = random.nextDouble(0, 3.0 * degrees + 5);
            assertEquals(Gamma.regularizedGammaQ(degrees / 2.0, x / 2, 1e-15, 10_000), ChiSquare.upperTail(x, degrees));
            double z = random.nextDouble(-9, 9);
            assertEquals(0.5 * Erf.erfc(z / Math.sqrt(2)), Gaussian.upperTail(z));
            assertEquals(Erf.erfc(Math.abs(z) / Math.sqrt(2)), Gaussian.bothTails(z));
        }
        assertEquals(1, ChiSquare.upperTail(0, 3));
        assertEquals(1, ChiSquare.upperTail(5, 0));
        assertEquals(0, Gaussian.upperTail(99));
        assertEquals(1, Gaussian.upperTail(-99));
        assertEquals(0.5, Gaussian.upperTail(0));
    }
}
