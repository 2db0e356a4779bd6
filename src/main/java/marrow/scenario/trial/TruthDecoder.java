package marrow.scenario.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marrow.analysis.Analysis;
import marrow.analysis.Estimand;
import marrow.design.Landmark;
import marrow.design.Role;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;
import marrow.scenario.value.ParameterReader;
import marrow.scenario.value.Parameters;
import marrow.scenario.value.Quantity;
import marrow.scenario.value.Values;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;

/** Reads the truths. */
public final class TruthDecoder {
    private static final Pattern AT = Pattern.compile("(\\S+) at (.+)");
    public static final List<String> KEYS = List.of("role", "for", "set", "alike", "tilt", "until", "about");

    private final Map<String, Endpoint> endpoints;
    private final EndpointDecoder endpointDecoder;
    private final List<String> arms;
    private final Map<String, Analysis> analyses;
    private final Set<String> hazardClocks;
    private final Set<String> refusedClocks;
    private final Parameters parameters;
    private final Values values;
    private final Problems problems;

    /**
     * @param analyses      by name, null for those that could not be read
     * @param hazardClocks  the clocks that have a hazard, which alone can be tilted
     * @param refusedClocks those that could not be read, of which nothing is said again
     */
    public TruthDecoder(
            Map<String, Endpoint> endpoints,
            EndpointDecoder endpointDecoder,
            List<String> arms,
            Map<String, Analysis> analyses,
            Set<String> hazardClocks,
            Set<String> refusedClocks,
            Parameters parameters,
            Problems problems) {
        this.endpoints = endpoints;
        this.endpointDecoder = endpointDecoder;
        this.arms = arms;
        this.analyses = analyses;
        this.hazardClocks = hazardClocks;
        this.refusedClocks = refusedClocks;
        this.parameters = parameters;
        this.values = new Values(parameters, problems);
        this.problems = problems;
    }

