package marrow.trial.cohort;

import java.util.Arrays;
import java.util.List;
import marrow.trial.endpoint.Reading;
import marrow.trial.endpoint.Response;

/**
 * One binary endpoint in the data of one cut: the answer of each patient, and how many there are in each arm. Where it is asked by a day, a patient is
 * in it from that day on, however early the answer came: of those whose day is still to come only the quick answers are known, which are
 * mostly of one kind, and a share of them would be of nobody. Who is lost before that day has no answer, or the one that the response gives to the
 * lost. Scratch of a thread.
 */
public final class Answers {
    /** What a patient answers who is not in the analysis, was not to have answered yet, or is lost before. */
    public static final int UNKNOWN = -1;

    public static final int NO = 0;
    public static final int YES = 1;

    private final Cohort cohort;
    private final Response response;
    private final double[] originDay;
    private final double[][] reached;
    private final double[][] failed;
    private final int[] answer;
    private final int[] known;
    private final int[] yes;

    private Answers(Cohort cohort, Response response, int arms) {
        this.cohort = cohort;
        this.response = response;
        originDay = response.from() == null ? null : cohort.column(new Reading.FirstDay(response.from()));
        reached = columns(response.reached());
        failed = columns(response.failures());
        answer = new int[cohort.size()];
        known = new int[arms];
        yes = new int[arms];
    }

    private double[][] columns(List<String> marks) {
        return marks.stream().map(mark -> cohort.column(response.reading(mark))).toArray(double[][]::new);
    }

    public static Answers of(Cohort cohort, Response response) {
        return new Answers(cohort, response, cohort.arms());
    }

    /** Asks and counts in data cut on this calendar day. */
    public void cutOn(double calendarDay) {
        Arrays.fill(known, 0);
        Arrays.fill(yes, 0);
        for (int i = 0; i < answer.length; i++) {
            answer[i] = answerIn(i, calendarDay);
            if (answer[i] != UNKNOWN) {
                known[cohort.arm(i)]++;
                yes[cohort.arm(i)] += answer[i];
            }
        }
    }

    private int answerIn(int i, double calendarDay) {
        double seenTo = cohort.seenTo(i, calendarDay);
        double origin = originDay == null ? 0 : originDay[i];
        double byDay = origin + response.byDays();
        if (!(seenTo >= 0 && origin <= seenTo && byDay >= 0) || !isDue(i, byDay, calendarDay) || cohort.isApart(i)) {
            return UNKNOWN;
        }
        double reachedOn = first(reached, i);
        double failedOn = first(failed, i);
        if (reachedOn <= Math.min(byDay, seenTo) && !(failedOn < reachedOn)) {
            return YES;
        }
        boolean ends = failedOn <= seenTo || followedTo(i, byDay, seenTo, calendarDay) || response.lostFail();
        return ends ? NO : UNKNOWN;
    }

    private boolean isDue(int i, double byDay, double calendarDay) {
        return byDay == Double.POSITIVE_INFINITY || cohort.hasCome(i, byDay, calendarDay);
    }

    private boolean followedTo(int i, double byDay, double seenTo, double calendarDay) {
        return byDay <= seenTo || (byDay == Double.POSITIVE_INFINITY && !cohort.isLost(i, calendarDay));
    }

    static double first(double[][] days, int i) {
        double first = Double.POSITIVE_INFINITY;
        for (double[] day : days) {
            if (day[i] < first) {
                first = day[i];
            }
        }
        return first;
    }

    /** {@link #YES}, {@link #NO} or {@link #UNKNOWN}. */
    public int answer(int patient) {
        return answer[patient];
    }

    /** How many patients the trial has, whether they answer or not. */
    public int patients() {
        return answer.length;
    }

    public int arm(int patient) {
        return cohort.arm(patient);
    }

    /** Patients of an arm whose answer is due and known. */
    public int known(int arm) {
        return known[arm];
    }

    public int yes(int arm) {
        return yes[arm];
    }
}
