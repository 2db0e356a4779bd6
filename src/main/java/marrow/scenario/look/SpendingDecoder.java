package marrow.scenario.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Values;
import marrow.stats.law.Gaussian;
import marrow.stats.sequential.EfficacyRule;
import marrow.stats.sequential.FutilityRule;
import marrow.stats.sequential.GroupSequential;
import marrow.stats.sequential.SpendingFunction;

/** Reads how a test spends its level, and when it gives up. */
final class SpendingDecoder {
    private static final Map<String, Supplier<SpendingFunction>> WORDS =
            Map.of("o-brien-fleming", SpendingFunction::oBrienFleming, "pocock", SpendingFunction::pocock);
    private static final String EXAMPLE = "o-brien-fleming, pocock, {kim-demets: 2} or {hwang-shih-decani: -4}";

    private final Values values;
    private final Problems problems;

    SpendingDecoder(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    Optional<SpendingFunction> function(Node node) {
        if (node instanceof Scalar word) {
            if (!WORDS.containsKey(word.text())) {
                problems.error(
                        node.at(),
                        "an error is spent by " + EXAMPLE + ", not by " + node.named(),
                        Nearest.to(word.text(), WORDS.keySet()));
                return Optional.empty();
            }
            return Optional.of(WORDS.get(word.text()).get());
        }
        Optional<Fields> fields = Fields.of(node, "spending", List.of("kim-demets", "hwang-shih-decani"), problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        List<Node.Entry> given = fields.get().asMeant().entries();
        if (given.size() != 1) {
            problems.error(node.at(), "an error is spent by one of " + EXAMPLE);
            return Optional.empty();
        }
        Node.Entry one = given.get(0);
        double parameter = values.number(one.value());
        if (Double.isNaN(parameter)) {
            return Optional.empty();
        }
        if (one.name().equals("kim-demets") && parameter <= 0) {
            problems.error(
                    one.value().at(),
                    "kim-demets is the power of the information by which an error is spent: above 0, such as 2, not "
                            + Figures.of(parameter));
            return Optional.empty();
        }
        return problems.attempt(
                one.value().at(),
                () -> one.name().equals("kim-demets")
                        ? SpendingFunction.kimDeMets(parameter)
                        : SpendingFunction.hwangShihDeCani(parameter));
    }

    /** The parts of the information at the looks as {@code planned} says, the end added. */
    Optional<double[]> planned(Node node) {
        List<Double> parts = new ArrayList<>();
        for (Node item : Fields.items(node)) {
            double part = values.probability(item);
            if (Double.isNaN(part)) {
                return Optional.empty();
            }
            parts.add(part);
        }
        parts.add(1.0);
        return Optional.of(parts.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * @param looks   before the end
     * @param planned the parts of the information at the looks and the end; null where nothing is known of them
     * @param alpha   one-sided
     */
    Optional<FutilityRule> futility(
            Node node, int looks, double[] planned, double alpha, SpendingFunction efficacy, boolean binding) {
        Optional<Fields> read = Fields.of(
                node,
                "futility",
                List.of("z", "spending", "power", "conditional-power", "drift", "predictive-power", "binding"),
                problems);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = read.get();
        List<String> kinds = List.of("z", "spending", "conditional-power", "predictive-power").stream()
                .filter(fields::has)
                .toList();
        if (kinds.size() != 1) {
            problems.error(
                    node.at(),
                    "futility is one of {z: [0, 0.5]}, {spending: pocock, power: 80 %}, {conditional-power: 10 %} or"
                            + " {predictive-power: 10 %}");
            return Optional.empty();
        }
        if (fields.has("power") != kinds.get(0).equals("spending")) {
            problems.error(node.at(), "'power' and 'spending' of futility go together");
            return Optional.empty();
        }
        Node value = fields.optional(kinds.get(0)).orElseThrow();
        return switch (kinds.get(0)) {
            case "z" -> bounds(value, looks, planned, alpha, efficacy);
            case "spending" -> spending(fields, value, planned, alpha, efficacy, binding);
            default -> power(fields, kinds.get(0), value, planned, alpha, efficacy);
        };
    }

    private Optional<FutilityRule> bounds(
            Node value, int looks, double[] planned, double alpha, SpendingFunction efficacy) {
        double[] z = Fields.items(value).stream().mapToDouble(values::number).toArray();
        for (double bound : z) {
            if (Double.isNaN(bound)) {
                return Optional.empty();
            }
        }
        if (z.length != looks) {
            problems.error(
                    value.at(),
                    "a bound of futility stands for each look, and these are " + z.length + " for " + looks);
            return Optional.empty();
        }
        if (planned != null) {
            problems.attempt(
                            value.at(), () -> GroupSequential.oneSided(planned, alpha, EfficacyRule.spending(efficacy)))
                    .ifPresent(test -> refuseAbove(test, z, value));
        } else {
            warnAboveAll(alpha, z, value);
        }
        return problems.attempt(value.at(), () -> FutilityRule.bounds(z));
    }

    /** Where it is not known when the looks come, neither is their critical value; it is never below that of the whole level. */
    private void warnAboveAll(double alpha, double[] z, Node value) {
        double least = Gaussian.upperQuantile(alpha);
        for (int look = 1; look <= z.length; look++) {
            if (z[look - 1] > least) {
                problems.warning(
                        value.at(),
                        "at look " + look + " the bound of futility, " + Figures.of(z[look - 1]) + ", lies above "
                                + Figures.of(least)
                                + ", from which on a test at the whole level rejects: trials may be given up that are won");
                return;
            }
        }
    }

    /** A test cannot be given up where it has been won. */
    private void refuseAbove(GroupSequential test, double[] z, Node value) {
        for (int look = 1; look <= z.length; look++) {
            if (z[look - 1] > test.critical(look)) {
                problems.error(
                        value.at(),
                        "at look " + look + " the bound of futility, " + Figures.of(z[look - 1])
                                + ", lies above the critical value, " + Figures.of(test.critical(look)));
                return;
            }
        }
    }

    private Optional<FutilityRule> spending(
            Fields fields, Node value, double[] planned, double alpha, SpendingFunction efficacy, boolean binding) {
        Optional<SpendingFunction> function = function(value);
        double power = fields.optional("power").map(values::probability).orElse(Double.NaN);
        if (planned == null) {
            problems.error(
                    value.at(),
                    "the drift under which beta is spent depends on when the looks are planned, and these have no"
                            + " events planned: planned: [33 %, 67 %]");
            return Optional.empty();
        }
        if (function.isEmpty() || Double.isNaN(power)) {
            return Optional.empty();
        }
        return problems.attempt(value.at(), () -> {
            double drift = GroupSequential.spendingBoth(planned, alpha, efficacy, 1 - power, function.get(), binding)
                    .driftFor(power);
            return FutilityRule.spending(1 - power, function.get(), drift);
        });
    }

    private Optional<FutilityRule> power(
            Fields fields, String kind, Node value, double[] planned, double alpha, SpendingFunction efficacy) {
        double least = values.probability(value);
        double drift = fields.optional("drift").map(values::number).orElse(Double.NaN);
        if (Double.isNaN(least) || (fields.has("drift") && Double.isNaN(drift))) {
            return Optional.empty();
        }
        if (fields.has("drift") && kind.equals("predictive-power")) {
            problems.error(value.at(), "predictive power takes no drift: it weighs all by what is seen");
            return Optional.empty();
        }
        return problems.attempt(value.at(), () -> {
            double last = planned == null
                    ? Gaussian.upperQuantile(alpha)
                    : GroupSequential.oneSided(planned, alpha, EfficacyRule.spending(efficacy))
                            .critical(planned.length);
            if (kind.equals("predictive-power")) {
                return FutilityRule.predictivePower(least, last);
            }
            return fields.has("drift")
                    ? FutilityRule.conditionalPower(least, last, drift)
                    : FutilityRule.conditionalPowerOfTrend(least, last);
        });
    }
}
