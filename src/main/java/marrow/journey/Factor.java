package marrow.journey;

/** A hazard ratio: multiplies a clock's hazard while the condition holds. Zero silences the clock for that time. */
public record Factor(Condition when, double by) {
    public Factor {
        if (!(by >= 0 && by < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a factor on a hazard is a finite number of at least 0, not " + by);
        }
    }
}
