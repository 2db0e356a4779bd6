package marrow.stats.sequential;

import java.util.Arrays;
import marrow.check.Require;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * What may be said after a {@link GroupSequential} test has ended at a look with Z = z. The order of outcomes is the
 * stagewise one (Siegmund 1978, Biometrika 65:341-349; Tsiatis, Rosner and Mehta 1984, Biometrics 40:797-803): to
 * reject earlier speaks more against H0, and at one look the larger Z. So
 *
 * <pre>
 *   p(drift) = sum over earlier looks j of P(reject at j) + P(come to this look, Z &gt;= z).
 * </pre>
 *
 * <p>The p-value is p(0); the median-unbiased estimate solves p = 1/2, the limits of the interval p = (1 - level)/2 and
 * p = (1 + level)/2. As in R's {@code rpact} ({@code getFinalPValue}, {@code getFinalConfidenceInterval}), studies go on
 * below non-binding futility bounds.
 *
 * <p>Estimates are on the scale of the drift, theta sqrt(I max): divide by the root of the maximal information.
 */
public final class SequentialOutcome {
    private static final double FAR = 40; // of the drift from z: nothing is left there of any tail

    private final GroupSequential design;
    private final int look;
    private final double z;

    private SequentialOutcome(GroupSequential design, int look, double z) {
        this.design = design;
        this.look = look;
        this.z = z;
    }

    /** The test must have ended there: by crossing a bound, or at the last look. */
    public static SequentialOutcome of(GroupSequential design, int look, double z) {
        if (look < 1 || look > design.looks()) {
            throw new IllegalArgumentException("look must lie in 1 .. " + design.looks() + ", not " + look);
        }
        Require.finite(z, "z");
        if (look < design.looks() && z > design.futility(look) && z < design.critical(look)) {
            throw new IllegalArgumentException("the test goes on at look " + look + " with z = " + z + ", between "
                    + design.futility(look) + " and " + design.critical(look));
        }
        return new SequentialOutcome(design, look, z);
    }

    /**
     * After a test whose looks came as they did, with the bounds that it met there; it has ended at the last of them.
     *
     * @param fractions of the planned information
     * @param critical  bounds for Z; infinite where nothing could be rejected
     * @param futility  bounds for Z at looks before the last, -infinity where there was none; not read where the test is two-sided
     * @param z         at the last look; of a two-sided test its size
     */
    public static SequentialOutcome observed(
            SpendingPlan plan, double[] fractions, double[] critical, double[] futility, double z) {
        double[] lower = plan.twoSided() ? Arrays.stream(critical).map(c -> -c).toArray() : futility.clone();
        GroupSequential design = new GroupSequential(
                fractions.clone(),
                plan.alpha(),
                critical.clone(),
                lower,
                plan.twoSided(),
                plan.twoSided() || plan.binding());
        return new SequentialOutcome(design, fractions.length, Require.finite(z, "z"));
    }

    /** One-sided for a one-sided test; twice the smaller side for a two-sided one. */
    public double pValue() {
        double upper = exceeds(0);
        return design.isTwoSided() ? Math.min(1, 2 * Math.min(upper, 1 - upper)) : upper;
    }

    /** The drift at which outcomes on either side are as likely. */
    public double medianUnbiasedEstimate() {
        return driftWhere(0.5);
    }

    /** The lower limit of the two-sided interval for the drift. */
    public double lower(double level) {
        return driftWhere(0.5 * (1 - Require.openProbability(level, "level")));
    }

    /** The upper limit of the two-sided interval for the drift. */
    public double upper(double level) {
        return driftWhere(0.5 * (1 + Require.openProbability(level, "level")));
    }

    /** The chance, under a drift, of this outcome or one that speaks for a larger drift. */
    double exceeds(double drift) {
        SequentialDensity density = SequentialDensity.firstLook(drift, design.fraction(1));
        double sum = 0;
        for (int k = 1; k < look; k++) {
            sum += density.above(design.critical(k));
            double from = design.isBinding() ? design.futility(k) : Double.NEGATIVE_INFINITY;
            density = density.next(from, design.critical(k), design.fraction(k + 1));
        }
        return Math.min(1, sum + density.above(z));
    }

    private double driftWhere(double p) {
        double centre = z / Math.sqrt(design.fraction(look));
        double far = FAR / Math.sqrt(design.fraction(1));
        return new BrentSolver(1e-13, 1e-13, 1e-16).solve(300, drift -> exceeds(drift) - p, centre - far, centre + far);
    }
}
