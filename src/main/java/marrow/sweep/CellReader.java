package marrow.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.journey.life.EndlessJourneyException;
import marrow.run.Conduct;
import marrow.run.Groundwork;
import marrow.run.RefusedTruthException;
import marrow.scenario.Reading;
import marrow.scenario.Scenario;
import marrow.scenario.ScenarioFiles;
import marrow.scenario.ScenarioReader;
import marrow.scenario.text.Problem;
import marrow.scenario.text.Problem.Severity;
import marrow.scenario.trial.Trial;
import marrow.scenario.trial.Truth;

/** Reads a scenario at the points of a sweep. May be used by several threads. */
public final class CellReader {
    private final ScenarioFiles files;
    private final Map<String, String> sets;

    private CellReader(ScenarioFiles files, Map<String, String> sets) {
        this.files = files;
        this.sets = sets;
    }

    /** @param sets given at all points */
    public static CellReader of(ScenarioFiles files, Map<String, String> sets) {
        return new CellReader(files, new LinkedHashMap<>(sets));
    }

    /** The scenario at a cell: its trial, its truth there, and how it is carried out. */
    record At(Trial trial, Truth truth, Conduct conduct) {
        Groundwork groundwork() {
            Groundwork found = conduct.groundwork(truth);
            return new Groundwork(
                    found.tilts(),
                    conduct.under(truth, found).replicates().characteristics().settled());
        }
    }

    At at(Cell cell) {
        Scenario scenario = scenario(cell, Map.of());
        Trial trial = scenario.trial().orElseThrow();
        Truth truth = trial.truths().stream()
                .filter(one -> one.name().equals(cell.truth()))
                .findFirst()
                .orElseThrow();
        Conduct conduct = Conduct.of(
                trial, scenario.seed(), 1, more -> Optional.of(scenario(cell, more)), Conduct.Watcher.SILENT);
        return new At(trial, truth, conduct);
    }

    /** @param more values that win over those of the cell */
    private Scenario scenario(Cell cell, Map<String, String> more) {
        Map<String, String> all = given(cell);
        all.putAll(more);
        Reading reading = ScenarioReader.again(files, all);
        return reading.scenario()
                .orElseThrow(() ->
                        new RefusedCellException(cell, first(reading.problems().all())));
    }

    private static String first(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    /** All values that are given at a cell. */
    public Map<String, String> given(Cell cell) {
        Map<String, String> all = new LinkedHashMap<>(sets);
        all.putAll(cell.values());
        return all;
    }

    /** What must be known before the trials of a cell. */
    Groundwork groundwork(Cell cell) {
        try {
            return at(cell).groundwork();
        } catch (RefusedTruthException refused) {
            throw new RefusedCellException(cell, refused.getMessage());
        } catch (EndlessJourneyException stuck) {
            throw new StuckCellException(cell, stuck);
        }
    }
}
