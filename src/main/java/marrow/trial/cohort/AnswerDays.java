package marrow.trial.cohort;

import java.util.Arrays;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;

/**
 * What each patient will answer to a question of yes or no, and on which calendar day it is known: the columns for whoever counts patients one by one. A patient
 * who is lost before that has no answer, or the one that the question gives to the lost, and is known to be so on the day of the loss. Answers of one kind
 * are often known before the others: whoever estimates a share counts patients only from the day on which all answers are due. Made once a
 * trial. Scratch of one thread.
 */
public final class AnswerDays {
    private final Cohort cohort;
    private final Filler filler;
    private final double[] ownDay;
    private final double[] ownDueDay;
    private final int[] answer;
    private long madeAt = -1;

    /** Puts answers, and the days of patient time on which they are known and due, in the columns; who is not asked stays as it was. */
    private interface Filler {
        void fill(double[] ownDay, double[] ownDueDay, int[] answer);
    }

    private AnswerDays(Cohort cohort, Filler filler) {
        this.cohort = cohort;
        this.filler = filler;
        ownDay = new double[cohort.size()];
        ownDueDay = new double[cohort.size()];
        answer = new int[cohort.size()];
    }

    /** Of a response. Without a day by which it is asked, an answer is due when it is known. */
    public static AnswerDays of(Cohort cohort, Response response) {
        ResponseOutcome outcome = new ResponseOutcome(cohort, response);
        return new AnswerDays(cohort, (ownDay, ownDueDay, answer) -> {
            for (int i = 0; i < ownDay.length; i++) {
                if (cohort.isApart(i) || !outcome.find(i)) {
                    continue;
                }
                double due = outcome.originDay() + response.byDays();
                if (!(due >= 0)) {
                    continue; // was to have answered before the trial
                }
                ownDay[i] = outcome.endDay();
                ownDueDay[i] = due < Double.POSITIVE_INFINITY ? due : outcome.endDay();
                answer[i] = switch (outcome.ending()) {
                    case EVENT -> Answers.YES;
                    case FREE -> Answers.NO;
                    case LOST -> Answers.UNKNOWN;
                };
            }
        });
    }

    /**
     * Of being without the event of interest on a day since the origin; a competing event leaves one without.
     *
     * @param lost what those answer who are not followed so far
     */
    public static AnswerDays without(Cohort cohort, TimeToEvent endpoint, double day, int lost) {
        Sample sample = Sample.of(cohort, endpoint);
        return new AnswerDays(cohort, (ownDay, ownDueDay, answer) -> {
            sample.cutOn(Double.POSITIVE_INFINITY);
            for (int row = 0; row < sample.size(); row++) {
                int i = sample.patient()[row];
                double time = sample.time()[row];
                int status = sample.status()[row];
                ownDay[i] = Math.max(0, sample.originDay(i) + Math.min(time, day));
                ownDueDay[i] = Math.max(0, sample.originDay(i) + day);
                answer[i] = time >= day || status != 0 ? status == 1 && time <= day ? Answers.NO : Answers.YES : lost;
            }
        });
    }

    /** Makes the columns, if the trial is another than when they were last made. Before the first question of a trial. */
    private void make() {
        if (madeAt != cohort.changes()) {
            madeAt = cohort.changes();
            Arrays.fill(ownDay, Double.POSITIVE_INFINITY);
            Arrays.fill(ownDueDay, Double.POSITIVE_INFINITY);
            Arrays.fill(answer, Answers.UNKNOWN);
            filler.fill(ownDay, ownDueDay, answer);
        }
    }

    /** The calendar day on which the answer of patient i is known, or that there will be none; infinite for one who is not asked. */
    public double knownOn(int i) {
        make();
        return cohort.arrivalDay(i) + ownDay[i];
    }

    /** The calendar day by which patient i is to have answered, whatever the answer; infinite for one who is not asked. */
    public double dueOn(int i) {
        make();
        return cohort.arrivalDay(i) + ownDueDay[i];
    }

    /** {@link Answers#YES}, {@link Answers#NO} or {@link Answers#UNKNOWN}, once it is known. */
    public int answer(int i) {
        make();
        return answer[i];
    }

    public int arm(int i) {
        return cohort.arm(i);
    }

    public int patients() {
        return answer.length;
    }
}
