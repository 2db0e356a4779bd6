package marrow.export;

import java.util.ArrayList;
import java.util.List;
import marrow.design.OneTrial;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.TraceRecorder;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Truth;
import marrow.trial.Arm;
import marrow.trial.Plan;
import marrow.trial.cohort.Cohort;

/**
 * One simulated trial with the lives of its patients. What the analyses saw comes from the trial itself; what happened beside it, from
 * the same lives lived once more and watched, which are the same to the bit.
 */
public final class ExportedTrial {
    private final Scenario scenario;
    private final Truth truth;
    private final OneTrial trial;
    private final List<Subject> subjects = new ArrayList<>();

    private ExportedTrial(Scenario scenario, Truth truth, OneTrial trial) {
        this.scenario = scenario;
        this.truth = truth;
        this.trial = trial;
        Plan plan = trial.study().plan();
        List<CompiledJourney> journeys = plan.ways().stream()
                .map(way -> CompiledJourney.of(way.journey(), way.entry()))
                .toList();
        Cohort cohort = trial.cohort();
        for (int i = 0; i < cohort.size(); i++) {
            if (cohort.arrivalDay(i) <= trial.endDay()) {
                double seenTo = Math.max(0, cohort.seenTo(i, trial.cutDay())); // 0: enrolled while a decision was made
                int arm = cohort.arm(i);
                subjects.add(new Subject(
                        scenario.name() + "." + trial.replicate() + "." + i,
                        i,
                        arm,
                        plan.arms().get(arm).name(),
                        cohort.arrivalDay(i),
                        seenTo,
                        cohort.isLost(i, trial.cutDay()),
                        TraceRecorder.of(
                                journeys.get(cohort.way(i)), plan.seed(), trial.replicate(), i, plan.horizonDays())));
            }
        }
    }

    /** @param trial simulated under this truth */
    public static ExportedTrial of(Scenario scenario, Truth truth, OneTrial trial) {
        return new ExportedTrial(scenario, truth, trial);
    }

    /** All data sets, the one of the subjects first. */
    public List<DataSet> dataSets() {
        return List.of(
                SubjectLevel.of(this),
                TimesToEvents.of(this),
                Responses.of(this),
                AdverseEvents.of(this),
                Exposure.of(this));
    }

    public Scenario scenario() {
        return scenario;
    }

    public Truth truth() {
        return truth;
    }

    public OneTrial trial() {
        return trial;
    }

    List<Arm> arms() {
        return trial.study().plan().arms();
    }

    /** Those who were enrolled before the trial ended, in the order in which they came. */
    List<Subject> subjects() {
        return subjects;
    }

    /** The subject with this number in the trial. They come in order, and so are the first so many. */
    Subject subject(int number) {
        return subjects.get(number);
    }
}
