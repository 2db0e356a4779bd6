package marrow.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import marrow.design.Study;
import marrow.design.metric.StudyReplicates;
import marrow.design.sketch.Sketch;
import marrow.design.truth.Tilting;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Progress;
import marrow.montecarlo.Simulation;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Trial;
import marrow.scenario.trial.Truth;

/**
 * How the trials of a scenario are carried out under its truths: what a truth sets and tilts is found, then the true values of
 * what is estimated, then the trials are simulated.
 */
public final class Conduct {
    private final Trial trial;
    private final long seed;
    private final int threads;
    private final Source source;
    private final Watcher watcher;
    private final Map<Map<String, String>, Trial> readWith = new ConcurrentHashMap<>();

    /** Reads the scenario again with further values in place of its parameters'; nothing where they are refused. */
    @FunctionalInterface
    public interface Source {
        Optional<Scenario> with(Map<String, String> values);
    }

    /** Hears what is being done. */
    public interface Watcher {
        Watcher SILENT = new Watcher() {
            @Override
            public void says(String what) {
                // nobody listens
            }

            @Override
            public Progress of(String truth) {
                return Progress.SILENT;
            }
        };

        void says(String what);

        Progress of(String truth);
    }

    private Conduct(Trial trial, long seed, int threads, Source source, Watcher watcher) {
        this.trial = trial;
        this.seed = seed;
        this.threads = threads;
        this.source = source;
        this.watcher = watcher;
    }

    public static Conduct of(Trial trial, long seed, int threads, Source source, Watcher watcher) {
        return new Conduct(trial, seed, threads, source, watcher);
    }

    /**
     * The study under a truth, ready to be simulated.
     *
     * @throws RefusedTruthException where it cannot be made true
     */
    public Prepared under(Truth truth) {
        return under(truth, groundwork(truth));
    }

    /** The same with what was found before. */
    public Prepared under(Truth truth, Groundwork found) {
        Study study = tilted(truth, found.tilts());
        return new Prepared(truth, study, found.tilts(), StudyReplicates.of(study, truth.role(), found.values()));
    }

    /**
     * What must be known under a truth before there are trials.
     *
     * @throws RefusedTruthException where it cannot be made true
     */
    public Groundwork groundwork(Truth truth) {
        return groundwork(truth, tilts(truth));
    }

    /** The same with tilts that were found before. */
    public Groundwork groundwork(Truth truth, List<TruthOutcome.Found> found) {
        Study study = tilted(truth, found);
        watcher.says(truth.name() + ": true values");
        return new Groundwork(found, TrueValues.of(study.plan(), study.variables(), trial.cohort(), threads));
    }

    /**
     * The study under a truth alone, without the true values of what it estimates.
     *
     * @throws RefusedTruthException where it cannot be made true
     */
    public Study study(Truth truth) {
        return tilted(truth, tilts(truth));
    }

    private Study tilted(Truth truth, List<TruthOutcome.Found> found) {
        Study study = untilted(truth);
        for (TruthOutcome.Found one : found) {
            study = study.with(Tilting.tilted(study.plan(), one.tilt().clocks(), one.factor()));
        }
        return study;
    }

    /**
     * The tilts of a truth, each found where those before it hold.
     *
     * @throws RefusedTruthException where it cannot be made true
     */
    public List<TruthOutcome.Found> tilts(Truth truth) {
        List<TruthOutcome.Found> found = new ArrayList<>();
        Study study = untilted(truth);
        for (Truth.Tilt tilt : asRead(truth).tilts()) {
            watcher.says(truth.name() + ": tilting " + String.join(", ", tilt.clocks()));
            Tilting.Tilted tilted = tilted(truth, tilt, study);
            found.add(new TruthOutcome.Found(tilt, tilted.factor(), tilted.reached()));
            study = study.with(tilted.plan());
        }
        return found;
    }

    /** Trials 0 .. count - 1 of a study. */
    public Simulation trials(Prepared prepared, long count) {
        return Simulation.of(
                prepared.replicates(),
                count,
                threads,
                watcher.of(prepared.truth().name()));
    }

    /** What pictures of a study show, from its first trials. */
    public Sketch sketch(Prepared prepared) {
        watcher.says(prepared.truth().name() + ": report");
        return Sketch.of(prepared.study(), prepared.replicates().trueValues(), threads);
    }

    /** The study as the scenario reads with the truth's values in place of its own, its arms alike where the truth says so. */
    public Study untilted(Truth truth) {
        Study study = read(truth).study().withSeed(seed);
        return truth.alike().map(arm -> study.with(study.plan().alike(arm))).orElse(study);
    }

    /** The truth as the scenario reads with its values, which may stand in what it tilts until what holds. */
    public Truth asRead(Truth truth) {
        return truth.sets().isEmpty() || truth.tilts().isEmpty()
                ? truth
                : read(truth).truths().stream()
                        .filter(one -> one.name().equals(truth.name()))
                        .findFirst()
                        .orElseThrow();
    }

    /** The trial with what a truth sets, which is read once. */
    private Trial read(Truth truth) {
        return truth.sets().isEmpty() ? trial : readWith.computeIfAbsent(truth.sets(), sets -> readAgain(truth));
    }

    private Trial readAgain(Truth truth) {
        return source.with(truth.sets())
                .flatMap(Scenario::trial)
                .orElseThrow(() -> new RefusedTruthException("the scenario cannot be read with what truth "
                        + truth.name() + " sets: "
                        + truth.sets().entrySet().stream()
                                .map(set -> set.getKey() + " = " + set.getValue())
                                .collect(Collectors.joining(", "))));
    }

    /** As exactly as the scenario's own replicates ask for, so that more of them are the same trials and more. */
    private Tilting.Tilted tilted(Truth truth, Truth.Tilt tilt, Study study) {
        try {
            return Tilting.of(
                    study.plan(),
                    tilt.clocks(),
                    tilt.endpoint(),
                    tilt.estimand(),
                    tilt.target(),
                    Tilting.patientsFor(trial.replicates()),
                    threads);
        } catch (IllegalArgumentException impossible) {
            throw new RefusedTruthException(
                    "truth " + truth.name() + ", " + tilt.written() + ": " + impossible.getMessage(), tilt.at());
        }
    }
}
