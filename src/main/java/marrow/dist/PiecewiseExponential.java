package marrow.dist;

import java.util.Arrays;
import marrow.check.Require;

/**
 * A hazard that is constant between cuts: {@code rates[k]} from {@code cuts[k-1]} up to {@code cuts[k]}, the first
 * from 0, the last for ever. H is a broken line. A rate may be 0 (nothing happens then); with a last rate of 0 the
 * law is defective.
 */
public final class PiecewiseExponential implements Hazard {
    private final double[] starts; // of each piece; starts[0] = 0
    private final double[] rates;
    private final double[] spent; // H at each start

    private PiecewiseExponential(double[] starts, double[] rates) {
        this.starts = starts;
        this.rates = rates;
        spent = new double[starts.length];
        for (int k = 1; k < starts.length; k++) {
            spent[k] = spent[k - 1] + rates[k - 1] * (starts[k] - starts[k - 1]);
        }
    }

    /** By cuts (rising, &gt; 0; none is allowed) and one rate more than cuts (&ge; 0, not all 0). */
    public static PiecewiseExponential of(double[] cuts, double[] rates) {
        if (rates.length != cuts.length + 1) {
            throw new IllegalArgumentException(
                    cuts.length + " cuts need " + (cuts.length + 1) + " rates, not " + rates.length);
        }
        double[] starts = new double[rates.length];
        double largest = 0;
        for (int k = 0; k < rates.length; k++) {
            largest = Math.max(largest, Require.notNegative(rates[k], "rate"));
            if (k > 0) {
                starts[k] = Require.positive(cuts[k - 1], "cut");
                Require.rising(starts[k - 1], starts[k], "cut", "the next cut");
            }
        }
        Require.positive(largest, "the largest rate");
        return new PiecewiseExponential(starts, rates.clone());
    }

    /**
     * The law by which the share p[k] has had the event at times[k]: the rate is constant between the points, and the
     * last rate goes on beyond the last point. Times rise; shares never fall.
     */
    public static PiecewiseExponential reaching(double[] p, double[] times) {
        if (p.length != times.length || p.length == 0) {
            throw new IllegalArgumentException(p.length + " shares do not go with " + times.length + " times");
        }
        double[] rates = new double[p.length];
        double before = 0;
        double since = 0;
        for (int k = 0; k < p.length; k++) {
            Require.openProbability(p[k], "p");
            Require.rising(since, times[k], "time", "the next time");
            if (!(p[k] >= before)) {
                throw new IllegalArgumentException(
                        "the share falls from " + before + " to " + p[k] + " at time " + times[k]);
            }
            rates[k] = -StrictMath.log1p(-(p[k] - before) / (1 - before)) / (times[k] - since);
            before = p[k];
            since = times[k];
        }
        return of(Arrays.copyOf(times, times.length - 1), rates);
    }

    /** All laws with these cuts and rates in these proportions; the scale divides them. */
    public static HazardFamily family(double[] cuts, double[] proportions) {
        PiecewiseExponential unit = of(cuts, proportions);
        return scale -> new PiecewiseExponential(
                unit.starts, Arrays.stream(unit.rates).map(rate -> rate / scale).toArray());
    }

    /** The last piece that begins before the given time (from = starts) or the given H (from = spent). */
    private static int piece(double[] from, double value) {
        int k = from.length - 1;
        while (k > 0 && from[k] >= value) {
            k--;
        }
        return k;
    }

    /** At a cut, the hazard just before it. */
    @Override
    public double hazard(double t) {
        return rates[piece(starts, t)];
    }

    @Override
    public double cumulative(double t) {
        if (t <= 0) {
            return 0;
        }
        int k = piece(starts, t);
        return rates[k] == 0 && t == Double.POSITIVE_INFINITY ? spent[k] : spent[k] + rates[k] * (t - starts[k]);
    }

    @Override
    public double inverse(double h) {
        if (h <= 0) {
            return 0;
        }
        int k = piece(spent, h);
        double t = starts[k] + (h - spent[k]) / rates[k];
        return k + 1 < starts.length ? Math.min(t, starts[k + 1]) : t;
    }

    @Override
    public double[] cuts() {
        return Arrays.copyOfRange(starts, 1, starts.length);
    }

    @Override
    public String toString() {
        return "PiecewiseExponential[cuts=" + Arrays.toString(cuts()) + ", rates=" + Arrays.toString(rates) + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PiecewiseExponential that
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(rates, that.rates);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(rates);
    }
}
