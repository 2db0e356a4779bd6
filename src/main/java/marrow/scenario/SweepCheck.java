package marrow.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problem;
import marrow.scenario.text.Problem.Severity;
import marrow.scenario.trial.Truth;
import marrow.scenario.value.GivenPlaces;
import marrow.scenario.value.Parameter;

/** Reads a scenario with each value of a sweep by itself, before anything is simulated, and tells what is wrong with them. */
public final class SweepCheck {
    private final ScenarioFiles files;
    private final Map<String, String> sets;
    private final Scenario scenario;
    private final Set<Problem> found = new LinkedHashSet<>();

    private SweepCheck(ScenarioFiles files, Map<String, String> sets, Scenario scenario) {
        this.files = files;
        this.sets = sets;
        this.scenario = scenario;
    }

    /** @param scenario as it is read with {@code sets} alone */
    public static List<Problem> of(ScenarioFiles files, Map<String, String> sets, Scenario scenario, Sweep sweep) {
        SweepCheck check = new SweepCheck(files, sets, scenario);
        sweep.axes().forEach(check::axis);
        return List.copyOf(check.found);
    }

    private void axis(Axis axis) {
        if (axis.name().equals(Axis.TRUTH)) {
            truths(axis);
            return;
        }
        if (axis.name().equals("run.seed")) {
            found.add(new Problem(
                    axis.at(),
                    Severity.ERROR,
                    "all points of a sweep have the same patients: the seed does not vary",
                    null));
            return;
        }
        if (axis.name().equals("run.replicates")) {
            found.add(new Problem(
                    axis.at(),
                    Severity.ERROR,
                    "all points of a sweep have as many trials, at the most: run.replicates does not vary",
                    null));
            return;
        }
        if (!GivenPlaces.isPlace(axis.name()) && isUnknown(axis)) {
            return;
        }
        for (String value : axis.values()) {
            Map<String, String> all = new LinkedHashMap<>(sets);
            all.put(axis.name(), value);
            boolean wrong = false;
            for (Problem problem : ScenarioReader.read(files, all).problems().all()) {
                boolean own = problem.at().equals(Position.ofSet(axis.name()));
                if (own || problem.severity() == Severity.ERROR) {
                    add(axis, value, own, problem);
                    wrong |= problem.severity() == Severity.ERROR;
                }
            }
            if (wrong) {
                return;
            }
        }
    }

    /** Said once for the first value that is wrong. */
    private void add(Axis axis, String value, boolean own, Problem problem) {
        String where = own ? "" : "with " + axis.name() + " = " + value + ", " + problem.at() + ": ";
        found.add(new Problem(axis.at(), problem.severity(), where + problem.what(), problem.meant()));
    }

    private boolean isUnknown(Axis axis) {
        List<String> names = new ArrayList<>(
                scenario.parameters().stream().map(Parameter::name).toList());
        names.add(Axis.TRUTH);
        boolean unknown = !names.contains(axis.name());
        if (unknown) {
            error(axis, "there is no parameter '" + axis.name() + "'", axis.name(), names);
        }
        return unknown;
    }

    private void truths(Axis axis) {
        List<String> names = scenario.trial().orElseThrow().truths().stream()
                .map(Truth::name)
                .toList();
        for (String value : axis.values()) {
            if (!names.contains(value)) {
                error(axis, "there is no truth '" + value + "': there are " + Names.all(names), value, names);
            }
        }
    }

    private void error(Axis axis, String what, String word, List<String> known) {
        found.add(new Problem(
                axis.at(), Severity.ERROR, what, Nearest.to(word, known).orElse(null)));
    }
}
