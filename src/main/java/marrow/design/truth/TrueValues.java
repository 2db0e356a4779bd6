package marrow.design.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import marrow.analysis.Estimand;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Moments;
import marrow.stats.proportion.CochranMantelHaenszel;
import marrow.stats.regression.Cox;
import marrow.stats.regression.FitStatus;
import marrow.stats.regression.Ties;
import marrow.stats.regression.TwoGroupFineGray;
import marrow.stats.survival.AalenJohansen;
import marrow.stats.survival.KaplanMeier;
import marrow.trial.Plan;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.Stratification;
import marrow.trial.endpoint.TimeToEvent;

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

    private final boolean unknown;

    private TrueValues(boolean unknown) {
        this.unknown = unknown;
    }

    /** The values under the truth that this plan stands for, from so many patients an arm. */
    public static TrueValues of(Plan plan, Collection<? extends Endpoint> endpoints, int patients, int threads) {
        TrueValues values = new TrueValues(false);
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            values.cohortOfArm.add(LargeCohort.of(
                    LargeCohort.slice(plan, arm, endpoints), endpoints, patients, REPLICATE, List.of(), threads));
        }
        return values;
    }

    /** Of a truth that nobody has asked: every estimand that may have a value has one, which is NaN. */
    public static TrueValues unknown() {
        return new TrueValues(true);
    }

    /** What has been asked so far, without the cohorts: other questions have no answer here. */
    public synchronized TrueValues settled() {
        TrueValues settled = new TrueValues(false);
        settled.known.putAll(known);
        return settled;
    }

    LargeCohort cohort(int arm) {
        return cohortOfArm.get(arm);
    }

    /** The value of an estimand; empty where it has none, or where the patients were not followed that far. */
    public synchronized Optional<Estimate> of(Endpoint endpoint, Estimand estimand) {
        if (unknown) {
            return estimand instanceof Estimand.None ? Optional.empty() : Optional.of(Estimate.exactly(Double.NaN));
        }
        Question question = new Question(endpoint.name(), estimand);
        Estimate answer = known.get(question);
        if (answer == null && !cohortOfArm.isEmpty()) {
            answer = find(endpoint, estimand);
            if (answer != null) {
                known.put(question, answer);
            }
        }
        return Optional.ofNullable(answer);
    }

    private Estimate find(Endpoint endpoint, Estimand estimand) {
        if (estimand instanceof Estimand.Survival survival) {
            return incidence((TimeToEvent) endpoint, survival.arm(), survival.day())
                    .map(incidence -> Estimate.of(1 - incidence.value(), incidence.mcse()))
                    .orElse(null);
        }
        if (estimand instanceof Estimand.Incidence incidence) {
            return incidence((TimeToEvent) endpoint, incidence.arm(), incidence.day())
                    .orElse(null);
        }
        if (estimand instanceof Estimand.Share share) {
            LargeCohort.Shares shares = cohortOfArm.get(share.arm()).shares((Response) endpoint);
            return shares.known() == 0 ? null : Estimate.share(shares.yes(), shares.known());
        }
        if (estimand instanceof Estimand.Mean mean) {
            Moments values = cohortOfArm.get(mean.arm()).values((Quantity) endpoint);
            return values.count() == 0 ? null : Estimate.mean(values);
        }
        if (estimand instanceof Estimand.RestrictedMean mean) {
            return restrictedMean((TimeToEvent) endpoint, mean);
        }
        if (estimand instanceof Estimand.LogHazardRatio ratio) {
            return logHazardRatio((TimeToEvent) endpoint, ratio);
        }
        if (estimand instanceof Estimand.LogOddsRatio ratio) {
            return logOddsRatio((Response) endpoint, ratio);
        }
        if (estimand instanceof Estimand.Difference difference) {
            Optional<Estimate> of = of(endpoint, difference.of());
            Optional<Estimate> less = of(endpoint, difference.less());
            return of.isPresent() && less.isPresent() ? of.get().minus(less.get()) : null;
        }
        return null;
    }

    /** The whole curve of an endpoint in an arm. */
    public synchronized AalenJohansen curve(TimeToEvent endpoint, int arm) {
        return cohortOfArm.get(arm).curve(endpoint);
    }

    private Optional<Estimate> incidence(TimeToEvent endpoint, int arm, double day) {
        return cohortOfArm.get(arm).incidence(endpoint, day);
    }

    private Estimate restrictedMean(TimeToEvent endpoint, Estimand.RestrictedMean of) {
        Rows rows = cohortOfArm.get(of.arm()).rows(endpoint);
        KaplanMeier curve = new KaplanMeier.Scratch().fit(rows.time(), rows.status(), rows.entry(), null, rows.size());
        return curve.isFollowedTo(of.day())
                ? Estimate.of(curve.restrictedMean(of.day()), curve.restrictedMeanError(of.day()))
                : null;
    }

    /** As the model finds it in both cohorts. */
    private Estimate logHazardRatio(TimeToEvent endpoint, Estimand.LogHazardRatio ratio) {
        LargeCohort of = cohortOfArm.get(ratio.arm());
        LargeCohort reference = cohortOfArm.get(ratio.reference());
        Rows first = of.rows(endpoint);
        int later = first.size();
        Rows rows = Rows.joined(first, reference.rows(endpoint));
        return ratio.subdistribution()
                ? subdistribution(rows, later)
                : cox(rows, later, ratio.strata() == null ? null : strata(endpoint, ratio.strata(), of, reference));
    }

    private Estimate logOddsRatio(Response endpoint, Estimand.LogOddsRatio ratio) {
        int[][] of = cohortOfArm.get(ratio.arm()).answers(endpoint, ratio.strata());
        int[][] reference = cohortOfArm.get(ratio.reference()).answers(endpoint, ratio.strata());
        int[][] tables = new int[of.length][];
        Arrays.setAll(tables, k -> new int[] {of[k][0], of[k][1], reference[k][0], reference[k][1]});
        CochranMantelHaenszel common = CochranMantelHaenszel.of(tables);
        return common.oddsRatio().isEmpty()
                ? null
                : Estimate.of(
                        StrictMath.log(common.oddsRatio().getAsDouble()),
                        Math.sqrt(common.logVariance().getAsDouble()));
    }

    private static int[] strata(TimeToEvent endpoint, Stratification strata, LargeCohort of, LargeCohort reference) {
        return IntStream.concat(of.strata(endpoint, strata), reference.strata(endpoint, strata))
                .toArray();
    }

    /** An intercurrent event may censor, and the horizon does, which comes at another time after each origin. */
    private static Estimate subdistribution(Rows rows, int later) {
        boolean[] isLater = new boolean[rows.size()];
        Arrays.fill(isLater, 0, later, true);
        TwoGroupFineGray fit = TwoGroupFineGray.of(rows.time(), rows.status(), isLater, 1);
        return Double.isNaN(fit.coefficient()) ? null : Estimate.of(fit.coefficient(), fit.standardError());
    }

    private static Estimate cox(Rows rows, int later, int[] stratum) {
        double[] isLater = new double[rows.size()];
        Arrays.fill(isLater, 0, later, 1);
        int[] status =
                Arrays.stream(rows.status()).map(cause -> cause == 1 ? 1 : 0).toArray();
        Cox fit = new Cox.Scratch(1, Ties.EFRON)
                .fit(rows.time(), status, rows.entry(), null, stratum, new double[][] {isLater}, rows.size());
        return fit.status() == FitStatus.CONVERGED && fit.estimable(0)
                ? Estimate.of(fit.coefficient(0), Math.sqrt(fit.variance(0, 0)))
                : null;
    }
}
