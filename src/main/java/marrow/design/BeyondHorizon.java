package marrow.design;

import java.util.Arrays;
import java.util.List;
import marrow.analysis.Data;
import marrow.trial.Calendar;
import marrow.trial.Cohort;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.Sample;
import marrow.trial.TimeToEvent;

/**
 * What a trial would see before it ends, were its patients not followed to the horizon of the run at the longest: found from a few trials that live
 * twice, to the horizon and to the end of the trial, with the same numbers, so that the events of the one are among those of the other.
 */
public final class BeyondHorizon {
    /** The trials that live at the most. */
    public static final int TRIALS = 20;

    private static final int PATIENTS = 2000;

    /** To let more of them live would take as long as the first trials of a run, which tells more. */
    private static final int MANY_PATIENTS = 5000;

    private final Plan plan;
    private final int trials;

    public BeyondHorizon(Plan plan) {
        this.plan = plan;
        trials = Math.max(1, Math.min(TRIALS, PATIENTS / plan.patients()));
    }

    /**
     * Per endpoint, the share of its events before the end of the trial that come after the horizon; 0 where there are none. Of a trial that ends with events nothing
     * is said here: when it would end is what is asked.
     */
    public double[] shares(List<TimeToEvent> endpoints) {
        double longest = longestStay();
        if (endpoints.isEmpty()
                || plan.patients() > MANY_PATIENTS
                || plan.followUp() instanceof FollowUp.OfEvents
                || !(longest > plan.horizonDays())) {
            return new double[endpoints.size()];
        }
        double[] seen = events(plan, endpoints);
        double[] all = events(plan.withHorizon(longest), endpoints);
        double[] shares = new double[seen.length];
        Arrays.setAll(shares, k -> all[k] > seen[k] ? 1 - seen[k] / all[k] : 0);
        return shares;
    }

    /** The days from the first arrival to the end of the trial, at the longest. */
    private double longestStay() {
        Cohort cohort = Cohort.of(plan, List.of());
        Calendar calendar = Calendar.of(cohort, plan.followUp());
        double longest = 0;
        for (int trial = 0; trial < trials; trial++) {
            cohort.allocate(trial);
            longest = Math.max(longest, calendar.cutDay() - cohort.arrivalDay(0));
        }
        return longest;
    }

    private double[] events(Plan of, List<TimeToEvent> endpoints) {
        Cohort cohort = Cohort.of(of, endpoints);
        Calendar calendar = Calendar.of(cohort, of.followUp());
        Data data = Data.of(cohort, endpoints);
        double[] events = new double[endpoints.size()];
        for (int trial = 0; trial < trials; trial++) {
            cohort.enrol(trial);
            data.cutOn(calendar.cutDay());
            for (int k = 0; k < events.length; k++) {
                events[k] += events(data.sample(endpoints.get(k)));
            }
        }
        return events;
    }

    private static int events(Sample sample) {
        int events = 0;
        for (int i = 0; i < sample.size(); i++) {
            events += sample.status()[i] == 1 ? 1 : 0;
        }
        return events;
    }

    /** Whether the end of the trial waits for events that come in none of a few trials. */
    public boolean waitsInVain() {
        if (!(plan.followUp() instanceof FollowUp.OfEvents) || plan.patients() > MANY_PATIENTS) {
            return false;
        }
        Cohort cohort = Cohort.of(plan, List.of());
        Calendar calendar = Calendar.of(cohort, plan.followUp());
        for (int trial = 0; trial < TRIALS; trial++) {
            cohort.enrol(trial);
            if (calendar.hasItsEvents()) {
                return false;
            }
        }
        return true;
    }
}
