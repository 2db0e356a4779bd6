package marrow.journey;

/**
 * Lives in which one clock rings, and nothing after it, in two steps: the budget of a patient, and the day that it comes to. Who takes
 * the one step for all patients before the other keeps the processor busy with many at a time. The days are those of {@link FirstRing}, bit
 * for bit.
 */
public final class OneClock {
    private final OneWay.Step step;
    private final double horizon;

    OneClock(OneWay.Step step, double horizon) {
        this.step = step;
        this.horizon = horizon;
    }

    /** Where among the random numbers its budgets stand. */
    public long key() {
        return step.key;
    }

    /** The day on which the clock rings: NaN for never. */
    public double dayOf(double budget) {
        double day =
                Tick.nearest(step.hazard.inverse(budget / step.factor)); // no factor of 1 apart: arms cannot be guessed
        long beyond = Double.doubleToRawLongBits(horizon - day)
                >> 63; // all bits, which are NaN: a branch could not be guessed
        return Double.longBitsToDouble(Double.doubleToRawLongBits(day) | beyond);
    }

    /** Whether it sets this mark. */
    public boolean sets(int mark) {
        return step.sets(mark);
    }
}
