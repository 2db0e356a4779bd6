package marrow.montecarlo;

import marrow.stats.law.Gaussian;
import marrow.stats.law.Interval;
import marrow.stats.proportion.ProportionInterval;

/**
 * A number with its Monte Carlo error.
 *
 * @param mcse  standard error due to the finite number of replicates
 * @param lower end of its 95 % interval: Wilson's for a share, normal for the rest
 */
public record Estimate(double value, double mcse, double lower, double upper) {
    static final double Z = Gaussian.halfWidth(0.95);

    /** A value with a normal interval. */
    public static Estimate of(double value, double mcse) {
        return new Estimate(value, mcse, value - Z * mcse, value + Z * mcse);
    }

    /** Known without error. */
    public static Estimate exactly(double value) {
        return new Estimate(value, 0, value, value);
    }

    /** The mean of a column. */
    public static Estimate mean(Moments column) {
        return of(column.mean(), column.standardError());
    }

    /** The standard deviation of a column. */
    public static Estimate deviation(Moments column) {
        return of(Math.sqrt(column.variance()), column.standardErrorOfDeviation());
    }

    /** The share of ones in a column of zeros and ones; a missing one counts as a zero. */
    public static Estimate share(Moments column) {
        return share(ones(column), column.count() + column.missing());
    }

    /** The share of ones among the zeros and ones of a column that are there. */
    public static Estimate shareOfPresent(Moments column) {
        return share(ones(column), column.count());
    }

    private static long ones(Moments column) {
        return column.count() == 0 ? 0 : Math.round(column.mean() * column.count());
    }

    /** So many ones among n; NaN, between 0 and 1, where n is 0. */
    public static Estimate share(long ones, long n) {
        double p = (double) ones / n;
        Interval interval = ProportionInterval.WILSON.of(Math.toIntExact(ones), Math.toIntExact(n), 0.95);
        return new Estimate(p, Math.sqrt(p * (1 - p) / n), interval.lower(), interval.upper());
    }

    /** Half its interval on the scale of the standard error: of a share of none or all, which has an interval and no standard error, all that is known. */
    public double errorOfInterval() {
        return (upper - lower) / (2 * Z);
    }

    /** The difference from another that was made of other patients. */
    public Estimate minus(Estimate other) {
        return of(value - other.value, Math.sqrt(mcse * mcse + other.mcse * other.mcse));
    }
}
