package marrow.stats.sequential;

import marrow.check.Require;
import marrow.stats.law.Gaussian;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The chance that a {@link GroupSequential} test which stands at Z = z at a look, and goes on, will reject H0 on the
 * upper side at a later look. Conditional power is for a given drift theta sqrt(I max); with one look left and t its
 * fraction it is
 *
 * <pre>
 *   P(N &gt;= (c - z sqrt(t)) / sqrt(1 - t) - drift sqrt(1 - t)).
 * </pre>
 *
 * <p>Predictive power averages it over what is known of the drift: its law given z after a normal prior. The study stops
 * at futility bounds to come where they bind, and goes on below them where they do not (R's {@code
 * rpact::getConditionalPower} stops in either case). References: Jennison and
 * Turnbull (2000), chapter 10; Spiegelhalter, Freedman and Blackburn (1986), Controlled Clinical Trials 7:8-17.
 */
public final class ConditionalPower {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(24, -1, 1);
    private static final double REACH = 8.5; // standard deviations of the drift
    private static final int PANELS = 6;

    private final GroupSequential design;
    private final int look;
    private final double z;

    private ConditionalPower(GroupSequential design, int look, double z) {
        this.design = design;
        this.look = look;
        this.z = z;
    }

    /** @param look the one that has been taken; at least one must be left */
    public static ConditionalPower after(GroupSequential design, int look, double z) {
        if (look < 1 || look >= design.looks()) {
            throw new IllegalArgumentException(
                    "look must lie in 1 .. " + (design.looks() - 1) + ", with one left to come, not " + look);
        }
        return new ConditionalPower(design, look, Require.finite(z, "z"));
    }

    /** Conditional power under a drift. */
    public double under(double drift) {
        Require.finite(drift, "drift");
        SequentialDensity density = SequentialDensity.given(z, drift, design.fraction(look), design.fraction(look + 1));
        double sum = density.above(design.critical(look + 1));
        for (int k = look + 2; k <= design.looks(); k++) {
            double from = design.isBinding() ? design.futility(k - 1) : Double.NEGATIVE_INFINITY;
            density = density.next(from, design.critical(k - 1), design.fraction(k));
            sum += density.above(design.critical(k));
        }
        return Math.min(1, sum);
    }

    /** Conditional power under the drift that was seen, z / sqrt(t). */
    public double underTrend() {
        return under(z / Math.sqrt(design.fraction(look)));
    }

    /** Predictive power when nothing was known of the drift before the study. */
    public double predictive() {
        return predictive(0, 0);
    }

    /**
     * Predictive power after a normal prior for the drift.
     *
     * @param priorMean of the drift
     * @param priorFraction how much the prior knew, as a fraction of the maximal information; 0: nothing
     */
    public double predictive(double priorMean, double priorFraction) {
        Require.finite(priorMean, "priorMean");
        Require.notNegative(priorFraction, "priorFraction");
        double known = design.fraction(look) + priorFraction;
        double mean = (z * Math.sqrt(design.fraction(look)) + priorMean * priorFraction) / known;
        double deviation = 1 / Math.sqrt(known);
        double half = REACH / PANELS;
        double sum = 0;
        for (int i = 0; i < PANELS; i++) {
            double centre = -REACH + (2 * i + 1) * half;
            for (int j = 0; j < RULE.getNumberOfPoints(); j++) {
                double x = centre + half * RULE.getPoint(j);
                sum += half * RULE.getWeight(j) * Gaussian.density(x) * under(mean + deviation * x);
            }
        }
        return Math.min(1, sum);
    }
}
