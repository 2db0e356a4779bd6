package marrow.design;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import marrow.dist.Distribution;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.TimeToEvent;

/**
 * How long a trial has its patients before it ends, whatever happens to them: by their arrivals and the day of the cut alone. A landmark
 * beyond that has an estimate in few trials. It is found from no more trials than tell it, and only where the follow-up of the last patient does not.
 */
public final class Reach {
    private static final int TRIALS = 20;
    private static final int PATIENTS = 2000;

    /** Of more than these some are followed nearly anywhere, and to rehearse them would take as long as a trial. */
    private static final int MANY_PATIENTS = 20_000;

    private final Plan plan;

    /** Of each patient of the rehearsed trials, from entry to the end of the trial; null before there are any. */
    private double[] daysThere;

    private final int trials;

    public Reach(Plan plan) {
        this.plan = plan;
        trials = Math.max(1, Math.min(TRIALS, PATIENTS / plan.patients()));
    }

    /**
     * Whether the trial has, on average, fewer than one patient an arm until so many days after the endpoint's origin, and how many it has; nothing where it has more.
     */
    public Optional<Double> tooFew(TimeToEvent endpoint, double day) {
        double left = day - daysBefore(endpoint.from());
        boolean hasAll = plan.followUp() instanceof FollowUp.OfLastPatient last && left <= last.days();
        if (hasAll || plan.patients() > MANY_PATIENTS) {
            return Optional.empty();
        }
        double patients = patients(left);
        return patients < plan.arms().size() ? Optional.of(patients) : Optional.empty();
    }

    private double patients(double days) {
        return (double) stays().filter(there -> there >= days).count() / trials;
    }

    /** The rehearsed trials, from the first on. */
    int trials() {
        return trials;
    }

    /** The days from the first arrival to the end, in the rehearsed trial that has them for longest. */
    double longestDays() {
        return stays().max().orElseThrow();
    }

    private DoubleStream stays() {
        if (daysThere == null) {
            rehearse();
        }
        return Arrays.stream(daysThere);
    }

    private void rehearse() {
        Cohort cohort = Cohort.of(plan, List.of());
        Calendar calendar = Calendar.of(cohort, plan.followUp());
        boolean waits = plan.followUp() instanceof FollowUp.OfEvents; // for which somebody has to live
        daysThere = new double[trials * plan.patients()];
        for (int trial = 0; trial < trials; trial++) {
            if (waits) {
                cohort.enrol(trial);
            } else {
                cohort.allocate(trial);
            }
            for (int i = 0; i < plan.patients(); i++) {
                daysThere[trial * plan.patients() + i] = calendar.cutDay() - cohort.arrivalDay(i);
            }
        }
    }

    /** The most days that the origin lies before a patient's entry. One that comes later leaves less time, how much less only lives can tell. */
    private double daysBefore(String origin) {
        return origin == null
                ? 0
                : plan.arms().stream()
                        .map(arm -> arm.entry().daysSince().get(origin))
                        .filter(Objects::nonNull)
                        .mapToDouble(Distribution::upper)
                        .max()
                        .orElse(0);
    }
}
