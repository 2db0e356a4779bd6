package marrow.scenario.value;

import marrow.stats.law.Interval;
import marrow.stats.proportion.ProportionInterval;

/** A chance seen as counts: {@code events} of {@code among}. */
public record Counts(int events, int among) {

    double share() {
        return (double) events / among;
    }

    /** The exact 95 % interval of Clopper and Pearson. */
    public Range exactRange() {
        Interval interval = ProportionInterval.CLOPPER_PEARSON.of(events, among, 0.95);
        return new Range(interval.lower(), interval.upper());
    }
}
