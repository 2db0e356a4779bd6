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
import marrow.trial.Allocation;
import marrow.trial.Answers;
import marrow.trial.Arm;
import marrow.trial.Cohort;
import marrow.trial.Endpoint;
import marrow.trial.FollowUp;
import marrow.trial.Measures;
import marrow.trial.Plan;
import marrow.trial.Quantity;
import marrow.trial.Recruitment;
import marrow.trial.Response;
import marrow.trial.Sample;
import marrow.trial.TimeToEvent;

/**
 * What the estimands are worth under one truth: read off a large cohort of each arm, which nobody leaves before the horizon. The
 * intercurrent events are handled as each endpoint says, so this is what its estimator would find with data without end.
 */
public final class TrueValues {
    /** The number of the replicate that these patients make up. No trial has it. */
    private static final long REPLICATE = -1;

    private record Question(String endpoint, Estimand estimand) {}

    private final Map<Question, Estimate> known = new HashMap<>();
    private final List<Data> dataOfArm = new ArrayList<>();
    private final Map<String, AalenJohansen> curves = new HashMap<>();

    private TrueValues(Plan plan, Collection<? extends Endpoint> endpoints, int patients) {
        for (Arm arm : plan.arms()) {
            Arm kept = new Arm(arm.name(), arm.journey(), arm.entry(), arm.share(), null);
            Plan large = new Plan(
                    patients,
                    Recruitment.over(1),
                    Allocation.SINGLE_ARM,
                    List.of(kept),
                    new FollowUp.Until(1e9),
                    plan.horizonDays(),
                    plan.seed());
            Cohort cohort = Cohort.of(large, endpoints);
            cohort.enrol(REPLICATE);
            Data data = Data.of(cohort, endpoints);
            data.cutOn(Double.POSITIVE_INFINITY);
            dataOfArm.add(data);
        }
    }

    /** The values under the truth that this plan stands for, from so many patients an arm. */
    public static TrueValues of(Plan plan, Collection<? extends Endpoint> endpoints, int patients) {
        return new TrueValues(plan, endpoints, patients);
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
            Answers answers = dataOfArm.get(share.arm()).answers((Response) endpoint);
            return answers.known(0) == 0 ? null : Estimate.share(answers.yes(0), answers.known(0));
        }
        if (estimand instanceof Estimand.Mean mean) {
            Measures measures = dataOfArm.get(mean.arm()).measures((Quantity) endpoint);
            Moments moments = new Moments();
            for (int i = 0; i < measures.size(); i++) {
                moments.add(measures.value()[i]);
            }
            return measures.size() == 0 ? null : Estimate.mean(moments);
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
            Sample sample = dataOfArm.get(arm).sample(endpoint);
            return new AalenJohansen.Scratch(endpoint.causes())
                    .fit(sample.time(), sample.status(), sample.entry(), null, sample.size());
        });
        return curve.isFollowedTo(day)
                ? Estimate.of(curve.incidence(1, day), curve.standardError(1, day, IncidenceVariance.AALEN))
                : null;
    }
}
