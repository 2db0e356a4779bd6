package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;

class StandardNormalTest {
    /** z, P(Z > z), -log P(Z > z), phi(z) / P(Z > z). Origin: mpmath 1.3.0, erfc with 60 digits. */
    private static final double[][] TAILS = {
        {-37.5, 1.0, 4.6053530095819548438e-308, 1.7282337322841052208e-306},
        {-20.0, 1.0, 2.7536241186062336951e-89, 5.5209483621597631896e-88},
        {-6.0, 0.99999999901341235496, 9.8658764552437573169e-10, 6.0758828558176764452e-9},
        {-3.0, 0.99865010196836990547, 0.0013508099647481937988, 0.0044378390421256637933},
        {-1.5, 0.933192798731141934, 0.069143455612233982993, 0.1387897504588507562},
        {-0.3, 0.61791142218895263307, 0.48141016158848120517, 0.61722085361273445015},
        {0.0, 0.5, 0.69314718055994530942, 0.79788456080286535588},
        {0.5, 0.30853753872598689636, 1.1759117615936186089, 1.1410777703680644809},
        {1.0, 0.15865525393145705141, 1.8410216450092635058, 1.5251352761609812091},
        {2.5, 0.006209665325776135167, 5.0816482772786904984, 2.8227447976639072505},
        {7.0, 1.2798125438858350044e-12, 27.384307498811075243, 7.1375456132265032765},
        {25.0, 3.0566967063825609164e-138, 316.63940800802025894, 25.039873012057562583},
        {37.0, 5.7255712225245768227e-300, 689.0305855768905936, 37.026987686126990096},
        {100.0, 0.0, 5005.5242086942050886, 100.00999800099926071},
        {1e8, 0.0, 5000000000000019.3396, 1e8},
    };

    /** p, z with P(Z <= z) = p. Origin: mpmath 1.3.0, root of the logarithm of erfc with 50 digits. */
    private static final double[][] QUANTILES = {
        {1e-300, -37.0470962993611992},
        {1e-20, -9.26234008979840758},
        {1e-05, -4.26489079392282461},
        {0.01, -2.32634787404084109},
        {0.025, -1.95996398454005421},
        {0.075, -1.43953147093845593},
        {0.3, -0.524400512708040816},
        {0.5, 0.0},
        {0.8, 0.841621233572914364},
        {0.975, 1.95996398454005386},
    };

    @Test
    void tails_agree_with_reference() {
        for (double[] row : TAILS) {
            double z = row[0];
            assertEquals(row[1], StandardNormal.survival(z), 4e-16 * row[1], "survival at " + z);
            assertEquals(row[1], StandardNormal.cumulative(-z), 4e-16 * row[1], "cumulative at " + -z);
            assertEquals(row[2], StandardNormal.cumulativeHazard(z), 4e-16 * row[2], "cumulative hazard at " + z);
            // Far below 0 the density is exp of a rounded square: z^2 / 2 roundings.
            double allowed = 4e-16 * (1 + z * z * (z < 0 ? 1 : 0));
            assertEquals(row[3], StandardNormal.hazard(z), allowed * row[3], "hazard at " + z);
            assertEquals(z, StandardNormal.inverseHazard(row[2]), 4e-16 * Math.max(1, Math.abs(z)), "inverse at " + z);
        }
    }

    @Test
    void quantiles_agree_with_reference() {
        for (double[] row : QUANTILES) {
            assertEquals(
                    row[1], StandardNormal.quantile(row[0]), 4e-16 * Math.max(1, Math.abs(row[1])), "at " + row[0]);
        }
    }

    @Test
    void ends_are_exact() {
        assertEquals(Double.NEGATIVE_INFINITY, StandardNormal.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, StandardNormal.quantile(1));
        assertEquals(0, StandardNormal.cumulative(Double.NEGATIVE_INFINITY));
        assertEquals(1, StandardNormal.cumulative(Double.POSITIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, StandardNormal.cumulativeHazard(Double.POSITIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, StandardNormal.inverseHazard(0));
        assertEquals(Double.POSITIVE_INFINITY, StandardNormal.inverseHazard(Double.POSITIVE_INFINITY));
    }

    @Test
    void inverses_undo_the_tails() {
        UniformRandomProvider random = new SplitMix64(5);
        for (int i = 0; i < 200_000; i++) {
            double p = Math.exp(-40 * random.nextDouble());
            double z = StandardNormal.quantile(p);
            assertEquals(1, StandardNormal.cumulative(z) / p, 2e-15 * Math.max(1, z * z), "at " + p);
            double h = Math.exp(-60 + 75 * random.nextDouble());
            double y = StandardNormal.inverseHazard(h);
            assertEquals(1, StandardNormal.cumulativeHazard(y) / h, 2e-15 * Math.max(1, y * y), "at " + h);
        }
    }
}
