package marrow.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problem;
import marrow.scenario.text.Problem.Severity;
import marrow.scenario.text.Problems;
import marrow.scenario.trial.Trial;
import marrow.scenario.trial.Truth;

/** Reads a scenario with what each of its truths sets, before anything is simulated, and tells what cannot be read where the truth sets it. */
public final class TruthCheck {
    private final ScenarioFiles files;
    private final Map<String, String> sets;
    private final Optional<Mapping> truths;
    private final List<Problem> found = new ArrayList<>();

    private TruthCheck(ScenarioFiles files, Map<String, String> sets) {
        this.files = files;
        this.sets = sets;
        truths = files.root(new Problems()).flatMap(root -> mapping(root, "truths"));
    }

    /** @param scenario as it is read with {@code sets} alone */
    public static List<Problem> of(ScenarioFiles files, Map<String, String> sets, Scenario scenario) {
        TruthCheck check = new TruthCheck(files, sets);
        scenario.trial().map(Trial::truths).orElse(List.of()).stream()
                .filter(truth -> !truth.sets().isEmpty())
                .forEach(check::truth);
        return List.copyOf(check.found);
    }

    /** Only errors: a truth may well lie outside of what is believed. */
    private void truth(Truth truth) {
        Map<String, String> all = new LinkedHashMap<>(sets);
        all.putAll(truth.sets());
        Optional<Node> written =
                truths.flatMap(node -> mapping(node, truth.name())).flatMap(node -> node.get("set"));
        for (Problem problem : ScenarioReader.again(files, all).problems().all()) {
            if (problem.severity() == Severity.ERROR) {
                found.add(told(problem, truth, written));
            }
        }
    }

    /** What is wrong with one of the values is told at that value, what is wrong elsewhere for it at all of them. */
    private Problem told(Problem problem, Truth truth, Optional<Node> written) {
        Optional<String> own = truth.sets().keySet().stream()
                .filter(name -> problem.at().equals(Position.ofSet(name)))
                .findFirst();
        Position at = own.flatMap(
                        name -> written.filter(Mapping.class::isInstance).flatMap(node -> ((Mapping) node).get(name)))
                .or(() -> written)
                .map(Node::at)
                .orElse(Position.startOf(files.scenario().toString()));
        String where = own.isPresent() ? "" : "with what truth " + truth.name() + " sets, " + problem.at() + ": ";
        return new Problem(at, Severity.ERROR, where + problem.what(), problem.meant());
    }

    private static Optional<Mapping> mapping(Node node, String key) {
        return node instanceof Mapping mapping
                ? mapping.get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast)
                : Optional.empty();
    }
}
