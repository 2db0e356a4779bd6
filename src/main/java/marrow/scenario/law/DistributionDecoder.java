package marrow.scenario.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.dist.Distribution;
import marrow.dist.Empirical;
import marrow.dist.Fixed;
import marrow.dist.Triangular;
import marrow.dist.Uniform;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Dimension;
import marrow.scenario.value.Values;

/** Reads laws to draw from: waiting times, and numbers known at entry. */
public final class DistributionDecoder {
    public static final List<String> LAWS = laws();
    public static final String WITHIN = "within";

    private static final double LEAST_INSIDE = 0.001;

    private final Values values;
    private final Problems problems;

    public DistributionDecoder(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** A law and what its numbers count. */
    public record Drawn(Distribution law, Dimension dimension) {}

    private static List<String> laws() {
        List<String> laws = new ArrayList<>(List.of("uniform", "triangular"));
        laws.addAll(Laws.DISTRIBUTIONS.keySet());
        laws.add("empirical");
        return List.copyOf(laws);
    }

    /** A time from 0 on, in days. */
    public Optional<Distribution> waiting(Node node) {
        if (node instanceof Scalar) {
            return Optional.of(values.daysFromZero(node))
                    .filter(days -> !days.isNaN())
                    .map(Fixed::of);
        }
        List<String> keys = new ArrayList<>(LAWS);
        keys.add(WITHIN);
        return Fields.of(node, "a waiting law", keys, problems)
                .flatMap(fields -> drawn(fields, Dimension.TIME))
                .map(Drawn::law)
                .filter(law -> neverNegative(law, node));
    }

    private boolean neverNegative(Distribution law, Node node) {
        if (law.lower() >= 0) {
            return true;
        }
        problems.error(
                node.at(),
                "a waiting time cannot be negative, and this one may be: cut it, as in {"
                        + ((Mapping) node).entries().get(0).name() + ": ..., within: [0 d, 100 d]}");
        return false;
    }

    public static boolean isLaw(Fields fields) {
        return LAWS.stream().anyMatch(fields::has);
    }

    /** The one law among these fields, cut to what {@code within} says. */
    public Optional<Drawn> drawn(Fields fields, Dimension dimension) {
        List<String> given = LAWS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            problems.error(
                    fields.at(),
                    given.isEmpty()
                            ? "a law is needed: " + Names.either(LAWS)
                            : "one law is needed, not " + Names.all(given));
            return Optional.empty();
        }
        String name = given.get(0);
        LawNumbers numbers = new LawNumbers(dimension, values, problems);
        Node node = fields.optional(name).orElseThrow();
        Optional<Distribution> law =
                switch (name) {
                    case "uniform" ->
                        numbers.list(node, 2, "[3 d, 9 d]")
                                .flatMap(x -> problems.attempt(node.at(), () -> Uniform.of(x[0], x[1])));
                    case "triangular" ->
                        numbers.list(node, 3, "[3 d, 5 d, 9 d]")
                                .flatMap(x -> problems.attempt(node.at(), () -> Triangular.of(x[0], x[1], x[2])));
                    case "empirical" -> numbers.points(node).flatMap(points -> empirical(points, node.at()));
                    case "beta" ->
                        interval(node, numbers)
                                .flatMap(on -> numbers.law(name, node, Laws.DISTRIBUTIONS.get(name), on));
                    default -> numbers.law(name, node, Laws.DISTRIBUTIONS.get(name));
                };
        return law.flatMap(whole -> cut(whole, fields, numbers)).map(one -> new Drawn(one, numbers.dimension()));
    }

    private Optional<Distribution> empirical(List<double[]> points, Position at) {
        double[] p = points.stream().mapToDouble(point -> point[0]).toArray();
        double[] x = points.stream().mapToDouble(point -> point[1]).toArray();
        return problems.attempt(at, () -> Empirical.of(p, x));
    }

    /** The interval of a beta law: 0 to 1 where none is given. */
    private Optional<double[]> interval(Node node, LawNumbers numbers) {
        Optional<Node> on = node instanceof Mapping mapping ? mapping.get("on") : Optional.empty();
        return on.isPresent() ? numbers.list(on.get(), 2, "[0 d, 28 d]") : Optional.of(new double[] {0, 1});
    }

    private boolean rise(double[] ends, Node within) {
        if (!(ends[0] < ends[1])) {
            List<Node> written = Fields.items(within);
            problems.error(
                    within.at(),
                    "the limits go from low to high, and " + written.get(0).named() + " is not below "
                            + written.get(1).named());
            return false;
        }
        return true;
    }

    private Optional<Distribution> cut(Distribution law, Fields fields, LawNumbers numbers) {
        Optional<Node> within = fields.optional(WITHIN);
        if (within.isEmpty()) {
            return Optional.of(law);
        }
        return numbers.list(within.get(), 2, "[0 d, 28 d]")
                .filter(ends -> rise(ends, within.get()))
                .flatMap(ends -> problems.attempt(within.get().at(), () -> law.within(ends[0], ends[1]))
                        .map(made -> warnedOfNearlyNothing(
                                made, law, ends, within.get().at())));
    }

    /** Limits on another scale than their law leave of it what no study would mean. */
    private Distribution warnedOfNearlyNothing(Distribution made, Distribution law, double[] ends, Position at) {
        double inside = law.cumulative(ends[1]) - law.cumulative(Math.nextDown(ends[0]));
        if (!(inside >= LEAST_INSIDE)) {
            problems.warning(
                    at,
                    "next to nothing of the law lies within these limits, less than 1 in 1000: are they on its scale?");
        }
        return made;
    }
}
