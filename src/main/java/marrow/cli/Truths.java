package marrow.cli;

import java.io.PrintWriter;
import java.util.Locale;
import marrow.design.Study;
import marrow.design.Tilting;
import marrow.scenario.Scenario;
import marrow.scenario.Trial;
import marrow.scenario.Truth;

/** The studies that truths make of the trial of a scenario. */
final class Truths {
    private final ScenarioOptions options;
    private final PrintWriter err;
    private final int threads;

    Truths(ScenarioOptions options, PrintWriter err, int threads) {
        this.options = options;
        this.err = err;
        this.threads = threads;
    }

    /** The study as the scenario reads with the truth's values in place of its own. Not yet tilted. */
    Study study(Truth truth, Trial trial) {
        if (truth.sets().isEmpty()) {
            return trial.study();
        }
        return options.readWith(truth.sets(), err)
                .flatMap(Scenario::trial)
                .map(Trial::study)
                .orElseThrow(() -> new RefusedTruth("the scenario cannot be read with what truth " + truth.name()
                        + " sets: " + truth.sets().toString().toLowerCase(Locale.ROOT)));
    }

    /** One tilt of a truth, for so many trials. */
    Tilting.Tilted tilted(Truth truth, Truth.Tilt tilt, Study study, long trials) {
        try {
            return Tilting.of(
                    study.plan(),
                    tilt.clocks(),
                    tilt.endpoint(),
                    tilt.estimand(),
                    tilt.target(),
                    Tilting.patientsFor(trials),
                    threads);
        } catch (IllegalArgumentException impossible) {
            throw new RefusedTruth("truth " + truth.name() + ", " + tilt.written() + ": " + impossible.getMessage());
        }
    }
}
