package marrow.design.metric;

import marrow.design.OneTrial;
import marrow.design.Questions;
import marrow.design.Role;
import marrow.design.Study;
import marrow.design.truth.TrueValues;
import marrow.journey.life.EndlessJourneyException;
import marrow.montecarlo.Block;
import marrow.montecarlo.Columns;
import marrow.montecarlo.Replicates;
import marrow.trial.cohort.Cohort;

/** The trials of one study under one truth, each a row of numbers. */
public final class StudyReplicates implements Replicates {
    private final Study study;
    private final Characteristics characteristics;
    private final TrueValues truth;
    private Cohort latest;

    private StudyReplicates(Study study, Characteristics characteristics, TrueValues truth) {
        this.study = study;
        this.characteristics = characteristics;
        this.truth = truth;
    }

    /** @param truth the true values under the truth that the study's arms live */
    public static StudyReplicates of(Study study, Role role, TrueValues truth) {
        return new StudyReplicates(study, Characteristics.of(Questions.of(study), role, truth), truth);
    }

    @Override
    public int width() {
        return characteristics.width();
    }

    @Override
    public boolean missingIsZero(int column) {
        return characteristics.missingIsZero(column);
    }

    /** How trials end that are looked at is tallied. */
    @Override
    public Columns columns() {
        return characteristics.columns();
    }

    /** A journey that rings for ever is the scenario's mistake, and the user mends it. */
    @Override
    public boolean endsTheRun(RuntimeException thrown) {
        return thrown instanceof EndlessJourneyException;
    }

    @Override
    public Worker worker() {
        OneTrial trial = OneTrial.of(study, room());
        Characteristics.TrialReader reader = characteristics.reader(trial);
        return (number, row) -> {
            trial.conduct(number);
            reader.read(row);
        };
    }

    /** Room for one thread. The journeys of the arms are compiled for the first alone. */
    private synchronized Cohort room() {
        latest = latest == null ? study.cohort() : latest.another();
        return latest;
    }

    /** What the trials are held against. */
    public TrueValues trueValues() {
        return truth;
    }

    /** What is read off the trials. */
    public Characteristics characteristics() {
        return characteristics;
    }

    /** What the trials came to. */
    public Results results(Block block) {
        return characteristics.results(block);
    }
}
