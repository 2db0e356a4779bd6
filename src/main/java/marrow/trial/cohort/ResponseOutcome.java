package marrow.trial.cohort;

import java.util.List;
import marrow.trial.endpoint.Reading;
import marrow.trial.endpoint.Response;

/**
 * How a response came out in each patient, whatever the cut. Without a day by which it is asked, whoever is followed to the horizon and has not
 * reached it is free of it. Scratch of one thread.
 */
final class ResponseOutcome {
    private final Cohort cohort;
    private final Response response;
    private final double[] origin;
    private final double[][] reached;
    private final double[][] failed;
    private double originDay;
    private double endDay;
    private Windows.Ending ending;

    ResponseOutcome(Cohort cohort, Response response) {
        this.cohort = cohort;
        this.response = response;
        origin = response.from() == null ? null : cohort.column(new Reading.FirstDay(response.from()));
        reached = columns(response.reached());
        failed = columns(response.failures());
    }

    /** Of one that is asked by a day. */
    static ResponseOutcome inWindow(Cohort cohort, Response response) {
        if (!(response.byDays() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    response.name() + " says by no day whether it was reached, so it has no window");
        }
        return new ResponseOutcome(cohort, response);
    }

    private double[][] columns(List<String> marks) {
        return marks.stream().map(mark -> cohort.column(response.reading(mark))).toArray(double[][]::new);
    }

    /** Finds the outcome of patient i; false for one who is lost before the origin, or never comes to it. */
    boolean find(int i) {
        double seenTo = cohort.seenTo(i, Double.POSITIVE_INFINITY);
        originDay = origin == null ? 0 : origin[i];
        if (!(originDay <= seenTo)) {
            return false;
        }
        double yes = Answers.first(reached, i);
        double no = Math.min(Answers.first(failed, i), originDay + response.byDays());
        boolean event = yes <= no && yes <= seenTo;
        endDay = Math.max(0, event ? yes : Math.min(no, seenTo));
        boolean whole = no <= seenTo
                || (response.byDays() == Double.POSITIVE_INFINITY && !cohort.isLost(i, Double.POSITIVE_INFINITY));
        ending =
                event ? Windows.Ending.EVENT : whole || response.lostFail() ? Windows.Ending.FREE : Windows.Ending.LOST;
        return true;
    }

    /** Patient time from which the window counts; below 0 before entry. */
    double originDay() {
        return originDay;
    }

    /** Patient time at which the outcome is known: entry at the earliest. */
    double endDay() {
        return endDay;
    }

    Windows.Ending ending() {
        return ending;
    }
}
