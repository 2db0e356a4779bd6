package marrow.stats.comparison;

import marrow.check.Require;
import marrow.stats.law.Gaussian;
import marrow.stats.law.Interval;
import marrow.stats.survival.KaplanMeier;
import marrow.stats.survival.LandmarkTest.Verdict;
import marrow.stats.survival.SurvivalSample;

/**
 * Difference of the restricted means of two groups, {@code D = integral_0^tau S_1(t) - S_0(t) dt}: how much later, on
 * average and within tau, the event comes in group 1. The means and their variances are those of {@link KaplanMeier},
 * the variances add, and z = D / se. As {@code survRM2::rmst2} without covariates and {@code print(survfit, rmean =
 * tau)}. Royston and Parmar (2013), BMC Med. Res. Methodol. 13:152.
 *
 * <p>Degenerate: where a group was not observed up to tau and its curve is above 0 there (an empty group is not), its
 * curve is carried on for D, but nothing is tested: z = 0 and p = 1. Neither is it without any variance. {@link
 * #verdict} says which. survRM2 stops at the first and says NaN to the second. Case weights are refused.
 */
public final class RestrictedMeanDifference {
    private final double tau;
    private final TwoCurves curves = new TwoCurves();
    private double difference;
    private double standardError;
    private Verdict verdict = Verdict.NO_VARIANCE;

    private RestrictedMeanDifference(double tau) {
        this.tau = Require.positive(tau, "tau");
    }

    /** Subject i is in {@code group[i]}, 0 or 1. */
    public static RestrictedMeanDifference of(SurvivalSample sample, int[] group, double tau) {
        Unweighted.require(sample, "the difference of restricted means");
        return new RestrictedMeanDifference(tau)
                .fit(sample.time(), sample.status(), sample.entry(), group, sample.size());
    }

    /** One difference after the other in the same memory: made once a thread, it allocates only while samples grow. */
    public static final class Scratch {
        private final RestrictedMeanDifference lent;

        public Scratch(double tau) {
            lent = new RestrictedMeanDifference(tau);
        }

        /** The difference in the first n subjects, good until the next call; entry may be null. */
        public RestrictedMeanDifference fit(double[] time, int[] status, double[] entry, int[] group, int n) {
            return lent.fit(time, status, entry, group, n);
        }
    }

    private RestrictedMeanDifference fit(double[] time, int[] status, double[] entry, int[] group, int n) {
        curves.fit(time, status, entry, group, n);
        difference = mean(1) - mean(0);
        double error0 = curves.of(0).restrictedMeanError(tau);
        double error1 = curves.of(1).restrictedMeanError(tau);
        standardError = Math.sqrt(error0 * error0 + error1 * error1);
        verdict = !curves.followedTo(tau)
                ? Verdict.NOT_FOLLOWED
                : standardError > 0 ? Verdict.TESTED : Verdict.NO_VARIANCE;
        return this;
    }

    /** Restricted mean of group 0 or 1. */
    public double mean(int group) {
        return curves.of(group).restrictedMean(tau);
    }

    /** Positive when the event comes later in group 1. */
    public double difference() {
        return difference;
    }

    public double standardError() {
        return standardError;
    }

    public Verdict verdict() {
        return verdict;
    }

    public double z() {
        return verdict == Verdict.TESTED ? difference / standardError : 0;
    }

    public double pTwoSided() {
        return verdict == Verdict.TESTED ? Gaussian.bothTails(z()) : 1;
    }

    /** Small when the event comes later in group 1. */
    public double pGreater() {
        return verdict == Verdict.TESTED ? Gaussian.upperTail(z()) : 1;
    }

    public Interval interval(double level) {
        double half = Gaussian.halfWidth(level) * standardError;
        return new Interval(difference - half, difference + half);
    }
}
