package marrow.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Every number of them, wherever it stands. */
    Stream<Metric> all() {
        Stream<List<Metric>> groups = Stream.of(
                        Stream.of(trial, stopping),
                        endpoints.values().stream(),
                        analyses.values().stream(),
                        looks.values().stream().flatMap(List::stream))
                .flatMap(same -> same);
        return groups.flatMap(List::stream);
    }
}
