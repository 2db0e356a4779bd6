package marrow.scenario.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import marrow.design.Landmark;
import marrow.scenario.patient.Vocabulary;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Values;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;
import marrow.trial.endpoint.Visits;

/** Reads the endpoints: times to events, responses, quantities. */
public final class EndpointDecoder {
    public static final List<String> TIME_KEYS =
            List.of("from", "event", "competing", "intercurrent", "found", "visits", "at", "about");
    public static final List<String> RESPONSE_KEYS = List.of("from", "reached", "failing", "by", "lost", "about");
    public static final List<String> QUANTITY_KEYS = List.of("from", "amount", "count", "days-to", "about");
    private static final Set<String> KEYS = keys();
    public static final List<String> VISITS = List.of("first", "every");
    public static final List<String> POLICIES = List.of("ignore", "censor", "event", "compete");

    private final Values values;
    private final Vocabulary vocabulary;
    private final Horizon horizon;
    private final Problems problems;
    private final Map<String, List<Landmark>> landmarks = new LinkedHashMap<>();

    public EndpointDecoder(Values values, Vocabulary vocabulary, Horizon horizon, Problems problems) {
        this.values = values;
        this.vocabulary = vocabulary;
        this.horizon = horizon;
        this.problems = problems;
    }

    private static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(TIME_KEYS);
        keys.addAll(RESPONSE_KEYS);
        keys.addAll(QUANTITY_KEYS);
        return keys;
    }

    /** Where the curves of the endpoints are read, by their names. */
    public Map<String, List<Landmark>> landmarks() {
        return landmarks;
    }

    /** All endpoints by name; null for one that was refused, so that whoever asks for it is not refused too. */
    public Map<String, Endpoint> decode(Node node) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(), "endpoints are a mapping such as {OS: {event: death}}, and this is " + node.named());
            return endpoints;
        }
        for (Entry entry : mapping.entries()) {
            Names.check(entry.key(), "an endpoint", problems);
            endpoints.put(entry.name(), endpoint(entry).orElse(null));
        }
        return endpoints;
    }

    private Optional<Endpoint> endpoint(Entry entry) {
        if (entry.value() instanceof Mapping mapping) {
            Mapping meant = Fields.meant(mapping, KEYS);
            if (meant.get("reached").isPresent()) {
                return fields(entry, "a response", RESPONSE_KEYS).flatMap(fields -> response(entry, fields));
            }
            if (List.of("amount", "count", "days-to").stream()
                    .anyMatch(key -> meant.get(key).isPresent())) {
                return fields(entry, "a quantity", QUANTITY_KEYS).flatMap(fields -> quantity(entry, fields));
            }
        }
        return fields(entry, "a time to an event", TIME_KEYS).flatMap(fields -> timeToEvent(entry, fields));
    }

    private Optional<Fields> fields(Entry entry, String what, List<String> keys) {
        return Fields.of(entry.value(), entry.key().at(), what, keys, problems);
    }

    private Optional<Endpoint> timeToEvent(Entry entry, Fields fields) {
        if (!fields.has("event")) {
            problems.error(
                    entry.key().at(),
                    "an endpoint has 'event' (a time to it), 'reached' (a response), or 'amount', 'count' or 'days-to'");
            return Optional.empty();
        }
        int before = problems.errors();
        Set<String> events = marks(fields, "event");
        Set<String> competing = marks(fields, "competing");
        Set<String> censoring = new LinkedHashSet<>();
        fields.optional("intercurrent")
                .ifPresent(node -> intercurrent(node, events::add, competing::add, censoring::add));
        Set<String> found = marks(fields, "found");
        Optional<Visits> visits = fields.optional("visits").flatMap(this::visits);
        if (found.isEmpty() == visits.isPresent()) {
            problems.error(entry.key().at(), "'found' says what the 'visits' find: they go together");
        }
        fields.optional("at").ifPresent(at -> landmarks.put(entry.name(), landmarks(at)));
        String from = from(fields);
        return problems.errors() > before
                ? Optional.empty()
                : problems.attempt(
                        entry.key().at(),
                        () -> new TimeToEvent(
                                entry.name(),
                                from,
                                List.copyOf(events),
                                List.copyOf(competing),
                                List.copyOf(censoring),
                                found,
                                visits));
    }

    /** What each event on the way does to the endpoint, as ICH E9(R1) asks to say. */
    private void intercurrent(Node node, Consumer<String> event, Consumer<String> compete, Consumer<String> censor) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(),
                    "intercurrent events are a mapping such as {transplant: censor}, and this is " + node.named());
            return;
        }
        for (Entry entry : mapping.entries()) {
            String policy = entry.value() instanceof Scalar scalar ? scalar.text() : "";
            vocabulary.checkMark(entry.name(), entry.key().at());
            switch (policy) {
                case "ignore" -> {}
                case "event" -> event.accept(entry.name());
                case "compete" -> compete.accept(entry.name());
                case "censor" -> censor.accept(entry.name());
                default ->
                    problems.error(
                            entry.value().at(),
                            "an intercurrent event is handled by " + Names.either(POLICIES) + ", not "
                                    + entry.value().named(),
                            Nearest.to(policy, POLICIES));
            }
        }
    }

    private Optional<Visits> visits(Node node) {
        return Fields.of(node, "visits", VISITS, problems).flatMap(fields -> {
            double every = fields.required("every").map(values::time).orElse(Double.NaN);
            double first = fields.optional("first").map(values::time).orElse(every);
            return Double.isNaN(every) || Double.isNaN(first)
                    ? Optional.empty()
                    : problems.attempt(node.at(), () -> new Visits(first, every));
        });
    }

    List<Landmark> landmarks(Node node) {
        List<Landmark> all = new ArrayList<>();
        for (Node item : Fields.items(node)) {
            landmark(item).ifPresent(found -> {
                if (all.stream().anyMatch(one -> one.day() == found.day())) {
                    problems.error(item.at(), "day " + Figures.of(found.day()) + " is named twice");
                }
                all.add(found);
            });
        }
        return all;
    }

    Optional<Landmark> landmark(Node node) {
        double days = horizon.days(node);
        if (Double.isNaN(days)) {
            return Optional.empty();
        }
        boolean written = node instanceof Scalar && Values.reference(node).isEmpty();
        String label = written ? ((Scalar) node).text().replaceAll("\\s+", "") : Figures.of(days) + "d";
        return problems.attempt(node.at(), () -> new Landmark(days, label));
    }

    private Optional<Endpoint> response(Entry entry, Fields fields) {
        int before = problems.errors();
        Set<String> reached = marks(fields, "reached");
        Set<String> failing = marks(fields, "failing");
        failing.stream()
                .filter(reached::contains)
                .forEach(mark -> problems.error(
                        fields.optional("failing").orElseThrow().at(),
                        "'" + mark + "' is what is to be reached: it cannot be failing as well"));
        double by = fields.optional("by").map(horizon::days).orElse(Double.POSITIVE_INFINITY);
        String lost = fields.text("lost").orElse("excluded");
        if (!lost.equals("excluded") && !lost.equals("fail")) {
            problems.error(
                    fields.optional("lost").orElseThrow().at(),
                    "who is lost before an answer is excluded, or fails: 'excluded' or 'fail', not '" + lost + "'");
        }
        String from = from(fields);
        return problems.errors() > before
                ? Optional.empty()
                : problems.attempt(
                        entry.key().at(),
                        () -> new Response(
                                entry.name(),
                                from,
                                List.copyOf(reached),
                                List.copyOf(failing),
                                by,
                                lost.equals("fail")));
    }

    private Optional<Endpoint> quantity(Entry entry, Fields fields) {
        List<String> given = List.of("amount", "count", "days-to").stream()
                .filter(fields::has)
                .toList();
        if (given.size() > 1) {
            problems.error(entry.key().at(), "one of " + Names.all(given) + " is needed, not both");
            return Optional.empty();
        }
        String from = from(fields);
        Optional<String> of = fields.text(given.get(0));
        Quantity.Kind kind =
                switch (given.get(0)) {
                    case "amount" -> Quantity.Kind.AMOUNT;
                    case "count" -> Quantity.Kind.COUNT;
                    default -> Quantity.Kind.DAYS;
                };
        if (kind != Quantity.Kind.AMOUNT) {
            of.ifPresent(mark -> vocabulary.checkMark(
                    mark, fields.optional(given.get(0)).orElseThrow().at()));
        }
        return of.map(name -> new Quantity(entry.name(), from, kind, name));
    }

    /** The mark of the origin, or null for entry. */
    private String from(Fields fields) {
        Optional<String> from = fields.text("from");
        from.ifPresent(mark ->
                vocabulary.checkMark(mark, fields.optional("from").orElseThrow().at()));
        return from.orElse(null);
    }

    private Set<String> marks(Fields fields, String key) {
        Set<String> marks = new LinkedHashSet<>();
        for (Node item : fields.optional(key).map(Fields::items).orElse(List.of())) {
            if (item instanceof Scalar scalar) {
                vocabulary.checkMark(scalar.text(), scalar.at());
                if (!marks.add(scalar.text())) {
                    problems.error(scalar.at(), "'" + scalar.text() + "' is named twice");
                }
            } else {
                problems.error(item.at(), "the name of a mark is needed here, and this is " + item.named());
            }
        }
        return marks;
    }
}
