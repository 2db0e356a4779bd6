package marrow.scenario.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.dist.Distribution;
import marrow.dist.Fixed;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.scenario.law.DistributionDecoder;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Values;

/** The doors of the fragments, and the one through which the patients of the scenario come. */
public final class Doors {
    public static final List<String> ENTER = List.of("at", "ago");
    public static final List<String> KEYS = List.of("set", "mark", "about");

    private final Map<String, Effect> doors = new LinkedHashMap<>();
    private final EffectDecoder effects;
    private final DistributionDecoder distributions;
    private final Vocabulary vocabulary;
    private final Problems problems;

    public Doors(EffectDecoder effects, Values values, Vocabulary vocabulary, Problems problems) {
        this.effects = effects;
        this.distributions = new DistributionDecoder(values, problems);
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    public void read(List<Node.Entry> declared) {
        for (Node.Entry door : declared) {
            Names.check(door.key(), "a door", problems);
            doors.put(door.name(), Effect.NOTHING);
            Fields.of(door.value(), door.key().at(), "a door", KEYS, problems)
                    .ifPresentOrElse(
                            fields -> doors.put(
                                    door.name(),
                                    new Effect(
                                            fields.optional("set")
                                                    .map(effects::states)
                                                    .orElse(Map.of()),
                                            fields.optional("mark")
                                                    .map(effects::marks)
                                                    .orElse(List.of()))),
                            effects::refused);
        }
    }

    /** The marks of all doors. */
    public Set<String> marks() {
        Set<String> marks = new LinkedHashSet<>();
        doors.values().forEach(door -> marks.addAll(door.marks()));
        return marks;
    }

    /** What {@code enter} says, or nothing where it was refused. */
    public Optional<Entry> entry(Node node) {
        List<String> keys = new ArrayList<>(ENTER);
        keys.addAll(vocabulary.namedTracks());
        int before = problems.errors();
        Optional<Fields> fields = Fields.of(node, "enter", keys, problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        if (fields.get().keys().isEmpty()) {
            return none(node.at());
        }
        Effect door = fields.get().optional("at").map(this::door).orElse(Effect.NOTHING);
        Map<String, String> states = new LinkedHashMap<>(door.sets());
        for (Node.Entry entry : fields.get().asMeant().entries()) {
            if (vocabulary.tracks().contains(entry.name())) {
                effects.state(entry).ifPresent(state -> states.put(entry.name(), state));
            }
        }
        Map<String, Distribution> daysSince = new LinkedHashMap<>();
        door.marks().forEach(mark -> daysSince.put(mark, Fixed.of(0)));
        fields.get().optional("ago").ifPresent(ago -> readAgo(ago, daysSince));
        return problems.errors() == before
                ? problems.attempt(node.at(), () -> new Entry(states, daysSince))
                : Optional.empty();
    }

    /** A scenario without {@code enter} has nowhere to come in, unless there are no doors to choose from. */
    public Optional<Entry> none(Position at) {
        if (doors.isEmpty()) {
            return Optional.of(Entry.PLAIN);
        }
        problems.error(
                at,
                "the scenario needs 'enter', such as {at: "
                        + doors.keySet().iterator().next() + "}");
        return Optional.empty();
    }

    private Effect door(Node node) {
        String name = node instanceof Scalar scalar ? scalar.text() : "";
        if (!doors.containsKey(name)) {
            Optional<String> nearest = Nearest.to(name, doors.keySet());
            String there = nearest.isPresent() || doors.isEmpty() ? "" : ": there are " + Names.all(doors.keySet());
            problems.error(node.at(), "there is no door " + node.named() + there, nearest);
        }
        return doors.getOrDefault(name, Effect.NOTHING);
    }

    private void readAgo(Node node, Map<String, Distribution> daysSince) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(),
                    "marks before entry are a mapping such as {transplant: 60 d}, and this is " + node.named());
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            if (!vocabulary.knowsMark(entry.name())) {
                problems.error(
                        entry.key().at(),
                        "there is no mark '" + entry.name() + "'",
                        Nearest.to(entry.name(), vocabulary.marks()));
            }
            distributions.waiting(entry.value()).ifPresent(law -> daysSince.put(entry.name(), law));
        }
    }
}
