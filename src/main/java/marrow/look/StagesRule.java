package marrow.look;

import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.stats.exact.MultiStageDesign;
import marrow.trial.cohort.AnswerDays;
import marrow.trial.cohort.Answers;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.Endpoint;

/**
 * A single-arm design in stages (Simon, Fleming): stage k is judged by the first n(k) patients of the arm, when the answer of the last of them is
 * known. Who is lost before answering counts as no response. Patients who never come to the origin of the endpoint are not among them. Where accrual pauses, it
 * does so from the enrolment of the last patient of a stage; else whoever comes until the decision is enrolled, but not judged at that stage. The
 * last stage is judged at the end of the trial, by those of its patients whose answers are due by then: where the trial ends before they all are, against the
 * same limits, so that its level is kept and its power is not.
 *
 * @param method  as statisticians call it
 * @param lagDays from the last answer of a stage to the decision
 */
public record StagesRule(
        String name, String method, Analysis analysis, MultiStageDesign design, double lagDays, boolean pauses)
        implements Rule {
    public StagesRule {
        ShareQuestion.of(analysis);
    }

    /** Whose patients are judged. */
    public int arm() {
        return ShareQuestion.of(analysis).arm();
    }

    @Override
    public Optional<Analysis> decides() {
        return Optional.of(analysis);
    }

    @Override
    public List<Endpoint> needs() {
        return analysis.needs();
    }

    @Override
    public int looks() {
        return design.stages();
    }

    @Override
    public List<Judged> judged(Minutes minutes, int look) {
        int reject = design.rejectFrom(look + 1);
        int accept = design.acceptUpTo(look + 1);
        return List.of(new Judged(
                "responses",
                minutes.seen(),
                reject > design.patients(look + 1) ? Double.NaN : reject,
                accept < 0 ? Double.NaN : accept));
    }

    @Override
    public Monitor monitor(Calendar calendar, Data data) {
        return new Stages(calendar.cohort());
    }

    private final class Stages implements Monitor {
        private final int arm = arm();
        private final AnswerDays answers;
        private final Cohort cohort;
        private int stage;
        private double day;
        private double lastEnrolled;
        private long foundAt;

        Stages(Cohort cohort) {
            this.cohort = cohort;
            answers = ShareQuestion.of(analysis).in(cohort);
        }

        @Override
        public void begin() {
            stage = 1;
            foundAt = -1;
        }

        @Override
        public int next() {
            return stage - 1;
        }

        @Override
        public double day() {
            find();
            return day;
        }

        @Override
        public double pausesAfter() {
            find();
            return pauses && day < Double.POSITIVE_INFINITY ? lastEnrolled : Double.POSITIVE_INFINITY;
        }

        private void find() {
            if (foundAt == cohort.changes()) {
                return;
            }
            foundAt = cohort.changes();
            day = 0;
            int left = stage < design.stages() ? design.patients(stage) : 0;
            for (int i = 0; i < answers.patients() && left > 0; i++) {
                double known = answers.knownOn(i);
                if (answers.arm(i) == arm && known < Double.POSITIVE_INFINITY) {
                    left--;
                    day = Math.max(day, known);
                    lastEnrolled = cohort.arrivalDay(i);
                }
            }
            if (left > 0 || stage == design.stages()) {
                day = Double.POSITIVE_INFINITY;
            }
        }

        @Override
        public Verdict look(Minutes minutes) {
            Verdict verdict = judge(stage, Double.POSITIVE_INFINITY, minutes); // when all of the stage are known
            skip();
            return verdict;
        }

        @Override
        public void skip() {
            stage++;
            foundAt = -1;
        }

        @Override
        public Verdict conclude(Minutes minutes) {
            return judge(design.stages(), minutes.day(), minutes);
        }

        /** @param dueBy only those of the stage count whose answers are due by this day */
        private Verdict judge(int now, double dueBy, Minutes minutes) {
            int left = design.patients(now);
            int judged = 0;
            int responses = 0;
            for (int i = 0; i < answers.patients() && left > 0; i++) {
                if (answers.arm(i) == arm && answers.knownOn(i) < Double.POSITIVE_INFINITY) {
                    left--;
                    if (answers.dueOn(i) <= dueBy) {
                        judged++;
                        responses += answers.answer(i) == Answers.YES ? 1 : 0;
                    }
                }
            }
            minutes.counts(judged, responses);
            minutes.information((double) judged / design.patients(design.stages()));
            minutes.saw(responses);
            if (responses >= design.rejectFrom(now)) {
                return Verdict.EFFICACY;
            }
            return responses <= design.acceptUpTo(now) ? Verdict.FUTILITY : Verdict.GO_ON;
        }
    }
}
