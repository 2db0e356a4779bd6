package marrow.scenario.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.Hypothesis;
import marrow.design.Landmark;
import marrow.scenario.law.HazardDecoder;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Values;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;

/** Reads the analyses: each a name, a method, and what the method needs. */
public final class AnalysisDecoder {
    private static final Map<String, Method> METHODS = Methods.all();

    private final Map<String, Endpoint> endpoints;
    private final List<String> arms;
    private final EndpointDecoder endpointDecoder;
    private final GroupingDecoder grouping;
    private final HazardDecoder hazards;
    private final Values values;
    private final Problems problems;

    public AnalysisDecoder(
            Map<String, Endpoint> endpoints,
            List<String> arms,
            EndpointDecoder endpointDecoder,
            GroupingDecoder grouping,
            Values values,
            Problems problems) {
        this.endpoints = endpoints;
        this.arms = arms;
        this.endpointDecoder = endpointDecoder;
        this.grouping = grouping;
        this.hazards = new HazardDecoder(values, problems);
        this.values = values;
        this.problems = problems;
    }

    /** A way to analyse: the keys it takes, and how it is made of them. */
    public record Method(List<String> keys, Maker maker) {
        /** Makes the analysis; nothing where a key was refused. */
        interface Maker {
            Optional<Analysis> make(String name, AnalysisDecoder decoder, Fields fields);
        }
    }

    /** All analyses by name; null for one that was refused, so that whoever asks for it is not refused too. */
    public Map<String, Analysis> decode(Node node) {
        Map<String, Analysis> analyses = new LinkedHashMap<>();
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(),
                    "analyses are a mapping such as {primary: {km-at: {endpoint: PFS, at: 1 y, ...}}}, and this is "
                            + node.named());
            return analyses;
        }
        for (Entry entry : mapping.entries()) {
            Names.check(entry.key(), "an analysis", problems);
            analyses.put(entry.name(), analysis(entry).orElse(null));
        }
        return analyses;
    }

    private Optional<Analysis> analysis(Entry entry) {
        if (!(entry.value() instanceof Mapping mapping) || mapping.entries().size() != 1) {
            problems.error(
                    entry.value().at(),
                    "an analysis is one method with what it needs, such as {km-at: {endpoint: PFS, ...}}: methods are "
                            + String.join(", ", METHODS.keySet()));
            return Optional.empty();
        }
        Entry written = mapping.entries().get(0);
        Method method = METHODS.get(written.name());
        if (method == null) {
            Optional<String> nearest = Nearest.to(written.name(), METHODS.keySet());
            problems.error(
                    written.key().at(),
                    "there is no method '" + written.name() + "'"
                            + (nearest.isPresent() ? "" : ": there are " + String.join(", ", METHODS.keySet())),
                    nearest);
            return Optional.empty();
        }
        int before = problems.errors();
        return Fields.of(written.value(), written.key().at(), "the method " + written.name(), method.keys(), problems)
                .flatMap(fields -> method.maker().make(entry.name(), this, fields))
                .filter(made -> problems.errors() == before);
    }

    Optional<TimeToEvent> timeToEvent(Fields fields) {
        return timeToEvent(fields, "endpoint");
    }

    Optional<TimeToEvent> timeToEvent(Fields fields, String key) {
        return fields.required(key).flatMap(node -> PlanDecoder.timeToEvent(node, endpoints, problems));
    }

    /** A time-to-event endpoint in which nothing competes. */
    Optional<TimeToEvent> aloneTimeToEvent(Fields fields) {
        Optional<TimeToEvent> endpoint = timeToEvent(fields);
        if (endpoint.isPresent() && endpoint.get().causes() > 1) {
            problems.error(
                    fields.optional("endpoint").orElseThrow().at(),
                    "in " + endpoint.get().name()
                            + " something competes with the event, and this method knows one event: use cif-at, or an endpoint without 'competing'");
            return Optional.empty();
        }
        return endpoint;
    }

    /** An endpoint of this kind. */
    <E extends Endpoint> Optional<E> endpoint(Fields fields, Class<E> kind, String what) {
        Optional<Node> node = fields.required("endpoint");
        Optional<Endpoint> endpoint = node.flatMap(one -> PlanDecoder.endpoint(one, endpoints, problems));
        if (endpoint.isPresent() && !kind.isInstance(endpoint.get())) {
            problems.error(
                    node.get().at(),
                    "this needs " + what + ", and " + endpoint.get().name() + " is none");
            return Optional.empty();
        }
        return endpoint.map(kind::cast);
    }

    Optional<Landmark> landmark(Fields fields) {
        return fields.required("at").flatMap(endpointDecoder::landmark);
    }

    /** The arm that is named, or the first. */
    int arm(Fields fields) {
        Optional<String> name = fields.text("arm");
        if (name.isPresent() && !arms.contains(name.get())) {
            problems.error(
                    fields.optional("arm").orElseThrow().at(),
                    "there is no arm '" + name.get() + "': there are " + Names.all(arms),
                    Nearest.to(name.get(), arms));
        }
        return Math.max(0, name.map(arms::indexOf).orElse(0));
    }

    int arms() {
        return arms.size();
    }

    /** {@code alpha} and {@code alternative}; the null is 0 where the method has none of its own. */
    Optional<Hypothesis> hypothesis(Fields fields, Alternative usual, boolean probability) {
        double nullValue = !probability
                ? 0
                : fields.required("null").map(values::probability).orElse(Double.NaN);
        double alpha = fields.required("alpha").map(values::probability).orElse(Double.NaN);
        Alternative alternative = choice(fields, "alternative", alternatives(), usual);
        return Double.isNaN(nullValue) || Double.isNaN(alpha)
                ? Optional.empty()
                : problems.attempt(fields.at(), () -> new Hypothesis(nullValue, alpha, alternative));
    }

    public static Map<String, Alternative> alternatives() {
        Map<String, Alternative> words = new LinkedHashMap<>();
        words.put("greater", Alternative.GREATER);
        words.put("less", Alternative.LESS);
        words.put("two-sided", Alternative.TWO_SIDED);
        return words;
    }

    /** One of some words. */
    <T> T choice(Fields fields, String key, Map<String, T> words, T usual) {
        Optional<Node> node = fields.optional(key);
        if (node.isEmpty()) {
            return usual;
        }
        String text = node.get() instanceof Scalar scalar ? scalar.text() : "";
        if (!words.containsKey(text)) {
            problems.error(
                    node.get().at(),
                    "'" + key + "' is " + Names.either(words.keySet()) + ", not "
                            + node.get().named(),
                    Nearest.to(text, words.keySet()));
        }
        return words.getOrDefault(text, usual);
    }

    GroupingDecoder grouping() {
        return grouping;
    }

    WeightingDecoder weights() {
        return new WeightingDecoder(values, problems);
    }

    HazardDecoder hazards() {
        return hazards;
    }

    Values values() {
        return values;
    }

    Problems problems() {
        return problems;
    }
}
