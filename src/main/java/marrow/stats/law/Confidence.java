package marrow.stats.law;

/**
 * How an interval for an estimated probability is to be made: on which scale, at which level.
 *
 * @param z the normal quantile that belongs to the level
 */
public record Confidence(ConfidenceScale scale, double level, double z) {
    public static Confidence of(ConfidenceScale scale, double level) {
        return new Confidence(scale, level, Gaussian.halfWidth(level));
    }

    public double lower(double estimate, double standardError) {
        return scale.lower(estimate, standardError, z);
    }

    public double upper(double estimate, double standardError) {
        return scale.upper(estimate, standardError, z);
    }

    public Interval interval(double estimate, double standardError) {
        return new Interval(lower(estimate, standardError), upper(estimate, standardError));
    }
}
