package marrow.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Moments;
import marrow.stats.survival.AalenJohansen;
import marrow.stats.survival.IncidenceVariance;
import marrow.trial.Endpoint;
import marrow.trial.Plan;
import marrow.trial.Quantity;
import marrow.trial.Response;
import marrow.trial.TimeToEvent;

/**
 * What the estimands are worth under one truth: read off a large cohort of each arm, which nobody leaves before the horizon. The
 * intercurrent events are handled as each endpoint says, so this is what its estimator would find with data without end.
 */
public final class TrueValues {
    /** The numbers of these patients' replicates begin here and go down. No trial has them. */
    private static final long REPLICATE = -(1L << 32);

    private record Question(String endpoint, Estimand estimand) {}

    private final Map<Question, Estimate> known = new HashMap<>();
    private final List<LargeCohort> cohortOfArm = new ArrayList<>();
    private final Map<String, AalenJohansen> curves = new HashMap<>();

    private TrueValues() {}

    /** The values under the truth that this plan stands for, from so many patients an arm. */
    public static TrueValues of(Plan plan, Collection<? extends Endpoint> endpoints, int patients, int threads) {
        TrueValues values = new TrueValues();
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            values.cohortOfArm.add(LargeCohort.of(plan, arm, endpoints, patients, REPLICATE, List.of(), threads));
        }
        return values;
    }

    /** The value of an estimand; empty where it has none, or where the patients were not followed that far. */
    public synchronized Optional<Estimate> of(Endpoint endpoint, Estimand estimand) {
        Question question = new Question(endpoint.name(), estimand);
        Estimate answer = known.get(question);
        if (answer == null) {
            answer = find(endpoint, estimand);
            if (answer != null) {
                known.put(question, answer);
            }
        }
        return Optional.ofNullable(answer);
    }

    private Estimate find(Endpoint endpoint, Estimand estimand) {
        if (estimand instanceof Estimand.Survival survival) {
            Estimate incidence = incidence((TimeToEvent) endpoint, survival.arm(), survival.day());
            return incidence == null ? null : Estimate.of(1 - incidence.value(), incidence.mcse());
        }
        if (estimand instanceof Estimand.Incidence incidence) {
            return incidence((TimeToEvent) endpoint, incidence.arm(), incidence.day());
        }
        if (estimand instanceof Estimand.Share share) {
            LargeCohort.Shares shares = cohortOfArm.get(share.arm()).shares((Response) endpoint);
            return shares.known() == 0 ? null : Estimate.share(shares.yes(), shares.known());
        }
        if (estimand instanceof Estimand.Mean mean) {
            Moments values = cohortOfArm.get(mean.arm()).values((Quantity) endpoint);
            return values.count() == 0 ? null : Estimate.mean(values);
        }
        if (estimand instanceof Estimand.Difference difference) {
            Optional<Estimate> of = of(endpoint, difference.of());
            Optional<Estimate> less = of(endpoint, difference.less());
            return of.isPresent() && less.isPresent() ? of.get().minus(less.get()) : null;
        }
        return null;
    }

    private Estimate incidence(TimeToEvent endpoint, int arm, double day) {
        AalenJohansen curve = curves.computeIfAbsent(endpoint.name() + " " + arm, name -> {
            LargeCohort.Rows rows = cohortOfArm.get(arm).rows(endpoint);
            return new AalenJohansen.Scratch(endpoint.causes())
                    .fit(rows.time(), rows.status(), rows.entry(), null, rows.size());
        });
        return curve.isFollowedTo(day)
                ? Estimate.of(curve.incidence(1, day), curve.standardError(1, day, IncidenceVariance.AALEN))
                : null;
    }
}
