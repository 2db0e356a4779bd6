package marrow.trial;

import java.util.Arrays;
import java.util.List;

/** One binary endpoint in the data of one cut: responses among those whose answer is known, by arm. Scratch of a thread. */
public final class Answers {
    private final Cohort cohort;
    private final Response response;
    private final double[] originDay;
    private final double[][] reached;
    private final double[][] failed;
    private final int[] known;
    private final int[] yes;

    private Answers(Cohort cohort, Response response, int arms) {
        this.cohort = cohort;
        this.response = response;
        originDay = response.from() == null ? null : cohort.column(new Reading.FirstDay(response.from()));
        reached = columns(response.reached());
        failed = columns(response.failures());
        known = new int[arms];
        yes = new int[arms];
    }

    private double[][] columns(List<String> marks) {
        return marks.stream().map(mark -> cohort.column(response.reading(mark))).toArray(double[][]::new);
    }

    public static Answers of(Cohort cohort, Response response) {
        return new Answers(cohort, response, cohort.arms());
    }

    /** Counts in data cut on this calendar day. */
    public void cutOn(double calendarDay) {
        Arrays.fill(known, 0);
        Arrays.fill(yes, 0);
        for (int i = 0; i < cohort.size(); i++) {
            double seenTo = cohort.seenTo(i, calendarDay);
            double origin = originDay == null ? 0 : originDay[i];
            double byDay = origin + response.byDays();
            if (seenTo >= 0 && origin <= seenTo && byDay >= 0) {
                count(i, byDay, seenTo, followedTo(i, byDay, seenTo, calendarDay));
            }
        }
    }

    private boolean followedTo(int i, double byDay, double seenTo, double calendarDay) {
        return byDay <= seenTo || (byDay == Double.POSITIVE_INFINITY && !cohort.isLost(i, calendarDay));
    }

    private void count(int i, double byDay, double seenTo, boolean followed) {
        double answer = first(reached, i);
        double failure = first(failed, i);
        int arm = cohort.arm(i);
        if (answer <= Math.min(byDay, seenTo) && !(failure < answer)) {
            known[arm]++;
            yes[arm]++;
        } else if (failure <= seenTo || followed || response.lostFail()) {
            known[arm]++;
        }
    }

    private static double first(double[][] days, int i) {
        double first = Double.POSITIVE_INFINITY;
        for (double[] day : days) {
            if (day[i] < first) {
                first = day[i];
            }
        }
        return first;
    }

    /** Patients of an arm whose answer is known. */
    public int known(int arm) {
        return known[arm];
    }

    public int yes(int arm) {
        return yes[arm];
    }
}
