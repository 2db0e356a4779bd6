package marrow.report.story;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.design.Study;
import marrow.design.sketch.Sketch;
import marrow.run.RunResult;
import marrow.run.TruthOutcome;
import marrow.trial.Arm;

/**
 * What the sections of a report are written from.
 *
 * @param sketches by truth; a truth has none where the run was interrupted
 */
record Material(RunResult run, Map<String, Sketch> sketches) {
    Material {
        sketches = Collections.unmodifiableMap(new LinkedHashMap<>(sketches));
    }

    List<TruthOutcome> outcomes() {
        return run.outcomes();
    }

    Optional<Sketch> sketch(TruthOutcome outcome) {
        return Optional.ofNullable(sketches.get(outcome.truth().name()));
    }

    /** How many trials the pictures are of; none where the run was interrupted. */
    int trialsSketched() {
        return sketches.values().stream().mapToInt(Sketch::trials).max().orElse(0);
    }

    /** The study under the first truth. The questions are the same under each. */
    Study study() {
        return outcomes().get(0).study();
    }

    /** The analysis that a scenario names first. */
    Optional<Analysis> primary() {
        return study().analyses().stream().findFirst();
    }

    List<String> arms() {
        return study().plan().arms().stream().map(Arm::name).toList();
    }

    /** A number for a plot: four decimals. */
    static double rounded(double x) {
        return Double.isFinite(x) ? Math.rint(x * 1e4) / 1e4 : Double.NaN;
    }
}
