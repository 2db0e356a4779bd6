package marrow.dist;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws from the gamma law of scale 1: Marsaglia and Tsang (2000), A simple method for generating gamma variables,
 * ACM TOMS 26:363-372. With Z normal, d = shape - 1/3 and V = (1 + Z / sqrt(9 d))^3, d V is gamma when accepted,
 * which it is in more than 95 % of tries. Below shape 1: G(shape) = G(shape + 1) U^(1/shape). Z comes by the quantile
 * of one uniform, so that an accepted draw rises with it.
 */
final class MarsagliaTsang {
    private MarsagliaTsang() {}

    static double draw(double shape, UniformRandomProvider random) {
        return shape >= 1
                ? fromOne(shape, random)
                : fromOne(shape + 1, random) * StrictMath.exp(logBoost(shape, random));
    }

    /** The logarithm of a draw: finite however small the shape. */
    static double logDraw(double shape, UniformRandomProvider random) {
        return shape >= 1
                ? StrictMath.log(fromOne(shape, random))
                : StrictMath.log(fromOne(shape + 1, random)) + logBoost(shape, random);
    }

    private static double logBoost(double shape, UniformRandomProvider random) {
        return StrictMath.log(OpenUnit.draw(random)) / shape;
    }

    private static double fromOne(double shape, UniformRandomProvider random) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = StandardNormal.quantile(OpenUnit.draw(random));
            double root = 1 + c * z;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double u = OpenUnit.draw(random);
            double square = z * z;
            if (u < 1 - 0.0331 * square * square
                    || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
                return d * v;
            }
        }
    }
}
