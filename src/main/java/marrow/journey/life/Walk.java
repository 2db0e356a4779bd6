package marrow.journey.life;

import marrow.journey.Tick;
import marrow.random.AddressedRandom;

/** The lives of a journey without return: from state to state by the first clock of each. The scratch of one thread. */
final class Walk {
    private final OneWay way;
    private final AddressedRandom random;
    private final int firstBit;

    /** As {@link Patient}'s own: see there. */
    private final double[] limit;

    /** Per step of the present state: the day its hazard runs from, and the cumulative hazard at which it rings. */
    private final double[] origin;

    private final double[] target;

    private double horizon;
    private double[] given;
    private double nextRing;

    Walk(CompiledJourney journey, AddressedRandom random, double[] limit) {
        way = journey.oneWay;
        firstBit = journey.space.firstBit(way.track);
        this.random = random;
        this.limit = limit;
        origin = new double[way.mostSteps()];
        target = new double[origin.length];
    }

    void follow(double untilDay) {
        horizon = untilDay;
    }

    /** See {@link Patient#withFirstBudgets}. */
    void withFirstBudgets(double[] budgetOfClock) {
        given = budgetOfClock;
    }

    /** Lives from day 0, the random numbers standing at the patient and the baseline being known. */
    void live(Marks marks, int[] state) {
        OneWay.Step step = next(start(), 0, marks);
        while (step != null) {
            double day = nextRing;
            for (int mark : step.marks) {
                marks.set(mark, day);
            }
            state[way.track] = step.to;
            step = next(way.from[step.to - firstBit], day, marks);
        }
    }

    /** The clocks that run from the start. */
    OneWay.Step[] start() {
        return way.from[way.start];
    }

    /** The first ring of a life, with {@link #nextRing} its day; null for none within the horizon. */
    OneWay.Step first() {
        return next(start(), 0, null);
    }

    /** The day of the ring that was found last. */
    double ringDay() {
        return nextRing;
    }

    /**
     * Which of these steps, begun on this day, comes first. At which hazard each would ring is found for all of them before it is asked which of them ring
     * in time: nothing has to be guessed in the first loop, so a processor has all draws and powers under way at once, where in a single loop each wrong
     * guess would wait for a draw (T4 234 to 204 ns).
     */
    private OneWay.Step next(OneWay.Step[] steps, double day, Marks marks) {
        for (int i = 0; i < steps.length; i++) {
            OneWay.Step step = steps[i];
            double budget = budget(step);
            double from = step.since < 0 ? day : marks.last(step.since);
            origin[i] = from;
            double spent = step.since < 0 ? 0 : step.hazard.spentBy(day - from);
            target[i] = spent + (step.factor == 1 ? budget : budget / step.factor);
        }
        OneWay.Step first = null;
        double earliest = horizon;
        for (int i = 0; i < steps.length; i++) {
            OneWay.Step step = steps[i];
            if (target[i] > limit[step.clock] || step.factor == 0) {
                continue;
            }
            double found = Tick.nearest(origin[i] + step.hazard.inverse(target[i]));
            double ring = found < day ? day : found;
            if (ring < earliest || (ring == earliest && first == null)) {
                first = step;
                earliest = ring;
            }
        }
        nextRing = earliest;
        return first;
    }

    private double budget(OneWay.Step step) {
        if (given != null && !Double.isNaN(given[step.clock])) {
            return given[step.clock];
        }
        return random.firstExponential(step.key, 0);
    }
}
