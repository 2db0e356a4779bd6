package marrow.dist;

import java.util.Arrays;
import marrow.check.Require;

/**
 * A law read off a published distribution: its quantiles at some probabilities, from the least value (p = 0) to the
 * largest (p = 1), joined by straight lines. Two points with the same value hold the mass between their probabilities
 * at that value.
 */
public final class Empirical implements Distribution {
    private final double[] p;
    private final double[] x;

    private Empirical(double[] p, double[] x) {
        this.p = p;
        this.x = x;
    }

    /** By probabilities rising from 0 to 1 and their quantiles, which never fall. */
    public static Empirical of(double[] p, double[] x) {
        if (p.length != x.length || p.length < 2) {
            throw new IllegalArgumentException(
                    "at least two probabilities, each with its quantile, not " + p.length + " and " + x.length);
        }
        if (p[0] != 0 || p[p.length - 1] != 1) {
            throw new IllegalArgumentException(
                    "probabilities must go from 0 to 1, not from " + p[0] + " to " + p[p.length - 1]);
        }
        Require.finite(x[0], "quantile");
        for (int i = 1; i < p.length; i++) {
            Require.rising(p[i - 1], p[i], "a probability", "the next one");
            if (!(Require.finite(x[i], "quantile") >= x[i - 1])) {
                throw new IllegalArgumentException("quantiles fall from " + x[i - 1] + " to " + x[i] + " at " + p[i]);
            }
        }
        return new Empirical(p.clone(), x.clone());
    }

    @Override
    public double cumulative(double value) {
        int i = p.length - 1;
        while (i >= 0 && x[i] > value) {
            i--;
        }
        return i < 0 ? 0 : i == p.length - 1 ? 1 : line(value, x, p, i);
    }

    @Override
    public double quantile(double probability) {
        Require.probability(probability, "p");
        int i = p.length - 2;
        while (i > 0 && p[i] >= probability) {
            i--;
        }
        return Math.min(line(probability, p, x, i), x[i + 1]);
    }

    /** The straight line through point i and the next. */
    private static double line(double at, double[] from, double[] to, int i) {
        return to[i] + (at - from[i]) / (from[i + 1] - from[i]) * (to[i + 1] - to[i]);
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 1; i < p.length; i++) {
            sum += (p[i] - p[i - 1]) * (0.5 * x[i - 1] + 0.5 * x[i]);
        }
        return sum;
    }

    @Override
    public double lower() {
        return x[0];
    }

    @Override
    public double upper() {
        return x[x.length - 1];
    }

    /** Again an empirical law: the points inside, and one at each new end. */
    @Override
    public Distribution within(double lower, double upper) {
        double from = cumulative(Math.nextDown(lower));
        double to = cumulative(upper);
        Within.requireMass(lower, upper, to - from);
        double[] inside = Arrays.stream(p).filter(q -> q > from && q < to).toArray();
        double[] newP = new double[inside.length + 2];
        double[] newX = new double[inside.length + 2];
        newX[0] = Math.max(lower, lower());
        for (int i = 0; i < inside.length; i++) {
            newP[i + 1] = (inside[i] - from) / (to - from);
            newX[i + 1] = Math.max(newX[0], quantile(inside[i]));
        }
        newP[inside.length + 1] = 1;
        newX[inside.length + 1] = Math.min(upper, upper());
        return of(newP, newX);
    }

    @Override
    public String toString() {
        return "Empirical[p=" + Arrays.toString(p) + ", x=" + Arrays.toString(x) + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Empirical that && Arrays.equals(p, that.p) && Arrays.equals(x, that.x);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(p) + Arrays.hashCode(x);
    }
}
