package marrow.trial.cohort;

import java.util.Map;
import marrow.trial.endpoint.TimeToEvent;

/**
 * Why the observation of a patient for an endpoint ended, as {@link Sample} has it: with an event, or without one.
 *
 * @param mark what happened, where it was a mark that ended it; else null
 */
public record Ending(Kind kind, String mark) {
    /** In which way. */
    public enum Kind {
        EVENT,
        COMPETING_EVENT,
        /** An intercurrent event at which patients are censored. */
        INTERCURRENT_EVENT,
        LOST,
        DATA_CUT,
        HORIZON
    }

    /**
     * Of one row of a sample as it was last cut.
     *
     * @param cutDay the calendar day of that cut
     */
    public static Ending of(Sample sample, int row, Cohort cohort, double cutDay) {
        TimeToEvent endpoint = sample.endpoint();
        int i = sample.patient()[row];
        int status = sample.status()[row];
        double origin = sample.originDay(i);
        for (Map.Entry<String, Integer> mark : endpoint.status().entrySet()) {
            double day = cohort.column(endpoint.reading(mark.getKey()))[i];
            if (endpoint.visits().isPresent() && endpoint.found().contains(mark.getKey())) {
                day = origin + endpoint.visits().get().finding(day - origin);
            }
            if (mark.getValue() == status && day - origin == sample.time()[row]) {
                return new Ending(kind(status), mark.getKey());
            }
        }
        if (cohort.isLost(i, cutDay)) {
            return new Ending(Kind.LOST, null);
        }
        boolean cut = cohort.seenTo(i, cutDay) == cutDay - cohort.arrivalDay(i);
        return new Ending(cut ? Kind.DATA_CUT : Kind.HORIZON, null);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 0 -> Kind.INTERCURRENT_EVENT;
            case 1 -> Kind.EVENT;
            default -> Kind.COMPETING_EVENT;
        };
    }
}
