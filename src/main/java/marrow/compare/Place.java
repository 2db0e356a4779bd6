package marrow.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.montecarlo.Estimate;

/**
 * Where a number of the results stands.
 *
 * @param of   {@code trial}, {@code endpoint}, {@code analysis}, {@code stopping} or {@code look}
 * @param name of the endpoint, the analysis or the rule; empty for trial and stopping
 */
public record Place(String truth, String of, String name, String metric) {
    private static final String STOPPING = "stopping";
    private static final Pattern QUANTILE = Pattern.compile("_p[0-9]+$");

    /** The numbers of one truth by their places, in their order. */
    static Map<Place, Estimate> in(String truth, Results results) {
        Map<Place, Estimate> numbers = new LinkedHashMap<>();
        add(truth, "trial", Map.of("", results.trial()), numbers);
        add(truth, STOPPING, Map.of("", results.stopping()), numbers);
        add(truth, "endpoint", results.endpoints(), numbers);
        add(truth, "analysis", results.analyses(), numbers);
        results.looks().forEach((name, looks) -> {
            for (int k = 0; k < looks.size(); k++) {
                add(truth, "look", Map.of(name + "/" + (k + 1), looks.get(k)), numbers);
            }
        });
        return numbers;
    }

    private static void add(String truth, String of, Map<String, List<Metric>> groups, Map<Place, Estimate> numbers) {
        groups.forEach((name, metrics) ->
                metrics.forEach(metric -> numbers.put(new Place(truth, of, name, metric.name()), metric.estimate())));
    }

    /** Whether it is a quantile over the trials, whose error is of order statistics. Between two values far apart it jumps, and is of no normal law. */
    boolean isQuantile() {
        return of.equals(STOPPING) && QUANTILE.matcher(metric).find();
    }

    /** As people say it: {@code EFS survival_1y}. */
    public String written() {
        return name.isEmpty() ? metric : name + " " + metric;
    }
}
