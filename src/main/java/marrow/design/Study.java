package marrow.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.analysis.Analysis;
import marrow.look.Committee;
import marrow.look.Rule;
import marrow.trial.Plan;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.Endpoint;

/**
 * What a study asks: of whom, and what.
 *
 * @param landmarks where the curves of time-to-event endpoints are read, by the name of the endpoint
 * @param rules     by which it may be decided before its end
 */
public record Study(
        Plan plan,
        List<Endpoint> endpoints,
        Map<String, List<Landmark>> landmarks,
        List<Analysis> analyses,
        List<Rule> rules) {
    public Study {
        rules = List.copyOf(rules);
        endpoints = List.copyOf(endpoints);
        landmarks = Collections.unmodifiableMap(new LinkedHashMap<>(landmarks));
        analyses = List.copyOf(analyses);
    }

    /** A study that nobody looks at before its end. */
    public Study(Plan plan, List<Endpoint> endpoints, Map<String, List<Landmark>> landmarks, List<Analysis> analyses) {
        this(plan, endpoints, landmarks, analyses, List.of());
    }

    /** What must be known of each patient for the endpoints, the analyses and the looks. */
    public List<Endpoint> variables() {
        Set<Endpoint> variables = new LinkedHashSet<>(endpoints);
        analyses.forEach(analysis -> variables.addAll(analysis.needs()));
        variables.addAll(Committee.needs(rules));
        return List.copyOf(variables);
    }

    /** Room for the trials of one thread, to look at single patients. */
    public Cohort cohort() {
        return Cohort.of(plan, variables());
    }

    /** The same questions of another plan. */
    public Study with(Plan other) {
        return new Study(other, endpoints, landmarks, analyses, rules);
    }

    /** The same study with other random numbers. */
    public Study withSeed(long seed) {
        return with(plan.withSeed(seed));
    }
}
