package marrow.scenario.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.check.Tally;
import marrow.look.Followed;
import marrow.look.Trigger;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Problems;
import marrow.scenario.trial.PlanDecoder;
import marrow.scenario.value.Values;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;

/** Reads when a trial is looked at: {@code when: {events: [47, 94], of: OS}}, or a list of such. */
public final class TriggerDecoder {
    private static final List<String> KINDS = List.of("events", "enrolled", "followed", "day", "all", "any");
    public static final List<String> KEYS =
            List.of("events", "of", "enrolled", "followed", "for", "in", "day", "all", "any");
    private static final String EXAMPLE =
            "{events: [47, 94], of: OS}, {enrolled: 20}, {followed: 20, for: 28 d, in: PFS}, {day: 1 y}, or all or any"
                    + " of a list of such";

    private final Map<String, Endpoint> endpoints;
    private final int patients;
    private final Values values;
    private final Problems problems;

    /** @param patients the most for whom a look can wait */
    TriggerDecoder(Map<String, Endpoint> endpoints, int patients, Values values, Problems problems) {
        this.endpoints = endpoints;
        this.patients = patients;
        this.values = values;
        this.problems = problems;
    }

    /** The looks in their order. What was refused is reported. */
    List<Trigger> looks(Node node) {
        List<Trigger> looks = new ArrayList<>();
        Fields.items(node).forEach(item -> looks.addAll(triggers(item)));
        if (looks.isEmpty() && !problems.hasErrors()) {
            problems.error(node.at(), "at least one look is needed here: " + EXAMPLE);
        }
        return looks;
    }

    /** One trigger for each number that is written. */
    private List<Trigger> triggers(Node node) {
        Optional<Fields> read = Fields.of(node, "a look", KEYS, problems);
        if (read.isEmpty()) {
            return List.of();
        }
        Fields fields = read.get();
        List<String> kinds = KINDS.stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            problems.error(node.at(), "a look comes with one of " + EXAMPLE);
            return List.of();
        }
        String kind = kinds.get(0);
        refuseIdle(fields, kind);
        Node value = fields.optional(kind).orElseThrow();
        return switch (kind) {
            case "events" -> events(fields, value);
            case "enrolled" ->
                whole(value).stream()
                        .map(n -> (Trigger) new Trigger.Enrolled(n))
                        .toList();
            case "followed" -> followed(fields, value);
            case "day" -> days(value);
            default -> several(kind, value);
        };
    }

    private void refuseIdle(Fields fields, String kind) {
        for (Map.Entry<String, String> key :
                Map.of("of", "events", "for", "followed", "in", "followed").entrySet()) {
            if (!key.getValue().equals(kind)) {
                fields.entry(key.getKey())
                        .ifPresent(idle -> problems.error(
                                idle.key().at(),
                                "'" + key.getKey() + "' has no place without '" + key.getValue() + "'"));
            }
        }
    }

    private List<Trigger> events(Fields fields, Node value) {
        Optional<TimeToEvent> of = endpoint(fields, "of");
        return of.map(endpoint -> whole(value).stream()
                        .map(n -> (Trigger) new Trigger.Events(endpoint, n))
                        .toList())
                .orElse(List.of());
    }

    private List<Trigger> followed(Fields fields, Node value) {
        Optional<TimeToEvent> in = endpoint(fields, "in");
        double days = fields.required("for").map(values::daysFromZero).orElse(Double.NaN);
        return in.isEmpty() || Double.isNaN(days)
                ? List.of()
                : whole(value).stream()
                        .map(n -> (Trigger) new Followed(in.get(), n, days))
                        .toList();
    }

    private List<Trigger> days(Node value) {
        List<Trigger> looks = new ArrayList<>();
        for (Node item : Fields.items(value)) {
            double day = values.days(item);
            if (!looks.isEmpty()
                    && looks.get(looks.size() - 1) instanceof Trigger.OnDay before
                    && !(day > before.day())) {
                problems.error(
                        item.at(),
                        "looks come one after the other: day " + Figures.of(day) + " does not follow day "
                                + Figures.of(before.day()));
            }
            if (!Double.isNaN(day)) {
                problems.attempt(item.at(), () -> new Trigger.OnDay(day)).ifPresent(looks::add);
            }
        }
        return looks;
    }

    private List<Trigger> several(String kind, Node value) {
        if (!(value instanceof Sequence list) || list.items().isEmpty()) {
            problems.error(value.at(), "'" + kind + "' is of a list such as [{events: 40, of: OS}, {day: 1 y}]");
            return List.of();
        }
        List<Trigger> parts = new ArrayList<>();
        for (Node item : list.items()) {
            List<Trigger> part = triggers(item);
            if (part.size() > 1) {
                problems.error(item.at(), "one look is needed here, not " + part.size());
            }
            parts.addAll(part);
        }
        return parts.isEmpty()
                ? List.of()
                : List.of(kind.equals("all") ? new Trigger.All(parts) : new Trigger.Any(parts));
    }

    private Optional<TimeToEvent> endpoint(Fields fields, String key) {
        return fields.required(key).flatMap(node -> PlanDecoder.timeToEvent(node, endpoints, problems));
    }

    /** One whole number from 1 on, or several that rise. */
    private List<Integer> whole(Node node) {
        List<Integer> numbers = new ArrayList<>();
        for (Node item : Fields.items(node)) {
            Optional<Integer> number = values.whole(item, 1);
            if (number.isPresent() && !numbers.isEmpty() && number.get() <= numbers.get(numbers.size() - 1)) {
                problems.error(
                        item.at(),
                        "looks come one after the other: " + number.get() + " does not follow "
                                + numbers.get(numbers.size() - 1));
            }
            if (number.isPresent() && number.get() > patients) {
                problems.warning(
                        item.at(),
                        "a look at " + number.get() + " never comes: the trial enrols "
                                + Tally.of(patients, "patient"));
            }
            number.ifPresent(numbers::add);
        }
        if (node instanceof Scalar && numbers.isEmpty()) {
            return List.of();
        }
        return numbers;
    }
}
