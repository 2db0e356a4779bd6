package marrow.design;

import java.util.Arrays;
import java.util.List;
import marrow.analysis.Data;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.TimeToEvent;

/**
 * What a trial would see before it ends, were its patients not followed to the horizon of the run at the longest: found from a few trials that live
 * twice, to the horizon and to the end of the trial, with the same numbers, so that the events of the one are among those of the other.
 */
public final class BeyondHorizon {
    /** The trials of which one at least should come to its events. */
    public static final int TRIALS = 20;

    /** To let more of them live would take as long as the first trials of a run, which tells more. */
    private static final int MANY_PATIENTS = 5000;

    private final Plan plan;
    private final Reach reach;

    public BeyondHorizon(Plan plan, Reach reach) {
        this.plan = plan;
        this.reach = reach;
    }

    /**
     * Per endpoint, the share of its events before the end of the trial that come after the horizon; 0 where there are none. Of a trial that ends with events nothing
     * is said here: when it would end is what is asked.
     */
    public double[] shares(List<TimeToEvent> endpoints) {
        if (endpoints.isEmpty()
                || plan.patients() > MANY_PATIENTS
                || plan.followUp() instanceof FollowUp.OfEvents
                || !(reach.longestDays() > plan.horizonDays())) {
            return new double[endpoints.size()];
        }
        double[] seen = events(plan, endpoints);
        double[] all = events(plan.withHorizon(reach.longestDays()), endpoints);
        double[] shares = new double[seen.length];
        Arrays.setAll(shares, k -> all[k] > seen[k] ? 1 - seen[k] / all[k] : 0);
        return shares;
    }

    private double[] events(Plan of, List<TimeToEvent> endpoints) {
        Cohort cohort = Cohort.of(of, endpoints);
        Calendar calendar = Calendar.of(cohort, of.followUp());
        Data data = Data.of(cohort, endpoints);
        double[] events = new double[endpoints.size()];
        for (int trial = 0; trial < reach.trials(); trial++) {
            cohort.enrol(trial);
            data.cutOn(calendar.cutDay());
            for (int k = 0; k < events.length; k++) {
                events[k] += data.sample(endpoints.get(k)).events();
            }
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
