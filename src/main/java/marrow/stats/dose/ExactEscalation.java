package marrow.stats.dose;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marrow.check.Require;
import marrow.stats.law.BinomialLaw;

/**
 * What becomes of a {@link DoseRule} when the chance of a dose-limiting toxicity at each dose is known: enumerated. From cohort
 * to cohort the chance of every pair of counts and present dose is carried on; ways that meet are one from then on. A cohort is
 * whole and known before the next begins.
 */
public final class ExactEscalation {
    private final double[] recommended; // by dose; what is left of 1 is no dose
    private final double[] treated; // expected patients
    private final double[] toxicity;

    private ExactEscalation(double[] recommended, double[] treated, double[] toxicity) {
        this.recommended = recommended;
        this.treated = treated;
        this.toxicity = toxicity;
    }

    /** Where a study stands: patients and toxicities by dose, and the dose of the next cohort. */
    private record Stand(int dose, List<Integer> treated, List<Integer> toxic) {}

    /** @param toxicity the chance of a dose-limiting toxicity, by dose */
    public static ExactEscalation of(DoseRule rule, double... toxicity) {
        if (toxicity.length != rule.doses()) {
            throw new IllegalArgumentException(
                    "a chance of toxicity for each of " + rule.doses() + " doses is needed, not " + toxicity.length);
        }
        for (double p : toxicity) {
            Require.probability(p, "the chance of toxicity");
        }
        double[][] points = Arrays.stream(toxicity)
                .mapToObj(p -> BinomialLaw.points(rule.cohort(), p))
                .toArray(double[][]::new);
        ExactEscalation all = new ExactEscalation(new double[rule.doses()], new double[rule.doses()], toxicity.clone());
        List<Integer> none =
                IntStream.range(0, rule.doses()).mapToObj(dose -> 0).toList();
        Map<Stand, Double> open = Map.of(new Stand(rule.start(), none, none), 1.0);
        while (!open.isEmpty()) {
            open = all.cohort(rule, points, open);
        }
        return all;
    }

    /** All studies that are open treat one cohort more. */
    private Map<Stand, Double> cohort(DoseRule rule, double[][] points, Map<Stand, Double> open) {
        Map<Stand, Double> next = new LinkedHashMap<>();
        open.forEach((stand, chance) -> {
            int dose = stand.dose;
            treated[dose] += chance * rule.cohort();
            int[] n = stand.treated.stream().mapToInt(Integer::intValue).toArray();
            int[] x = stand.toxic.stream().mapToInt(Integer::intValue).toArray();
            n[dose] += rule.cohort();
            for (int more = 0; more <= rule.cohort(); more++) {
                double reached = chance * points[dose][more];
                if (reached > 0) {
                    goOn(rule, dose, n, x, reached, next);
                }
                x[dose]++;
            }
        });
        return next;
    }

    private void goOn(DoseRule rule, int dose, int[] n, int[] x, double chance, Map<Stand, Double> next) {
        int then = rule.next(dose, n, x);
        if (then != DoseRule.NONE) {
            next.merge(new Stand(then, boxed(n), boxed(x)), chance, Double::sum);
            return;
        }
        int best = rule.recommends(n, x);
        if (best != DoseRule.NONE) {
            recommended[best] += chance;
        }
    }

    private static List<Integer> boxed(int[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }

    /** The chance that this dose is recommended. */
    public double recommends(int dose) {
        return recommended[dose];
    }

    /** The chance that no dose is. */
    public double recommendsNone() {
        return Math.max(0, 1 - Arrays.stream(recommended).sum());
    }

    /** Expected patients at this dose. */
    public double treated(int dose) {
        return treated[dose];
    }

    /** Expected patients in all. */
    public double patients() {
        return Arrays.stream(treated).sum();
    }

    /** Expected dose-limiting toxicities in all. */
    public double toxicities() {
        return IntStream.range(0, treated.length)
                .mapToDouble(dose -> treated[dose] * toxicity[dose])
                .sum();
    }
}
