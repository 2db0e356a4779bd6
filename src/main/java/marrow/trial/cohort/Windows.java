package marrow.trial.cohort;

import java.util.Arrays;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;

/**
 * Of each patient of a trial: when the window opens in which an event counts, and how it ends, on calendar days. It opens with the
 * origin of the endpoint, or with enrolment if that comes later, and is to close so many days after the origin. It ends with the event; or
 * free of it, at its close or with whatever competes; or with loss. All patients are in it who come to the origin and not too late, whatever the
 * cut. Scratch of one thread, gathered once a trial and anew when its calendar has moved.
 */
public final class Windows {
    private final Cohort cohort;
    private final Lookout lookout;
    private final double days; // of a window, since the origin
    private final int arm; // -1 for all
    private final double[] opens;
    private final double[] closes; // as planned
    private final double[] ends;
    private final Ending[] ending;
    private int size;
    private long gatheredAt = -1;

    /** How a window ends. */
    public enum Ending {
        EVENT,
        FREE,
        LOST
    }

    /** Asks the patients, one by one, and adds the window of each who has one. */
    private interface Lookout {
        void gather();
    }

    private Windows(Cohort cohort, Endpoint endpoint, double days, int arm) {
        this.cohort = cohort;
        this.days = days;
        this.arm = arm;
        int most = cohort.size();
        opens = new double[most];
        closes = new double[most];
        ends = new double[most];
        ending = new Ending[most];
        lookout = endpoint instanceof Response response ? ofResponse(response) : ofTime((TimeToEvent) endpoint);
    }

    /** @param days since the origin in which an event counts */
    public static Windows of(Cohort cohort, TimeToEvent endpoint, double days, int arm) {
        if (!(days > 0)) {
            throw new IllegalArgumentException("a window lasts more than " + days + " days");
        }
        return new Windows(cohort, endpoint, days, arm);
    }

    /** The window is that of the response. */
    public static Windows of(Cohort cohort, Response response, int arm) {
        return new Windows(cohort, response, response.byDays(), arm);
    }

    /** Asks everybody, if the trial or its calendar is another than the last time. */
    public void gather() {
        if (gatheredAt != cohort.changes()) {
            gatheredAt = cohort.changes();
            size = 0;
            lookout.gather();
        }
    }

    private Lookout ofTime(TimeToEvent endpoint) {
        Sample sample = Sample.ofEverybody(cohort, endpoint);
        return () -> {
            sample.cutOn(Double.POSITIVE_INFINITY);
            for (int row = 0; row < sample.size(); row++) {
                double time = sample.time()[row];
                int status = sample.status()[row];
                int i = sample.patient()[row];
                if (sample.originDay(i) + days > 0) {
                    add(i, sample.originDay(i), Math.min(time, days), ending(time, status));
                }
            }
        };
    }

    private Ending ending(double time, int status) {
        if (status == 1 && time <= days) {
            return Ending.EVENT;
        }
        return status == 0 && time < days ? Ending.LOST : Ending.FREE;
    }

    private Lookout ofResponse(Response response) {
        ResponseOutcome outcome = ResponseOutcome.inWindow(cohort, response);
        return () -> {
            for (int i = 0; i < cohort.size(); i++) {
                if (outcome.find(i) && outcome.originDay() + days >= 0) { // on the last day itself there is an answer
                    add(i, outcome.originDay(), outcome.endDay() - outcome.originDay(), outcome.ending());
                }
            }
        };
    }

    /** @param time days since the origin at which the window ends */
    private void add(int i, double originDay, double time, Ending how) {
        if (arm >= 0 && cohort.arm(i) != arm) {
            return;
        }
        double origin = cohort.arrivalDay(i) + originDay;
        opens[size] = cohort.arrivalDay(i) + Math.max(0, originDay);
        closes[size] = origin + days;
        ends[size] = origin + time;
        ending[size] = how;
        size++;
    }

    /** Windows of the present trial. */
    public int size() {
        return size;
    }

    public double opens(int k) {
        return opens[k];
    }

    /** When it is to close if nothing happens. */
    public double closes(int k) {
        return closes[k];
    }

    public double ends(int k) {
        return ends[k];
    }

    public Ending ending(int k) {
        return ending[k];
    }

    /** Puts the days on which a window ends, those lost apart, in the first places of an array, in order; how many there are. */
    public int endings(double[] into) {
        int count = 0;
        for (int k = 0; k < size; k++) {
            if (ending[k] != Ending.LOST) {
                into[count++] = ends[k];
            }
        }
        Arrays.sort(into, 0, count);
        return count;
    }
}
