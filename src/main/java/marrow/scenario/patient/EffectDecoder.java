package marrow.scenario.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.journey.Effect;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;

/** Reads what a ring does: the states under {@code then}, the marks under {@code mark}, what it uses under {@code uses}. */
public final class EffectDecoder {
    private final Vocabulary vocabulary;
    private final UseDecoder uses;
    private final Problems problems;
    private final Map<String, Set<String>> reached = new LinkedHashMap<>();
    private final Set<String> moved = new LinkedHashSet<>();
    private final Set<String> unclear = new LinkedHashSet<>();

    public EffectDecoder(Vocabulary vocabulary, UseDecoder uses, Problems problems) {
        this.vocabulary = vocabulary;
        this.uses = uses;
        this.problems = problems;
    }

    /** All states that some effect sets, by track. */
    public Map<String, Set<String>> reached() {
        return reached;
    }

    /** The tracks that some ring sets; a door, the entry and the arms say where patients begin. */
    public Set<String> moved() {
        return moved;
    }

    /** These states of a track are reached too. */
    public void reached(String track, Set<String> states) {
        reached.computeIfAbsent(track, name -> new LinkedHashSet<>()).addAll(states);
    }

    /** Whether what was refused may set states of a track. */
    public boolean isUnclear(String track) {
        return unclear.contains(track);
    }

    /** Something was refused that may do anything: nobody is told that a state or mark is not set. */
    public void refused() {
        unclear.addAll(vocabulary.tracks());
        vocabulary.addUnclearMarks();
    }

    /** The effect of a ring, under {@code then}, {@code mark} and {@code uses} of these fields. */
    public Effect decode(Fields fields) {
        Map<String, String> sets = fields.optional("then").map(this::states).orElse(Map.of());
        moved.addAll(sets.keySet());
        return new Effect(
                sets,
                fields.optional("mark").map(this::marks).orElse(List.of()),
                fields.optional("uses").map(uses::decode).orElse(List.of()));
    }

    Map<String, String> states(Node node) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(), "states to set are a mapping such as {disease: relapsed}, and this is " + node.named());
            unclear.addAll(vocabulary.tracks());
            return Map.of();
        }
        Map<String, String> sets = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> state(entry).ifPresent(state -> sets.put(entry.name(), state)));
        return sets;
    }

    /** The state that one track is set to. */
    public Optional<String> state(Node.Entry entry) {
        String track = entry.name();
        if (!vocabulary.checkTrack(track, entry.key().at())) {
            unclear.addAll(vocabulary.tracks());
            return Optional.empty();
        }
        if (vocabulary.isCourse(track)) {
            problems.error(entry.key().at(), "the course '" + track + "' alone moves its track");
            return Optional.empty();
        }
        if (!(entry.value() instanceof Scalar scalar)) {
            unclear.add(track);
            problems.error(
                    entry.value().at(),
                    "one state of " + track + " is needed here, and this is "
                            + entry.value().named());
            return Optional.empty();
        }
        if (!vocabulary.checkState(track, scalar.text(), scalar.at())) {
            unclear.add(track);
            return Optional.empty();
        }
        reached.computeIfAbsent(track, name -> new LinkedHashSet<>()).add(scalar.text());
        return Optional.of(scalar.text());
    }

    List<String> marks(Node node) {
        List<String> marks = new ArrayList<>();
        for (Node item : Fields.items(node)) {
            if (item instanceof Scalar scalar) {
                if (!Names.check(scalar, "a mark", problems)) {
                    vocabulary.addUnclearMarks();
                }
                vocabulary
                        .courseOf(scalar.text())
                        .ifPresent(course -> problems.error(
                                scalar.at(),
                                "the mark '" + scalar.text() + "' says when the course '" + course
                                        + "' starts, which alone sets it: another name is needed here"));
                if (marks.contains(scalar.text())) {
                    problems.warning(scalar.at(), "the mark " + scalar.text() + " is named twice and set once");
                }
                marks.add(scalar.text());
                vocabulary.addMark(scalar.text());
            } else {
                vocabulary.addUnclearMarks();
                problems.error(item.at(), "the name of a mark is needed here, and this is " + item.named());
            }
        }
        return marks;
    }
}
