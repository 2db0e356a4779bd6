package marrow.scenario.patient;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.dist.Distribution;
import marrow.journey.Formula;

/**
 * The least that a number of a patient comes to, as far as its formula tells: amounts of a drug must not be below 0. Of a law it is
 * what one patient in a million is below, so that a body surface may be normal. Sums are taken as if their terms came
 * to their least together; where two of them hang on one fact they may not, and nothing is said.
 */
final class LeastValue {
    private static final double NOBODY = 1e-6;

    private final Map<String, Formula> facts;
    private final Set<String> used = new HashSet<>();
    private boolean told = true;

    private LeastValue(Map<String, Formula> facts) {
        this.facts = facts;
    }

    private record Range(double least, double most) {
        Range or(Range other) {
            return new Range(Math.min(least, other.least), Math.max(most, other.most));
        }
    }

    /** NaN where the formula does not tell. */
    static double of(String fact, Map<String, Formula> facts) {
        LeastValue value = new LeastValue(facts);
        double least = value.fact(fact).least();
        return value.told ? least : Double.NaN;
    }

    private Range fact(String name) {
        Formula formula = facts.get(name);
        boolean again = !used.add(name);
        if (formula == null || again) {
            told = false;
            return new Range(Double.NaN, Double.NaN);
        }
        return range(formula);
    }

    private Range range(Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return new Range(constant.value(), constant.value());
        }
        if (formula instanceof Formula.Drawn drawn) {
            Distribution law = drawn.law();
            return new Range(law.quantile(NOBODY), law.upperQuantile(NOBODY));
        }
        if (formula instanceof Formula.Of of) {
            Range other = fact(of.fact());
            double a = of.times() * other.least();
            double b = of.times() * other.most();
            return new Range(Math.min(a, b), Math.max(a, b));
        }
        if (formula instanceof Formula.Sum sum) {
            return sum.terms().stream()
                    .map(this::range)
                    .reduce(new Range(0, 0), (a, b) -> new Range(a.least() + b.least(), a.most() + b.most()));
        }
        if (formula instanceof Formula.Lookup lookup) {
            List<Double> y = lookup.y();
            fact(lookup.fact());
            return new Range(
                    y.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                    y.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
        }
        return ((Formula.ByCase) formula)
                .cases().stream()
                        .map(one -> range(one.formula()))
                        .reduce(Range::or)
                        .orElseThrow();
    }
}
