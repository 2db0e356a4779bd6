package marrow.trial.cohort;

import marrow.journey.Tick;
import marrow.random.AddressedRandom;
import marrow.trial.Plan;
import marrow.trial.Recruitment;

/** The calendar day on which a trial is full: recruitment alone, on the days that the trials of a run have. Scratch of one thread. */
public final class FullDay {
    private final Plan plan;
    private final AddressedRandom random;
    private final Recruitment.Arrivals arrivals;
    private final double[] day;

    private FullDay(Plan plan) {
        this.plan = plan;
        random = AddressedRandom.of(plan.seed());
        arrivals = plan.recruitment().arrivals();
        day = new double[plan.patients()];
    }

    public static FullDay of(Plan plan) {
        return new FullDay(plan);
    }

    /** The day on which the last patient of this replicate is enrolled. */
    public double in(long replicate) {
        random.patient(replicate, Cohort.TRIAL);
        arrivals.fill(day, plan.patients(), random);
        return Tick.nearest(day[day.length - 1]);
    }
}
