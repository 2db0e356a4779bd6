package marrow.scenario.value;

import java.util.Optional;
import marrow.journey.Tick;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/** Reads numbers where a journey needs them: written out, or the value of a parameter ({@code $name}). */
public final class Values {
    private final Parameters parameters;
    private final Problems problems;
    private final QuantityReader quantities;

    public Values(Parameters parameters, Problems problems) {
        this.parameters = parameters;
        this.problems = problems;
        this.quantities = new QuantityReader(problems);
    }

    /** The value in the unit of its dimension, or NaN where it was refused. */
    public double read(Node node, Kind kind) {
        return quantity(node, kind.needed())
                .filter(quantity -> fits(quantity, kind, node))
                .map(Quantity::value)
                .orElse(Double.NaN);
    }

    public double probability(Node node) {
        return read(node, Kind.PROBABILITY);
    }

    public double number(Node node) {
        return read(node, Kind.NUMBER);
    }

    /**
     * A day or a span of days as lives have them: the nearest whole {@link Tick}, so that what happens on a day and what is asked on that
     * day are the same day to the bit.
     */
    public double days(Node node) {
        return Tick.nearest(read(node, Kind.TIME));
    }

    /** A time that is a parameter of a law, as it stands: days, or NaN where it was refused. */
    public double time(Node node) {
        return read(node, Kind.TIME);
    }

    /** {@link #days} that must be 0 or more. */
    public double daysFromZero(Node node) {
        return Tick.nearest(atLeastZero(node, Kind.TIME));
    }

    /** A whole number from {@code least} on, or nothing. */
    public Optional<Integer> whole(Node node, int least) {
        Optional<Quantity> quantity = quantity(node, Kind.NUMBER.needed()).filter(one -> fits(one, Kind.NUMBER, node));
        if (quantity.isEmpty()) {
            return Optional.empty();
        }
        double value = quantity.get().value();
        if (!(value == Math.rint(value) && value >= least && value <= Integer.MAX_VALUE)) {
            String to = value > Integer.MAX_VALUE ? " to " + Integer.MAX_VALUE : " on";
            problems.error(
                    place(node),
                    "a whole number from " + least + to + " is needed here, not " + shown(node, quantity.get()));
            return Optional.empty();
        }
        return Optional.of((int) value);
    }

    /** A number that must be 0 or more, or NaN. */
    public double atLeastZero(Node node, Kind kind) {
        Optional<Quantity> quantity = quantity(node, kind.needed()).filter(one -> fits(one, kind, node));
        if (quantity.isPresent() && quantity.get().value() < 0) {
            problems.error(place(node), "this is at least 0, not " + shown(node, quantity.get()));
            return Double.NaN;
        }
        return quantity.map(Quantity::value).orElse(Double.NaN);
    }

    /** Whatever number stands here, or nothing where it was refused. */
    public Optional<Quantity> quantity(Node node, String needed) {
        if (!(node instanceof Scalar scalar)) {
            problems.error(node.at(), needed + ", and this is " + node.named());
            return Optional.empty();
        }
        Optional<String> name = reference(node);
        return name.isPresent()
                ? parameters.find(name.get(), node.at()).map(Parameter::quantity)
                : quantities.read(scalar, needed);
    }

    public static Optional<String> reference(Node node) {
        return node instanceof Scalar scalar && scalar.text().startsWith("$")
                ? Optional.of(scalar.text().substring(1).strip())
                : Optional.empty();
    }

    private boolean fits(Quantity quantity, Kind kind, Node node) {
        if (quantity.dimension() != kind.dimension()) {
            refuseDimension(quantity, kind, node);
            return false;
        }
        double value = quantity.value();
        if (kind == Kind.PROBABILITY && !(value >= 0 && value <= 1)) {
            boolean percent = value > 1 && value <= 100 && quantity.text().equals(Figures.of(value));
            problems.error(
                    place(node),
                    "a probability lies between 0 and 1, and " + shown(node, quantity) + " is "
                            + (value < 0 ? "below 0" : "above 1"),
                    percent ? quantity.text() + " %" : null);
            return false;
        }
        return true;
    }

    private void refuseDimension(Quantity quantity, Kind kind, Node node) {
        String text = quantity.text();
        boolean bare = quantity.dimension() == Dimension.NUMBER
                && quantity.counts().isEmpty()
                && !text.endsWith("%")
                && reference(node).isEmpty();
        if (bare && kind == Kind.TIME) {
            problems.error(place(node), String.format("a time needs a unit: %1$s d, %1$s w, %1$s mo or %1$s y?", text));
        } else if (bare && kind == Kind.RATE) {
            problems.error(
                    place(node),
                    String.format("a rate needs a unit: %1$s per d, %1$s per w, %1$s per mo or %1$s per y?", text));
        } else {
            String is = quantity.dimension().named();
            problems.error(place(node), kind.needed() + ", and " + shown(node, quantity) + " is " + is);
        }
    }

    private static String shown(Node node, Quantity quantity) {
        return reference(node).map(name -> "$" + name + " = ").orElse("") + quantity.text();
    }

    /** A value given on the command line is wrong there, not where it is used. */
    private Position place(Node node) {
        return reference(node)
                .flatMap(name -> parameters.find(name, node.at()))
                .filter(parameter -> parameter.set().isPresent())
                .map(parameter -> Position.ofSet(parameter.name()))
                .orElse(node.at());
    }
}
