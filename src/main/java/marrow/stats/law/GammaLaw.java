package marrow.stats.law;

import marrow.check.Require;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The gamma law of a shape and rate 1, as what is believed of a rate in units of the time it was watched: after d events in a time T, with a events in a time b
 * before, the rate times (b + T) has shape a + d. Tails and quantiles are R's {@code pgamma} and {@code qgamma}.
 */
public final class GammaLaw {
    private static final double CLOSE = 1e-13;

    private final double shape;
    private final GammaTail tail;

    private GammaLaw(double shape) {
        this.shape = shape;
        tail = new GammaTail(shape);
    }

    public static GammaLaw of(double shape) {
        return new GammaLaw(Require.positive(shape, "shape"));
    }

    /** P(X &le; x). */
    public double below(double x) {
        return 1 - tail.above(Require.notNegative(x, "x"));
    }

    /** The x with P(X &le; x) = chance, for 0 &lt; chance &lt; 1. */
    public double quantile(double chance) {
        Require.openProbability(chance, "chance");
        double most = shape + 1;
        while (below(most) < chance) {
            most *= 2;
        }
        return new BrentSolver(CLOSE, CLOSE, CLOSE).solve(500, x -> below(x) - chance, 0, most);
    }
}
