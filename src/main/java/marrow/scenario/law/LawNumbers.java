package marrow.scenario.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Dimension;
import marrow.scenario.value.Kind;
import marrow.scenario.value.Quantity;
import marrow.scenario.value.Values;

/**
 * Reads the numbers of one law. Those that scale it are of one dimension: times, for a waiting time; for a fact, of
 * whatever the first of them is.
 */
public final class LawNumbers {
    private final Values values;
    private final Problems problems;
    private Dimension dimension;

    /** @param dimension of what the law is of, or null where the first number will tell */
    public LawNumbers(Dimension dimension, Values values, Problems problems) {
        this.dimension = dimension;
        this.values = values;
        this.problems = problems;
    }

    /** What the law is of: a number where nothing told. */
    public Dimension dimension() {
        return dimension == null ? Dimension.NUMBER : dimension;
    }

    public double scaled(Node node) {
        if (dimension == null) {
            Optional<Quantity> first = values.quantity(node, "a number or a time is needed here, such as 0.39 or 14 d");
            dimension = first.map(Quantity::dimension).orElse(null);
            if (dimension == Dimension.RATE) {
                problems.error(node.at(), "a rate has no law: facts are numbers or times");
                return Double.NaN;
            }
            return first.map(Quantity::value).orElse(Double.NaN);
        }
        return values.read(node, Kind.of(dimension));
    }

    /** A list of so many numbers of the law's dimension. */
    Optional<double[]> list(Node node, int length, String example) {
        return Fields.list(node, length, example, problems)
                .map(items -> items.stream().mapToDouble(this::scaled).toArray())
                .filter(LawNumbers::allRead);
    }

    /** The law by the one form that these keys make. */
    <T> Optional<T> law(String name, Node node, List<LawForm<T>> forms, double... more) {
        Set<String> known = new java.util.LinkedHashSet<>();
        forms.forEach(form -> known.addAll(form.keys()));
        if (more.length > 0) {
            known.add("on");
        }
        Optional<Fields> fields = Fields.of(emptyAsMapping(node), node.at(), name, List.copyOf(known), problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Set<String> present = fields.get().keys();
        present.remove("on");
        Optional<LawForm<T>> form =
                forms.stream().filter(one -> one.givenBy(present)).findFirst();
        if (form.isEmpty()) {
            if (known.containsAll(present)) {
                problems.error(node.at(), name + " is given by " + LawForm.ways(forms));
            }
            return Optional.empty();
        }
        Optional<double[]> numbers = form.get().byQuantiles()
                ? quantiles(fields.get().optional(LawForm.QUANTILES).orElseThrow())
                : Optional.of(named(form.get().keys(), fields.get())).filter(LawNumbers::allRead);
        return numbers.flatMap(
                x -> problems.attempt(node.at(), () -> form.get().make().apply(joined(x, more))));
    }

    /** {@code exponential:} with nothing after it has no keys, like {@code exponential: {}}. */
    private static Node emptyAsMapping(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isEmpty() ? new Mapping(node.at(), List.of()) : node;
    }

    private double[] named(List<String> keys, Fields fields) {
        return keys.stream()
                .mapToDouble(key -> named(key, fields.optional(key).orElseThrow()))
                .toArray();
    }

    private double named(String key, Node node) {
        if (key.equals(Laws.REACHES)) {
            return values.probability(node);
        }
        return Laws.SCALED.contains(key)
                ? scaled(node)
                : key.equals("rate")
                        ? values.atLeastZero(node, Kind.RATE)
                        : Laws.RATES.contains(key) ? values.read(node, Kind.RATE) : values.number(node);
    }

    /** Two quantiles as p1, x1, p2, x2. */
    private Optional<double[]> quantiles(Node node) {
        Optional<List<double[]>> points = points(node);
        if (points.isPresent() && points.get().size() != 2) {
            problems.error(node.at(), "two quantiles are needed here, such as {25 %: 19 d, 75 %: 24 d}");
            return Optional.empty();
        }
        return points.map(two -> joined(two.get(0), two.get(1)));
    }

    /** Pairs of a probability and the number reached at it, in the order written. */
    Optional<List<double[]>> points(Node node) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(), "quantiles are a mapping such as {25 %: 19 d, 75 %: 24 d}, and this is " + node.named());
            return Optional.empty();
        }
        List<double[]> points = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            points.add(new double[] {values.probability(entry.key()), scaled(entry.value())});
        }
        return Optional.of(points).filter(all -> all.stream().allMatch(LawNumbers::allRead));
    }

    private static boolean allRead(double[] numbers) {
        return Arrays.stream(numbers).noneMatch(Double::isNaN);
    }

    private static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