    public List<Truth> decode(Node node) {
        List<Truth> truths = new ArrayList<>();
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            problems.error(
                    node.at(),
                    "truths are a mapping such as {expected: {role: alternative}}, and this is " + node.named());
            return truths;
        }
        for (Entry entry : mapping.entries()) {
            Names.check(entry.key(), "a truth", problems);
            Fields.of(entry.value(), entry.key().at(), "a truth", KEYS, problems)
                    .ifPresent(fields -> truths.add(truth(entry.name(), fields)));
        }
        return truths;
    }

    private Truth truth(String name, Fields fields) {
        Role role = role(fields);
        Optional<String> alike = fields.optional("alike").flatMap(this::arm);
        Map<String, String> sets =
                fields.optional("set").map(node -> sets(node, role)).orElse(Map.of());
        if (fields.has("tilt") != fields.has("until")) {
            problems.error(
                    fields.at(),
                    "'tilt' names the hazards that are multiplied, 'until' what must hold: they go together");
            return new Truth(name, role, alike, sets, List.of());
        }
        List<Truth.Tilt> tilts = fields.has("tilt") ? tilt(fields) : List.of();
        return new Truth(name, role, alike, sets, tilts);
    }

    private Role role(Fields fields) {
        String word = fields.required("role").map(this::roleWord).orElse("");
        if (!fields.has("for")) {
            return word.equals(Role.NULL.word()) ? Role.NULL : Role.ALTERNATIVE;
        }
        Node named = fields.optional("for").orElseThrow();
        if (word.equals(Role.ALTERNATIVE.word())) {
            problems.error(
                    named.at(),
                    "'for' names the analyses whose hypothesis a null makes true, and this truth is an alternative");
        }
        Set<String> nulls = hypotheses(named);
        return word.equals(Role.NULL.word()) && !nulls.isEmpty() ? Role.nullOf(nulls) : Role.ALTERNATIVE;
    }

    private String roleWord(Node node) {
        String text = node instanceof Scalar scalar ? scalar.text() : "";
        if (!Role.WORDS.contains(text)) {
            problems.error(node.at(), "the role of a truth is null or alternative, not " + node.named());
        }
        return text;
    }

    /** The analyses that are named and test something. */
    private Set<String> hypotheses(Node named) {
        Set<String> names = new LinkedHashSet<>();
        List<Node> items = Fields.items(named);
        if (items.isEmpty()) {
            problems.error(named.at(), "'for' names at least one analysis; without it a truth is a null of all");
        }
        // those that were refused are known too: nothing is said of them again
        List<String> known = analyses.keySet().stream()
                .filter(name -> analyses.get(name) == null || analyses.get(name).hypothesis() != null)
                .toList();
        for (Node item : items) {
            String name = item instanceof Scalar scalar ? scalar.text() : "";
            if (!known.contains(name)) {
                problems.error(
                        item.at(),
                        "there is no analysis " + item.named() + " that tests a hypothesis",
                        Nearest.to(name, known));
            } else if (!names.add(name)) {
                problems.error(item.at(), name + " is named already");
            }
        }
        return names;
    }

    /** The arm as which all are to live. */
    private Optional<String> arm(Node node) {
        String name = node instanceof Scalar scalar ? scalar.text() : "";
        if (arms.size() < 2) {
            problems.error(node.at(), "'alike' makes all arms live as one of them, and the trial has one arm");
            return Optional.empty();
        }
        if (!arms.contains(name)) {
            problems.error(node.at(), "there is no arm " + node.named(), Nearest.to(name, arms));
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private Map<String, String> sets(Node node, Role role) {
        Map<String, String> sets = new LinkedHashMap<>();
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(),
                    "what a truth sets is a mapping of parameters, such as {hr-maintenance: 1}, and this is "
                            + node.named());
            return sets;
        }
        for (Entry entry : mapping.entries()) {
            if (!parameters.knows(entry.name())) {
                problems.error(
                        entry.key().at(),
                        "there is no parameter '" + entry.name() + "'",
                        parameters.nearest(entry.name()));
            } else {
                values.quantity(entry.value(), "a value is needed here").ifPresent(value -> {
                    warnIfImplausible(entry, value, role);
                    sets.put(entry.name(), ((Scalar) entry.value()).text());
                });
            }
        }
        return sets;
    }

    /** A null is what a test holds against the data: nobody has to believe it. */
    private void warnIfImplausible(Entry entry, Quantity value, Role role) {
        if (!role.isNull()) {
            parameters
                    .find(entry.name(), entry.key().at())
                    .flatMap(parameter ->
                            ParameterReader.doubt(entry.name(), value, parameter.quantity(), parameter.plausible()))
                    .ifPresent(doubt -> problems.warning(entry.value().at(), doubt));
        }
    }

    private List<Truth.Tilt> tilt(Fields fields) {
        List<String> clocks = new ArrayList<>();
        for (Node item : Fields.items(fields.optional("tilt").orElseThrow())) {
            String name = item instanceof Scalar scalar ? scalar.text() : "";
            if (clocks.contains(name)) {
                problems.error(item.at(), name + " is named already: one factor multiplies each hazard once");
            } else if (hazardClocks.contains(name)) {
                clocks.add(name);
            } else if (!refusedClocks.contains(name)) {
                problems.error(
                        item.at(),
                        "there is no clock " + item.named() + " with a hazard to tilt",
                        Nearest.to(name, hazardClocks));
            }
        }
        Node tilted = fields.optional("tilt").orElseThrow();
        if (Fields.items(tilted).isEmpty()) {
            problems.error(tilted.at(), "'tilt' names at least one clock with a hazard");
        }
        Node until = fields.optional("until").orElseThrow();
        if (!(until instanceof Mapping mapping) || mapping.entries().size() != 1) {
            problems.error(until.at(), "'until' says one thing that must hold, such as {PFS at 1 y: 65 %}");
            return List.of();
        }
        return goal(mapping.entries().get(0))
                .filter(goal -> !clocks.isEmpty())
                .map(goal -> List.of(new Truth.Tilt(
                        clocks,
                        goal.endpoint,
                        goal.estimand,
                        goal.target,
                        mapping.entries().get(0).name(),
                        mapping.entries().get(0).key().at())))
                .orElse(List.of());
    }

    private record Goal(TimeToEvent endpoint, Estimand estimand, double target) {}

    private Optional<Goal> goal(Entry entry) {
        Scalar key = entry.key();
        Matcher words = AT.matcher(key.text().strip());
        if (!words.matches()) {
            problems.error(
                    key.at(), "what must hold is an endpoint at a time, such as 'PFS at 1 y', not " + key.named());
            return Optional.empty();
        }
        Optional<TimeToEvent> endpoint =
                PlanDecoder.timeToEvent(new Scalar(key.at(), words.group(1), false), endpoints, problems);
        Optional<Landmark> at = endpointDecoder.landmark(new Scalar(key.at(), words.group(2), false));
        double target = values.probability(entry.value());
        if (target == 0 || target == 1) {
            problems.error(
                    entry.value().at(),
                    "no factor on a hazard makes " + key.text() + " exactly " + Figures.of(target)
                            + ": it lies strictly between 0 and 1");
        }
        if (endpoint.isEmpty() || at.isEmpty() || Double.isNaN(target)) {
            return Optional.empty();
        }
        Estimand estimand = endpoint.get().causes() == 1
                ? new Estimand.Survival(0, at.get().day())
                : new Estimand.Incidence(0, at.get().day());
        return Optional.of(new Goal(endpoint.get(), estimand, target));
    }
}
