package marrow.stats.comparison;

import marrow.check.Require;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Gaussian;
import marrow.stats.law.Interval;
import marrow.stats.survival.LandmarkTest.Verdict;
import marrow.stats.survival.SurvivalSample;

/**
 * Difference of the Kaplan-Meier estimates of two groups at one time, S_1(t) - S_0(t), with Greenwood's variances,
 * which add. Test on a {@link ConfidenceScale} g: {@code z = (g(S_1) - g(S_0)) / sqrt(v_1 + v_0)} with {@code v = (se
 * g'(S))^2}; log-log keeps its level best in small samples. Klein, Logan, Harhoff and Andersen (2007), Analyzing
 * survival curves at a fixed point in time, Statist. Med. 26:4505-4519. The estimates are those of {@code
 * summary(survfit, times = t)}.
 *
 * <p>Degenerate: nothing is tested, z = 0 and p = 1, where a group was not observed up to t and its curve is above 0
 * there (an empty group is not), or without any variance, or where the scale does not speak of an estimate of 0 or 1.
 * {@link #verdict} says so. Case weights are refused.
 */
public final class MilestoneDifference {
    private final double t;
    private final ConfidenceScale scale;
    private final TwoCurves curves = new TwoCurves();
    private double z;
    private Verdict verdict = Verdict.NO_VARIANCE;

    private MilestoneDifference(double t, ConfidenceScale scale) {
        this.t = Require.notNegative(t, "t");
        this.scale = scale;
    }

    /** Subject i is in {@code group[i]}, 0 or 1. */
    public static MilestoneDifference of(SurvivalSample sample, int[] group, double t, ConfidenceScale scale) {
        Unweighted.require(sample, "the difference at a milestone");
        return new MilestoneDifference(t, scale)
                .fit(sample.time(), sample.status(), sample.entry(), group, sample.size());
    }

    /** One difference after the other in the same memory: made once a thread, it allocates only while samples grow. */
    public static final class Scratch {
        private final MilestoneDifference lent;

        public Scratch(double t, ConfidenceScale scale) {
            lent = new MilestoneDifference(t, scale);
        }

        /** The difference in the first n subjects, good until the next call; entry may be null. */
        public MilestoneDifference fit(double[] time, int[] status, double[] entry, int[] group, int n) {
            return lent.fit(time, status, entry, group, n);
        }
    }

    private MilestoneDifference fit(double[] time, int[] status, double[] entry, int[] group, int n) {
        curves.fit(time, status, entry, group, n);
        boolean tested = standardError() > 0 && scale.speaks(survival(0)) && scale.speaks(survival(1));
        verdict = !curves.followedTo(t) ? Verdict.NOT_FOLLOWED : tested ? Verdict.TESTED : Verdict.NO_VARIANCE;
        z = verdict == Verdict.TESTED ? scale.standardizedDifference(survival(1), error(1), survival(0), error(0)) : 0;
        return this;
    }

    /** Of group 0 or 1. */
    public double survival(int group) {
        return curves.of(group).survival(t);
    }

    private double error(int group) {
        return curves.of(group).standardError(t);
    }

    /** Positive when more are free of the event in group 1. */
    public double difference() {
        return survival(1) - survival(0);
    }

    /** Of the difference itself, on no other scale. */
    public double standardError() {
        return Math.sqrt(error(0) * error(0) + error(1) * error(1));
    }

    public Verdict verdict() {
        return verdict;
    }

    /** On the scale of the test; positive when more are free of the event in group 1. */
    public double z() {
        return z;
    }

    public double pTwoSided() {
        return verdict == Verdict.TESTED ? Gaussian.bothTails(z) : 1;
    }

    /** Small when more are free of the event in group 1. */
    public double pGreater() {
        return verdict == Verdict.TESTED ? Gaussian.upperTail(z) : 1;
    }

    /** Of the difference itself, cut to [-1, 1]. */
    public Interval interval(double level) {
        double half = Gaussian.halfWidth(level) * standardError();
        return new Interval(Math.max(-1, difference() - half), Math.min(1, difference() + half));
    }
}
