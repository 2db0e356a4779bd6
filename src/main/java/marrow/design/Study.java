package marrow.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marrow.analysis.Analysis;
import marrow.trial.Endpoint;
import marrow.trial.Plan;

/**
 * What a study asks: of whom, and what.
 *
 * @param landmarks where the curves of time-to-event endpoints are read, by the name of the endpoint
 */
public record Study(
        Plan plan, List<Endpoint> endpoints, Map<String, List<Landmark>> landmarks, List<Analysis> analyses) {
    public Study {
        endpoints = List.copyOf(endpoints);
        landmarks = Collections.unmodifiableMap(new LinkedHashMap<>(landmarks));
        analyses = List.copyOf(analyses);
    }

    /** What must be known of each patient for the endpoints and the analyses. */
    public List<Endpoint> variables() {
        return Stream.concat(endpoints.stream(), analyses.stream().flatMap(analysis -> analysis.needs().stream()))
                .distinct()
                .toList();
    }

    /** The same questions of another plan. */
    public Study with(Plan other) {
        return new Study(other, endpoints, landmarks, analyses);
    }

    /** The same study with other random numbers. */
    public Study withSeed(long seed) {
        return with(plan.withSeed(seed));
    }
}
