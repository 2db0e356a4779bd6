package marrow.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of a study under one truth: of the trial as such, of each endpoint, of each analysis. */
public record Results(
        long replicates, List<Metric> trial, Map<String, List<Metric>> endpoints, Map<String, List<Metric>> analyses) {
    public Results {
        trial = List.copyOf(trial);
        endpoints = Collections.unmodifiableMap(new LinkedHashMap<>(endpoints));
        analyses = Collections.unmodifiableMap(new LinkedHashMap<>(analyses));
    }
}
