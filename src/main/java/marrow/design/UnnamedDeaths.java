package marrow.design;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import marrow.analysis.Data;
import marrow.trial.Plan;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Sample;
import marrow.trial.endpoint.TimeToEvent;

/**
 * Which share of the patients of an endpoint die before anything that it names. It knows nothing of their death, so that they stay at risk, and count as
 * without an event, until the data are cut. Found from a few lives, since no list of marks tells it: where every death
 * without relapse sets a mark of its own, an endpoint of relapse and of that mark leaves no death out.
 */
public final class UnnamedDeaths {
    /** Whom one in three hundred deaths escapes in 1 of 28 studies; so few move no estimate. */
    private static final int PATIENTS = 1000;

    private UnnamedDeaths() {}

    /** The shares among those who come to the origin of each of these, none of which names the mark {@link Cohort#DEATH}, in their order; 0 where nobody does. */
    public static List<Double> shares(Plan plan, List<TimeToEvent> endpoints) {
        List<TimeToEvent> asked = endpoints.stream().map(UnnamedDeaths::ofDeath).toList();
        Cohort cohort = Cohort.of(plan.whomNobodyLoses(PATIENTS), asked);
        Data data = Data.of(cohort, asked);
        cohort.enrol(0);
        data.cutOn(Double.POSITIVE_INFINITY);
        return asked.stream().map(data::sample).map(UnnamedDeaths::share).toList();
    }

    /** What the endpoint names is one cause, which goes before a death on the same day. */
    private static TimeToEvent ofDeath(TimeToEvent endpoint) {
        List<String> named = Stream.of(endpoint.events(), endpoint.competing(), endpoint.censoring())
                .flatMap(List::stream)
                .toList();
        return new TimeToEvent(
                endpoint.name(), endpoint.from(), named, List.of(Cohort.DEATH), List.of(), Set.of(), Optional.empty());
    }

    private static double share(Sample sample) {
        return sample.size() == 0 ? 0 : (double) sample.with(2) / sample.size();
    }
}
