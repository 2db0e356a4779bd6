package marrow.scenario.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/** Reads the parameters, puts the values given on the command line in place, and warns where one is hard to believe. */
public final class ParameterReader {
    public static final List<String> KEYS = List.of("value", "plausible", "evidence", "source", "about");
    private static final String NEEDED =
            "the value of a parameter is needed here, such as 14 %, 26/33, 90 d or 0.08 per y";

    private final Map<String, String> sets;
    private final Parameters parameters;
    private final Problems problems;
    private final QuantityReader quantities;

    public ParameterReader(Map<String, String> sets, Parameters parameters, Problems problems) {
        this.sets = sets;
        this.parameters = parameters;
        this.problems = problems;
        this.quantities = new QuantityReader(problems);
    }

    public void read(List<Entry> declared) {
        for (Entry entry : declared) {
            read(entry)
                    .ifPresentOrElse(
                            parameters::add,
                            () -> parameters.addRefused(
                                    entry.name(), entry.key().at()));
        }
    }

    private Optional<Parameter> read(Entry entry) {
        Names.check(entry.key(), "a parameter", problems);
        Position at = entry.key().at();
        Optional<Fields> fields = Fields.of(entry.value(), at, "a parameter", KEYS, problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<Provenance> provenance = Provenance.read(fields.get(), problems);
        Optional<Quantity> value = fields.get().required("value").flatMap(this::quantity);
        Optional<Range> plausible = value.flatMap(quantity -> plausible(fields.get(), quantity));
        if (provenance.isEmpty() || plausible.isEmpty()) {
            return Optional.empty();
        }
        Position valueAt = fields.get().optional("value").map(Node::at).orElse(at);
        return Optional.of(with(entry.name(), value.get(), plausible.get(), provenance.get(), at, valueAt));
    }

    /** The parameter with its own value or the one given on the command line. */
    public Parameter with(
            String name, Quantity own, Range plausible, Provenance provenance, Position at, Position valueAt) {
        if (GivenPlaces.isPlace(name)) {
            problems.error(
                    at,
                    "'" + name
                            + "' cannot name a parameter: a name with a dot is one of a place, such as trial.patients,"
                            + " and no value could be given for it");
        }
        Optional<Quantity> given = Optional.ofNullable(sets.get(name))
                .map(text -> new Scalar(Position.ofSet(name), text, false))
                .flatMap(this::quantity)
                .filter(quantity -> alike(own, quantity, Position.ofSet(name)));
        Quantity value = given.orElse(own);
        doubt(name, value, own, plausible)
                .ifPresent(doubt -> problems.warning(given.isPresent() ? Position.ofSet(name) : valueAt, doubt));
        return new Parameter(name, value, plausible, provenance, at, given.map(Quantity::text));
    }

    /**
     * What is said of a value that is hard to believe.
     *
     * @param own the value of the scenario, in whose unit the range is told
     */
    public static Optional<String> doubt(String name, Quantity value, Quantity own, Range plausible) {
        return plausible.contains(value.value()) || value.dimension() != own.dimension()
                ? Optional.empty()
                : Optional.of(name + " = " + value.text() + " lies outside its plausible range, "
                        + shown(plausible.low(), own) + " to " + shown(plausible.high(), own));
    }

    /** Every value given on the command line must find its parameter. */
    public void refuseUnknownSets() {
        for (String name : sets.keySet()) {
            if (!parameters.knows(name)) {
                problems.error(Position.ofSet(name), "there is no parameter '" + name + "'", parameters.nearest(name));
            }
        }
    }

    private Optional<Quantity> quantity(Node node) {
        if (node instanceof Scalar scalar && !scalar.text().startsWith("$")) {
            return quantities.read(scalar, NEEDED);
        }
        problems.error(node.at(), NEEDED + ", and this is " + node.named());
        return Optional.empty();
    }

    private Optional<Range> plausible(Fields fields, Quantity value) {
        if (!fields.has("plausible") && value.counts().isPresent()) {
            return value.counts().map(Counts::exactRange);
        }
        Optional<List<Node>> ends =
                fields.required("plausible").flatMap(node -> Fields.list(node, 2, "[8 %, 20 %]", problems));
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        List<Double> found = new ArrayList<>();
        for (Node end : ends.get()) {
            quantity(end).filter(quantity -> alike(value, quantity, end.at())).ifPresent(q -> found.add(q.value()));
        }
        if (found.size() < 2) {
            return Optional.empty();
        }
        if (found.get(0) > found.get(1)) {
            problems.error(ends.get().get(0).at(), "a range goes from low to high");
            return Optional.empty();
        }
        return Optional.of(new Range(found.get(0), found.get(1)));
    }

    private boolean alike(Quantity value, Quantity other, Position at) {
        if (value.dimension() == other.dimension()) {
            return true;
        }
        problems.error(
                at,
                other.text() + " is " + other.dimension().named() + ", and the value, " + value.text() + ", is "
                        + value.dimension().named());
        return false;
    }

    /** In the unit in which the value is written. */
    private static String shown(double value, Quantity like) {
        TimeUnit unit = TimeUnit.of(like.text().substring(like.text().lastIndexOf(' ') + 1))
                .orElse(TimeUnit.D);
        return switch (like.dimension()) {
            case TIME -> Figures.of(value / unit.days()) + " " + unit.symbol();
            case RATE -> Figures.of(value * unit.days()) + " per " + unit.symbol();
            case NUMBER -> like.text().endsWith("%") ? Figures.of(100 * value) + " %" : Figures.of(value);
        };
    }
}
