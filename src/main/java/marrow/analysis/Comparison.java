package marrow.analysis;

import java.util.ArrayList;
import java.util.List;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Stratification;
import marrow.trial.endpoint.TimeToEvent;

/**
 * Whose times to an event are compared with whose.
 *
 * @param strata within which groups are compared; null for none
 */
public record Comparison(String name, TimeToEvent endpoint, Grouping grouping, Stratification strata) {
    List<Endpoint> needs() {
        List<Endpoint> needs = new ArrayList<>(grouping.needs());
        needs.add(endpoint);
        if (strata != null) {
            needs.add(strata);
        }
        return needs;
    }

    /** Of two whole arms, which alone have a true value: {@code of} the later of them, less that of the reference. */
    Estimand between(Between of) {
        return grouping instanceof Grouping.OfArms arms && arms.groups() == 2
                ? of.arms(arms.arms().get(1), arms.arms().get(0))
                : new Estimand.None();
    }

    /** The ratio of their hazards, within the strata: what a model estimates, and a test of log-rank kind is to find. */
    public Estimand hazardRatio(boolean subdistribution) {
        return between((arm, reference) -> new Estimand.LogHazardRatio(arm, reference, subdistribution, strata));
    }

    /** Refuses other than two groups, and strata: what the statistic does not know. */
    void requireTwoUnstratified(String statistic) {
        if (grouping.groups() != 2) {
            throw new IllegalArgumentException(statistic + " is of two groups, not of " + grouping.groups());
        }
        if (strata != null) {
            throw new IllegalArgumentException(statistic + " knows no strata");
        }
    }

    /** Makes an estimand of two arms. */
    interface Between {
        Estimand arms(int arm, int reference);
    }
}
