package marrow.scenario.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.journey.Condition;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/**
 * Reads {@code {track: state, track: [state, state], track: {not: state}}}. Remembers what was asked of each track and
 * where, for {@code UnreachableStates} to look at when all is known.
 */
public final class ConditionDecoder {
    /** A track must be in one of these states, says the condition at this place. */
    public record Asked(Position at, String track, Set<String> states) {}

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final List<Asked> asked = new ArrayList<>();

    public ConditionDecoder(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    public List<Asked> asked() {
        return asked;
    }

    /** The condition, always where there is none, or nothing where it was refused. */
    public Optional<Condition> optional(Optional<Node> node) {
        return node.isPresent() ? decode(node.get()) : Optional.of(Condition.ALWAYS);
    }

    public Optional<Condition> decode(Node node) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(node.at(), "a condition is a mapping such as {vital: alive}, and this is " + node.named());
            return Optional.empty();
        }
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        int before = problems.errors();
        for (Entry entry : mapping.entries()) {
            String track = entry.name();
            if (vocabulary.checkTrack(track, entry.key().at())) {
                Set<String> states = states(track, entry.value());
                asked.add(new Asked(entry.value().at(), track, states));
                if (states.size() < vocabulary.states(track).size()) {
                    allowed.put(track, states); // all states together ask for nothing
                }
            }
        }
        return problems.errors() == before ? Optional.of(new Condition(allowed)) : Optional.empty();
    }

    /** Both conditions at once, or nothing where that can never hold, which is said of the second. */
    public Optional<Condition> both(Condition first, Condition second, Position at, String beside) {
        for (String track : second.allowed().keySet()) {
            Set<String> mine = first.allowed().get(track);
            if (mine != null && mine.stream().noneMatch(second.allowed().get(track)::contains)) {
                problems.error(at, "this can never hold: " + beside + " " + track + " is " + Names.either(mine));
                return Optional.empty();
            }
        }
        return Optional.of(first.and(second));
    }

    private Set<String> states(String track, Node node) {
        if (node instanceof Mapping mapping) {
            Optional<Node> not = Fields.of(node, "a state to exclude", List.of("not"), problems)
                    .flatMap(fields -> fields.required("not"));
            Set<String> left = new LinkedHashSet<>(vocabulary.states(track));
            if (not.isPresent()) {
                left.removeAll(listed(track, not.get()));
                if (left.isEmpty()) {
                    problems.error(mapping.at(), "this excludes every state of " + track + " and can never hold");
                }
            }
            return left;
        }
        Set<String> states = listed(track, node);
        if (states.isEmpty() && node instanceof Node.Sequence) {
            problems.error(node.at(), "an empty list of states can never hold");
        }
        return states;
    }

    private Set<String> listed(String track, Node node) {
        Set<String> states = new LinkedHashSet<>();
        for (Node item : Fields.items(node)) {
            if (!(item instanceof Scalar scalar)) {
                problems.error(item.at(), "a state of " + track + " is needed here, and this is " + item.named());
            } else if (vocabulary.checkState(track, scalar.text(), scalar.at())) {
                states.add(scalar.text());
            }
        }
        return states;
    }
}
