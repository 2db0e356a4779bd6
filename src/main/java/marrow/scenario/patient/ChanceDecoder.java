package marrow.scenario.patient;

import java.util.List;
import java.util.Optional;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Values;

/** Reads chances that together make 1; one of them may be {@code rest}, what the others leave. */
public final class ChanceDecoder {
    private static final double ROUNDING = 1e-9;

    private final Values values;
    private final Problems problems;

    public ChanceDecoder(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** One chance for each node, adding to 1, or nothing where they were refused. */
    public Optional<double[]> decode(List<Node> nodes, Position at) {
        double[] chances = new double[nodes.size()];
        int rest = -1;
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            if (!isRest(nodes.get(i))) {
                chances[i] = values.probability(nodes.get(i));
                sum += chances[i];
            } else if (rest < 0) {
                rest = i;
            } else {
                problems.error(nodes.get(i).at(), "one of the chances may be 'rest', not two");
                return Optional.empty();
            }
        }
        if (Double.isNaN(sum)) {
            return Optional.empty();
        }
        if (rest >= 0 && sum <= 1 + ROUNDING) {
            chances[rest] = Math.max(0, 1 - sum);
            return Optional.of(chances);
        }
        if (rest >= 0 || !(Math.abs(sum - 1) <= ROUNDING)) {
            String which = rest >= 0 ? "the chances beside 'rest'" : "the chances";
            problems.error(at, which + " add to " + Figures.of(sum) + (rest >= 0 ? ", more than 1" : ", not to 1"));
            return Optional.empty();
        }
        return Optional.of(chances);
    }

    private static boolean isRest(Node node) {
        return node instanceof Scalar scalar && scalar.text().equals("rest");
    }
}
