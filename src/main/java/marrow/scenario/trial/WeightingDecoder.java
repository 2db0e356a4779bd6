package marrow.scenario.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.MaxComboComparison;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Values;
import marrow.stats.comparison.Weighting;

/** Reads the weights of log-rank tests: a word, or {@code {rho: 0, gamma: 1}} for those of Fleming and Harrington. */
public final class WeightingDecoder {
    public static final List<String> EXPONENTS = List.of("rho", "gamma");
    public static final Map<String, Weighting> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("log-rank", Weighting.LOG_RANK);
        WORDS.put("gehan", Weighting.GEHAN);
        WORDS.put("tarone-ware", Weighting.TARONE_WARE);
        WORDS.put("peto-peto", Weighting.PETO_PETO);
        WORDS.put("modified-peto-peto", Weighting.MODIFIED_PETO_PETO);
    }

    private final Values values;
    private final Problems problems;

    WeightingDecoder(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** The weight of one test; 1 where nothing is said. */
    Optional<Weighting> one(Fields fields) {
        Optional<Node> node = fields.optional("weights");
        return node.isEmpty() ? Optional.of(Weighting.LOG_RANK) : weighting(node.get());
    }

    /** The weights of several tests; the usual four of Fleming and Harrington where nothing is said. */
    List<Weighting> several(Fields fields) {
        Optional<Node> node = fields.optional("weights");
        if (node.isEmpty()) {
            return MaxComboComparison.USUAL;
        }
        List<Weighting> all = new ArrayList<>();
        Fields.items(node.get()).forEach(item -> weighting(item).ifPresent(all::add));
        return all;
    }

    private Optional<Weighting> weighting(Node node) {
        if (node instanceof Node.Mapping) {
            return Fields.of(node, "the weights", EXPONENTS, problems).flatMap(fields -> {
                double rho = fields.optional("rho").map(values::number).orElse(0.0);
                double gamma = fields.optional("gamma").map(values::number).orElse(0.0);
                return Double.isNaN(rho) || Double.isNaN(gamma)
                        ? Optional.empty()
                        : problems.attempt(node.at(), () -> Weighting.flemingHarrington(rho, gamma));
            });
        }
        String word = node instanceof Node.Scalar scalar ? scalar.text() : "";
        if (!WORDS.containsKey(word)) {
            problems.error(
                    node.at(),
                    "weights are " + Names.either(WORDS.keySet()) + ", or {rho: 0, gamma: 1}, not " + node.named(),
                    Nearest.to(word, WORDS.keySet()));
        }
        return Optional.ofNullable(WORDS.get(word));
    }
}
