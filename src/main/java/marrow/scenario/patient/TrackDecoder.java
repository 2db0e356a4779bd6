package marrow.scenario.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.journey.Condition;
import marrow.journey.Start;
import marrow.journey.Track;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Kind;
import marrow.scenario.value.Values;

/** Reads how a track starts: in its first state, in a band of a fact, or in a drawn state. */
public final class TrackDecoder {
    public static final List<String> CASE = List.of("when", "among");
    public static final List<String> KEYS = List.of("cut", "at", "states", "draw", "also", "about");

    private final Facts facts;
    private final ConditionDecoder conditions;
    private final ChanceDecoder chances;
    private final Values values;
    private final Vocabulary vocabulary;
    private final Problems problems;

    public TrackDecoder(
            Facts facts,
            ConditionDecoder conditions,
            ChanceDecoder chances,
            Values values,
            Vocabulary vocabulary,
            Problems problems) {
        this.facts = facts;
        this.conditions = conditions;
        this.chances = chances;
        this.values = values;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    public Optional<Track> decode(DeclaredTrack track) {
        if (track.start() != null && !(track.start().value() instanceof Mapping)) {
            return Optional.empty(); // which is told where its states are read
        }
        Optional<Start> start = track.start() == null
                ? track.states().stream().findFirst().map(Start.In::new)
                : Fields.of(track.start().value(), track.at(), "a track", KEYS, problems)
                        .flatMap(fields -> start(track, fields));
        return start.filter(begins -> !track.states().isEmpty())
                .flatMap(begins -> problems.attempt(track.at(), () -> new Track(track.name(), track.states(), begins)));
    }

    private Optional<Start> start(DeclaredTrack track, Fields fields) {
        if (fields.has("cut") == fields.has("draw")) {
            problems.error(track.at(), "a track is a list of states, or starts by 'cut' or by 'draw'");
            return Optional.empty();
        }
        return fields.has("cut")
                ? cut(fields)
                : fields.optional("draw").flatMap(draw -> drawn(track, draw)).map(Start.Drawn::new);
    }

    private Optional<Start> cut(Fields fields) {
        Optional<Facts.Known> fact = fields.optional("cut").flatMap(facts::named);
        Optional<Node> at = fields.required("at");
        Optional<Node> states = fields.required("states");
        if (at.isEmpty() || states.isEmpty()) {
            return Optional.empty();
        }
        int thresholds = Fields.items(at.get()).size();
        int bands = Fields.items(states.get()).size();
        if (bands != thresholds + 1) {
            problems.error(
                    at.get().at(),
                    thresholds + (thresholds == 1 ? " threshold makes " : " thresholds make ") + (thresholds + 1)
                            + " bands, and there " + (bands == 1 ? "is 1 state" : "are " + bands + " states"));
            return Optional.empty();
        }
        return fact.flatMap(known -> {
            List<Double> cuts = Fields.items(at.get()).stream()
                    .map(node -> values.read(node, Kind.of(known.dimension())))
                    .toList();
            return cuts.stream().anyMatch(cut -> cut.isNaN())
                    ? Optional.empty()
                    : problems.attempt(at.get().at(), () -> new Start.Cut(known.name(), cuts));
        });
    }

    private Optional<List<Start.Chances>> drawn(DeclaredTrack track, Node draw) {
        if (draw instanceof Mapping) {
            return chances(track, draw, Condition.ALWAYS).map(List::of);
        }
        if (!(draw instanceof Sequence list) || list.items().isEmpty()) {
            problems.error(draw.at(), "states are drawn as in {low: 60 %, high: rest}, and this is " + draw.named());
            return Optional.empty();
        }
        int before = problems.errors();
        List<Start.Chances> cases = new ArrayList<>();
        for (Node item : list.items()) {
            Fields.of(item, "a case of a draw", CASE, problems).ifPresent(fields -> {
                Optional<Condition> when = conditions.optional(fields.optional("when"));
                Optional<Node> among = fields.required("among");
                when.ifPresent(condition ->
                        among.flatMap(node -> chances(track, node, condition)).ifPresent(cases::add));
            });
        }
        if (problems.errors() == before) {
            List<Condition> whens = cases.stream().map(Start.Chances::when).toList();
            Cases.refuseGaps(whens, list, vocabulary, problems);
        }
        return Optional.of(cases).filter(all -> problems.errors() == before && !all.isEmpty());
    }

    private Optional<Start.Chances> chances(DeclaredTrack track, Node node, Condition when) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            problems.error(node.at(), "states are drawn as in {low: 60 %, high: rest}, and this is " + node.named());
            return Optional.empty();
        }
        List<Node> given = mapping.entries().stream().map(Entry::value).toList();
        boolean named = !track.states().isEmpty();
        return chances.decode(given, mapping.at()).filter(shares -> named).map(shares -> {
            Map<String, Double> byState = new LinkedHashMap<>();
            for (int i = 0; i < shares.length; i++) {
                byState.put(mapping.entries().get(i).name(), shares[i]);
            }
            List<Double> all = track.states().stream()
                    .map(state -> byState.getOrDefault(state, 0.0))
                    .toList();
            return new Start.Chances(when, all);
        });
    }
}
