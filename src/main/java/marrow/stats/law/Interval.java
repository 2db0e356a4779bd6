package marrow.stats.law;

/** A confidence or credible interval, ends included. */
public record Interval(double lower, double upper) {
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
