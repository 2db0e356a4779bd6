package marrow.montecarlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void quantiles_of_whole_numbers_are_exact() {
        Tally tally = new Tally();
        for (int x = 500; x >= 0; x--) {
            tally.add(x);
        }
        tally.add(Double.NaN);
        assertEquals(50, tally.quantile(0.1).value());
        assertEquals(250, tally.quantile(0.5).value());
        assertEquals(450, tally.quantile(0.9).value());
        assertEquals(Double.NaN, new Tally().quantile(0.5).value());
    }

    /** Uniform numbers up to 3,000: each quantile within 0.5 % of its place and its interval around it. */
    @Test
    void quantiles_of_large_numbers_are_near() {
        SplittableRandom random = new SplittableRandom(20261121);
        Tally tally = new Tally();
        for (int i = 0; i < 100_000; i++) {
            tally.add(3000 * random.nextDouble());
        }
        for (double share : new double[] {0.1, 0.5, 0.9}) {
            Estimate quantile = tally.quantile(share);
            assertEquals(3000 * share, quantile.value(), 15 + 15 * share);
            assertTrue(
                    quantile.lower() <= quantile.value() && quantile.value() <= quantile.upper(), quantile.toString());
            assertEquals(3000 * Math.sqrt(share * (1 - share) / 100_000), quantile.mcse(), 2.5);
        }
    }

    @Test
    void what_is_written_and_joined_is_the_same() {
        SplittableRandom random = new SplittableRandom(7);
        Tally whole = new Tally();
        Tally joined = new Tally();
        for (int block = 0; block < 5; block++) {
            Tally one = new Tally();
            for (int i = 0; i < (block == 4 ? 100 : Simulation.BLOCK); i++) {
                double x = StrictMath.exp(20 * random.nextDouble() - 1);
                whole.add(x);
                one.add(x);
            }
            ByteBuffer bytes = ByteBuffer.allocate(Tally.BYTES);
            one.write(bytes);
            joined.join(Tally.read(bytes.flip()));
        }
        for (int k = 1; k < 100; k++) {
            assertEquals(whole.quantile(k / 100.0), joined.quantile(k / 100.0));
        }
    }
}
