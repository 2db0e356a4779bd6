package marrow.journey.life;

import marrow.dist.Hazard;
import marrow.journey.Tick;

/**
 * Lives in which one clock rings, and nothing after it: where among the random numbers its budgets stand, and the day that a budget comes
 * to. Who finds the budgets of all patients first and then their days ({@link marrow.random.FirstNumbers}) keeps the processor busy with many at a
 * time. The days are those of {@link FirstRing}, bit for bit.
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

    /**
     * The day on which the clock rings: NaN for never. Without a branch on the factor or the horizon, since neither arms nor who lives so
     * long can be guessed: beyond the horizon all bits are set, which is NaN.
     */
    public double dayOf(double budget) {
        return dayOfRing(step.hazard.inverse(budget / step.factor));
    }

    private double dayOfRing(double time) {
        double day = Tick.nearest(time);
        long beyond = Double.doubleToRawLongBits(horizon - day) >> 63;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(day) | beyond);
    }

    /** The days of budgets, in their place: {@link #dayOf} of each, a step of all at a time, which a compiler makes vectors of where the law lets it. */
    public void daysOf(double[] budgets) {
        int n = budgets.length;
        double factor = step.factor;
        if (factor != 1) {
            for (int i = 0; i < n; i++) {
                budgets[i] /= factor;
            }
        }
        Hazard hazard = step.hazard;
        for (int i = 0; i < n; i++) {
            budgets[i] = hazard.inverse(budgets[i]);
        }
        for (int i = 0; i < n; i++) {
            budgets[i] = dayOfRing(budgets[i]);
        }
    }

    /** Whether it sets this mark. */
    public boolean sets(int mark) {
        return step.sets(mark);
    }
}
