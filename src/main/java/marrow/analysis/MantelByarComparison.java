package marrow.analysis;

import java.util.Arrays;
import java.util.List;
import marrow.stats.comparison.LogRank;
import marrow.stats.comparison.MantelByar;
import marrow.stats.comparison.Weighting;
import marrow.trial.cohort.Sample;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Stratification;
import marrow.trial.endpoint.TimeToEvent;

/**
 * The log-rank test of Mantel and Byar: patients count in the group of the changed from the day on which they change, by a response or a
 * transplant, and before that in the other. {@code LESS} hopes for fewer events after the change.
 *
 * @param change the time to the change, from the same origin as the endpoint
 * @param strata within which patients are compared; null for none
 */
public record MantelByarComparison(
        String name,
        TimeToEvent endpoint,
        TimeToEvent change,
        Stratification strata,
        Weighting weighting,
        Hypothesis hypothesis)
        implements Analysis {
    public MantelByarComparison {
        if (!String.valueOf(endpoint.from()).equals(String.valueOf(change.from()))) {
            throw new IllegalArgumentException(
                    change.name() + " has to run from where " + endpoint.name() + " runs from");
        }
    }

    @Override
    public String method() {
        return "Mantel-Byar";
    }

    @Override
    public List<Endpoint> needs() {
        return strata == null ? List.of(endpoint, change) : List.of(endpoint, change, strata);
    }

    @Override
    public boolean countsAll(int arms) {
        return true;
    }

    @Override
    public boolean estimates() {
        return false;
    }

    @Override
    public Estimand estimand() {
        return new Estimand.None();
    }

    @Override
    public Desk desk(Data data) {
        Comparison everybody = new Comparison(name, endpoint, new Grouping.Everybody(), strata);
        GroupedRows rows = new GroupedRows(data, everybody, false);
        Sample changes = data.sample(change);
        double[] dayOfPatient = new double[changes.time().length];
        double[] day = new double[changes.time().length];
        MantelByar.Scratch scratch = new MantelByar.Scratch(weighting);
        return finding -> {
            rows.take();
            Arrays.fill(dayOfPatient, 0); // who has no row changed before coming in
            for (int row = 0; row < changes.size(); row++) {
                dayOfPatient[changes.patient()[row]] =
                        changes.status()[row] == 1 ? changes.time()[row] : Double.POSITIVE_INFINITY;
            }
            for (int row = 0; row < rows.size(); row++) {
                day[row] = dayOfPatient[rows.patient()[row]];
            }
            LogRank test = scratch.test(rows.time(), rows.status(), rows.entry(), day, rows.stratum(), rows.size());
            finding.sample(rows.size(), rows.events());
            finding.test(test.degreesOfFreedom() > 0, LogRankComparison.p(test, hypothesis), hypothesis.alpha());
        };
    }
}
