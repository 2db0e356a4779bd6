package marrow.stats.sequential;

import marrow.stats.law.Gaussian;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The sub-density of the standardised statistic Z(k) among studies that have not stopped before look k, carried from
 * look to look by numerical integration (Armitage, McPherson and Rowe 1969, JRSS A 132:235-244; Jennison and Turnbull
 * 2000, Group Sequential Methods, chapter 19).
 *
 * <p>In canonical form Z(k) ~ N(theta sqrt(I(k)), 1) with independent increments of Z(k) sqrt(I(k)): given Z(k-1) = y,
 * Z(k) is normal with mean (y sqrt(I(k-1)) + theta D) / sqrt(I(k)) and variance D / I(k), D = I(k) - I(k-1).
 *
 * <p>Where Jennison and Turnbull lay Simpson's rule over about 200 points, which leaves some 1e-6, Gauss-Legendre panels
 * are laid here over the region of continuation: the density is smooth inside, so about as many points leave 1e-13.
 * Panels grow shorter where the next look comes soon, since the density between the two is then narrow.
 *
 * <p>Information that grows by less than a 1,000,000th would need more points than are sensible and is refused.
 */
final class SequentialDensity {
    private static final int POINTS = 12;
    private static final double REACH = 8.8; // standard deviations: beyond is less than 1e-18
    private static final double PANEL = 2.0; // width over the deviation of the narrowest density within
    private static final int MOST_STEPS = 60; // Newton takes about 6; the last bits may go on rocking
    private static final double LEAST_STEP = 1e-6; // of the information

    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(POINTS, -1, 1);

    private final double theta;
    private final double information;
    private final double[] at; // points y in the region of continuation of the look before; null at the first look
    private final double[] mass; // density times weight there
    private final double informationBefore;

    private SequentialDensity(double theta, double information, double[] at, double[] mass, double informationBefore) {
        this.theta = theta;
        this.information = information;
        this.at = at;
        this.mass = mass;
        this.informationBefore = informationBefore;
    }

    static SequentialDensity firstLook(double theta, double information) {
        return new SequentialDensity(theta, information, null, null, 0);
    }

    /** At the next look, of one study that stands at z now. */
    static SequentialDensity given(double z, double theta, double information, double nextInformation) {
        return new SequentialDensity(theta, nextInformation, new double[] {z}, new double[] {1}, information);
    }

    /** At the next look, of the studies that go on since Z lies between lower and upper. */
    SequentialDensity next(double lower, double upper, double nextInformation) {
        if (!(nextInformation > information * (1 + LEAST_STEP))) {
            throw new IllegalArgumentException(
                    "information must rise from look to look, but " + nextInformation + " follows " + information);
        }
        double mean = theta * Math.sqrt(information);
        double from = Math.max(lower, mean - REACH);
        double to = Math.min(upper, mean + REACH);
        if (!(to > from)) {
            return new SequentialDensity(theta, nextInformation, new double[0], new double[0], information);
        }
        // As a function of y, the next density has deviation sqrt(D / I(k)); the present one came through
        // sqrt(D'/I(k)).
        double ahead = Math.sqrt((nextInformation - information) / information);
        double behind = Math.sqrt((information - informationBefore) / information);
        double width = PANEL * Math.min(1, Math.min(ahead, behind));
        int panels = (int) Math.ceil((to - from) / width);
        double half = 0.5 * (to - from) / panels;
        double[] y = new double[panels * POINTS];
        double[] m = new double[panels * POINTS];
        for (int i = 0; i < panels; i++) {
            double centre = from + (2 * i + 1) * half;
            for (int j = 0; j < POINTS; j++) {
                y[i * POINTS + j] = centre + half * RULE.getPoint(j);
                m[i * POINTS + j] = half * RULE.getWeight(j) * density(y[i * POINTS + j]);
            }
        }
        return new SequentialDensity(theta, nextInformation, y, m, information);
    }

    /** The sub-density of Z at z. */
    double density(double z) {
        if (at == null) {
            return Gaussian.density(z - theta * Math.sqrt(information));
        }
        double deviation = Math.sqrt((information - informationBefore) / information);
        double slope = Math.sqrt(informationBefore / information);
        double drift = theta * (information - informationBefore) / Math.sqrt(information);
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += mass[i] * Gaussian.density((z - drift - slope * at[i]) / deviation);
        }
        return sum / deviation;
    }

    /** The chance to come to this look and find Z at least z. */
    double above(double z) {
        return beyond(z, 1);
    }

    /** The chance to come to this look and find Z at most z. */
    double below(double z) {
        return beyond(z, -1);
    }

    /** The z above which the chance is so much; negative infinity where there is not so much. */
    double upperBound(double chance) {
        return bound(chance, 1);
    }

    /** The z below which the chance is so much; infinity where there is not so much. */
    double lowerBound(double chance) {
        return bound(chance, -1);
    }

    /** Newton's method on the logarithm of the tail, which is concave, so that steps end up on one side. */
    private double bound(double chance, int side) {
        if (!(chance > 0)) {
            return side * Double.POSITIVE_INFINITY;
        }
        if (beyond(side * Double.NEGATIVE_INFINITY, side) <= chance) {
            return side * Double.NEGATIVE_INFINITY;
        }
        double goal = StrictMath.log(chance);
        double z = theta * Math.sqrt(information) + side * Gaussian.upperQuantile(chance);
        for (int i = 0; i < MOST_STEPS; i++) {
            double tail = beyond(z, side);
            double step = tail > 0 ? (StrictMath.log(tail) - goal) * tail / density(z) : -1;
            step = Math.max(-2, Math.min(2, step));
            z += side * step;
            if (Math.abs(step) <= 1e-14 * (1 + Math.abs(z))) {
                return z;
            }
        }
        return z;
    }

    private double beyond(double z, int side) {
        if (at == null) {
            return Gaussian.upperTail(side * (z - theta * Math.sqrt(information)));
        }
        double deviation = Math.sqrt((information - informationBefore) / information);
        double slope = Math.sqrt(informationBefore / information);
        double drift = theta * (information - informationBefore) / Math.sqrt(information);
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += mass[i] * Gaussian.upperTail(side * (z - drift - slope * at[i]) / deviation);
        }
        return sum;
    }
}
