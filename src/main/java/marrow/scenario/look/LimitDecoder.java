package marrow.scenario.look;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import marrow.check.Require;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Values;
import marrow.stats.exact.BetaBinomialLimit;
import marrow.stats.exact.HarmLimit;
import marrow.stats.exact.ToxicityBoundary;
import marrow.stats.law.BetaLaw;

/** Reads how many events are too many: a harm that must not be more frequent than {@code above}, and the shape of the boundary. */
final class LimitDecoder {
    private static final String SHAPES =
            "a boundary is pocock, o-brien-fleming, {wang-tsiatis: 0.25} or {beta-binomial: {prior: [0.5, 1.5],"
                    + " certainty: 95 %}}";

    private final Values values;
    private final Problems problems;

    LimitDecoder(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /**
     * A limit with its shape.
     *
     * @param above the share that is tolerated
     */
    record Limit(HarmLimit limit, String shape, double above) {}

    /** @param patients of the trial */
    Optional<Limit> decode(Fields fields, int patients) {
        double p0 = fields.required("above").map(this::share).orElse(Double.NaN);
        Optional<Node> boundary = fields.required("boundary");
        int most = fields.optional("patients")
                .flatMap(node -> values.whole(node, 1))
                .orElse(patients);
        int least =
                fields.optional("least").flatMap(node -> values.whole(node, 1)).orElse(1);
        if (Double.isNaN(p0) || boundary.isEmpty() || most < 1) {
            return Optional.empty();
        }
        Shape shape = new Shape(fields, p0, least, most);
        if (boundary.get() instanceof Scalar word) {
            return switch (word.text()) {
                case "pocock" -> shape.exact("Pocock", ToxicityBoundary::pocock);
                case "o-brien-fleming" -> shape.exact("O'Brien-Fleming", ToxicityBoundary::oBrienFleming);
                default -> refused(word);
            };
        }
        if (!(boundary.get() instanceof Mapping mapping) || mapping.entries().size() != 1) {
            return refused(boundary.get());
        }
        Node.Entry one = mapping.entries().get(0);
        return switch (one.name()) {
            case "wang-tsiatis" -> {
                double delta = values.number(one.value());
                yield Double.isNaN(delta)
                        ? Optional.empty()
                        : shape.exact(
                                "Wang-Tsiatis " + Figures.of(delta), (rule, alpha) -> rule.wangTsiatis(delta, alpha));
            }
            case "beta-binomial" -> betaBinomial(one, shape);
            default -> refused(one.key());
        };
    }

    private double share(Node node) {
        double share = values.probability(node);
        if (share == 0 || share == 1) {
            problems.error(node.at(), "the share that is tolerated lies between 0 and 1, and is neither");
            return Double.NaN;
        }
        return share;
    }

    private Optional<Limit> refused(Node node) {
        problems.error(node.at(), SHAPES + ", not " + node.named());
        return Optional.empty();
    }

    private Optional<Limit> betaBinomial(Node.Entry entry, Shape shape) {
        Optional<Fields> read = Fields.of(
                entry.value(), entry.key().at(), "a beta-binomial boundary", List.of("prior", "certainty"), problems);
        Optional<BetaLaw> prior =
                read.flatMap(fields -> fields.required("prior")).flatMap(this::prior);
        if (read.isEmpty() || prior.isEmpty()) {
            return Optional.empty();
        }
        if (shape.fields.has("alpha")) {
            if (read.get().has("certainty")) {
                problems.error(
                        read.get().entry("certainty").orElseThrow().key().at(),
                        "'certainty' is found where 'alpha' is given: one of them");
                return Optional.empty();
            }
            BetaLaw law = prior.get();
            return shape.exact("beta-binomial", (rule, alpha) -> rule.bayesian(law.a(), law.b(), alpha));
        }
        double certainty =
                read.get().required("certainty").map(values::probability).orElse(Double.NaN);
        return Double.isNaN(certainty)
                ? Optional.empty()
                : shape.made(
                        "beta-binomial",
                        () -> BetaBinomialLimit.of(prior.get(), shape.p0, certainty, shape.least, shape.most));
    }

    /** {@code [a, b]} of a beta law. */
    private Optional<BetaLaw> prior(Node node) {
        Optional<List<Node>> pair = Fields.list(node, 2, "[0.5, 1.5]", problems);
        if (pair.isEmpty()) {
            return Optional.empty();
        }
        double a = values.number(pair.get().get(0));
        double b = values.number(pair.get().get(1));
        if (a <= 0 || b <= 0) {
            problems.error(node.at(), "a prior is made of two numbers above 0, such as [0.5, 1.5]");
            return Optional.empty();
        }
        return Double.isNaN(a) || Double.isNaN(b)
                ? Optional.empty()
                : problems.attempt(node.at(), () -> BetaLaw.of(a, b));
    }

    /** What all boundaries of one harm have in common. */
    private final class Shape {
        private final Fields fields;
        private final double p0;
        private final int least;
        private final int most;

        Shape(Fields fields, double p0, int least, int most) {
            this.fields = fields;
            this.p0 = p0;
            this.least = least;
            this.most = most;
        }

        private interface Family {
            HarmLimit of(ToxicityBoundary rule, double alpha);
        }

        /** A boundary that stops a trial with exactly the tolerated harm with a chance of alpha at the most. */
        Optional<Limit> exact(String name, Family family) {
            double alpha = fields.required("alpha").map(values::probability).orElse(Double.NaN);
            return Double.isNaN(alpha) ? Optional.empty() : made(name, () -> family.of(watched(), alpha));
        }

        private ToxicityBoundary watched() {
            Require.between(least, 1, most, "the least patients");
            return ToxicityBoundary.after(IntStream.rangeClosed(least, most).toArray(), p0);
        }

        Optional<Limit> made(String name, Supplier<HarmLimit> limit) {
            return problems.attempt(fields.at(), limit).map(made -> new Limit(made, name, p0));
        }
    }
}
