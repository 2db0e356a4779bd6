package marrow.scenario.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.journey.Condition;
import marrow.journey.Formula;
import marrow.scenario.law.DistributionDecoder;
import marrow.scenario.law.LawNumbers;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Dimension;
import marrow.scenario.value.Kind;
import marrow.scenario.value.QuantityReader;
import marrow.scenario.value.Values;

/** Reads how a number of a patient comes about: a law, a number, another fact, a sum, a lookup, or one of these by case. */
public final class FormulaDecoder {
    private static final List<String> FORMS = List.of("value", "of", "sum", "lookup", "cases");
    public static final List<String> KEYS = keys();

    private final Facts facts;
    private final DistributionDecoder distributions;
    private final ConditionDecoder conditions;
    private final Values values;
    private final Vocabulary vocabulary;
    private final Problems problems;

    /** A formula and what its numbers count. */
    record Measured(Formula formula, Dimension dimension) {}

    FormulaDecoder(Facts facts, Values values, ConditionDecoder conditions, Vocabulary vocabulary, Problems problems) {
        this.facts = facts;
        this.distributions = new DistributionDecoder(values, problems);
        this.conditions = conditions;
        this.values = values;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(DistributionDecoder.LAWS);
        keys.add(DistributionDecoder.WITHIN);
        keys.addAll(FORMS);
        keys.addAll(List.of("times", "in"));
        return List.copyOf(keys);
    }

    Optional<Measured> decode(Fields fields) {
        List<String> given = new ArrayList<>(FORMS.stream().filter(fields::has).toList());
        boolean law = DistributionDecoder.isLaw(fields);
        if (given.size() + (law ? 1 : 0) != 1) {
            problems.error(
                    fields.at(),
                    "a number of a patient is one of: a law (" + Names.either(DistributionDecoder.LAWS) + "), "
                            + Names.either(FORMS));
            return Optional.empty();
        }
        if (law) {
            return distributions
                    .drawn(fields, null)
                    .map(drawn -> new Measured(new Formula.Drawn(drawn.law()), drawn.dimension()));
        }
        Node node = fields.optional(given.get(0)).orElseThrow();
        return switch (given.get(0)) {
            case "value" -> constant(node);
            case "of" -> multiple(node, fields);
            case "sum" -> sum(node);
            case "lookup" -> lookup(node, fields);
            default -> byCase(node);
        };
    }

    /** A term of a sum, or a case that always holds: a number, the name of a fact, or any formula. */
    private Optional<Measured> term(Node node) {
        if (!(node instanceof Scalar scalar)) {
            return Fields.of(node, "a term", KEYS, problems).flatMap(this::decode);
        }
        boolean number = QuantityReader.looksLikeNumber(scalar.text())
                || Values.reference(node).isPresent();
        return number
                ? constant(node)
                : facts.named(node).map(fact -> new Measured(new Formula.Of(fact.name(), 1), fact.dimension()));
    }

    private Optional<Measured> constant(Node node) {
        return values.quantity(node, "a number or a time is needed here, such as 0.39 or 14 d")
                .map(quantity -> new Measured(new Formula.Constant(quantity.value()), quantity.dimension()));
    }

    private Optional<Measured> multiple(Node node, Fields fields) {
        double times = fields.optional("times").map(values::number).orElse(1.0);
        return facts.named(node)
                .filter(fact -> !Double.isNaN(times))
                .map(fact -> new Measured(new Formula.Of(fact.name(), times), fact.dimension()));
    }

    private Optional<Measured> sum(Node node) {
        if (!(node instanceof Sequence list) || list.items().isEmpty()) {
            problems.error(node.at(), "the terms of a sum are a list, and this is " + node.named());
            return Optional.empty();
        }
        List<Measured> terms =
                alike(list.items(), list.items().stream().map(this::term).toList());
        return terms.size() < list.items().size()
                ? Optional.empty()
                : Optional.of(new Measured(
                        new Formula.Sum(terms.stream().map(Measured::formula).toList()),
                        terms.get(0).dimension()));
    }

    /** Those that were read, all of the dimension of the first; others are reported at their place. */
    private List<Measured> alike(List<Node> nodes, List<Optional<Measured>> read) {
        List<Measured> alike = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Optional<Measured> one = read.get(i);
            if (one.isPresent()
                    && !alike.isEmpty()
                    && one.get().dimension() != alike.get(0).dimension()) {
                problems.error(
                        nodes.get(i).at(),
                        "this is " + one.get().dimension().named() + ", and the first here is "
                                + alike.get(0).dimension().named());
            } else {
                one.ifPresent(alike::add);
            }
        }
        return alike;
    }

    private Optional<Measured> lookup(Node name, Fields fields) {
        Optional<Facts.Known> fact = facts.named(name);
        Optional<Node> points = fields.required("in");
        if (fact.isEmpty() || points.isEmpty()) {
            return Optional.empty();
        }
        if (!(points.get() instanceof Sequence list) || list.items().isEmpty()) {
            problems.error(points.get().at(), "points are a list such as [[1 y, 75], [10 y, 138]]");
            return Optional.empty();
        }
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        LawNumbers heights = new LawNumbers(null, values, problems);
        for (Node item : list.items()) {
            Fields.list(item, 2, "[1 y, 75]", problems).ifPresent(point -> {
                x.add(values.read(point.get(0), Kind.of(fact.get().dimension())));
                y.add(heights.scaled(point.get(1)));
            });
        }
        boolean whole = x.size() == list.items().size() && !x.contains(Double.NaN) && !y.contains(Double.NaN);
        return whole
                ? problems.attempt(
                                list.at(), () -> new Formula.Lookup(fact.get().name(), x, y))
                        .map(line -> new Measured(line, heights.dimension()))
                : Optional.empty();
    }

    private Optional<Measured> byCase(Node node) {
        if (!(node instanceof Sequence list) || list.items().isEmpty()) {
            problems.error(node.at(), "cases are a list such as [{when: {...}, value: 1}, {value: 2}]");
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>(KEYS);
        keys.add("when");
        int before = problems.errors();
        List<Optional<Measured>> formulas = new ArrayList<>();
        List<Condition> whens = new ArrayList<>();
        for (Node item : list.items()) {
            if (item instanceof Scalar) {
                formulas.add(term(item));
                whens.add(Condition.ALWAYS);
            } else {
                Optional<Fields> fields = Fields.of(item, "a case", keys, problems);
                formulas.add(fields.flatMap(this::decode));
                fields.flatMap(one -> conditions.optional(one.optional("when"))).ifPresent(whens::add);
            }
        }
        List<Measured> alike = alike(list.items(), formulas);
        if (problems.errors() > before || alike.size() < whens.size()) {
            return Optional.empty();
        }
        Cases.refuseGaps(whens, list, vocabulary, problems);
        List<Formula.When> cases = new ArrayList<>();
        for (int i = 0; i < whens.size(); i++) {
            cases.add(new Formula.When(whens.get(i), alike.get(i).formula()));
        }
        return Optional.of(new Measured(new Formula.ByCase(cases), alike.get(0).dimension()));
    }
}
