package marrow.design.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import marrow.montecarlo.Failure;

/**
 * The results of a study under one truth: of the trial as such, of each endpoint, of each analysis.
 *
 * @param replicates    trials, with those that failed
 * @param failed        trials that came to no answer at all: they reject nothing
 * @param firstFailures the first few of them
 * @param stopping      how the trial ends; empty where nobody looks before
 * @param looks         of each rule its looks in their order
 */
public record Results(
        long replicates,
        long failed,
        List<Failure> firstFailures,
        List<Metric> trial,
        Map<String, List<Metric>> endpoints,
        Map<String, List<Metric>> analyses,
        List<Metric> stopping,
        Map<String, List<List<Metric>>> looks) {
    public Results {
        stopping = List.copyOf(stopping);
        looks = Collections.unmodifiableMap(new LinkedHashMap<>(looks));
        firstFailures = List.copyOf(firstFailures);
        trial = List.copyOf(trial);
        endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
        analyses = Collections.unmodifiableMap(new LinkedHashMap<>(analyses));
    }

    /** Every number with the name of what it is of: an endpoint, an analysis, a look; empty for the trial. */
    void named(BiConsumer<String, Metric> use) {
        trial.forEach(metric -> use.accept("", metric));
        stopping.forEach(metric -> use.accept("", metric));
        endpoints.forEach((name, metrics) -> metrics.forEach(metric -> use.accept("endpoint " + name, metric)));
        analyses.forEach((name, metrics) -> metrics.forEach(metric -> use.accept("analysis " + name, metric)));
        looks.forEach((name, rows) -> {
            for (int k = 0; k < rows.size(); k++) {
                String look = "look " + name + "/" + (k + 1);
                rows.get(k).forEach(metric -> use.accept(look, metric));
            }
        });
    }

    /** Every number of them, wherever it stands. */
    Stream<Metric> all() {
        List<Metric> all = new ArrayList<>();
        named((name, metric) -> all.add(metric));
        return all.stream();
    }
}
