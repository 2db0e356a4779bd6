package marrow.stats.exact;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import marrow.check.Require;
import marrow.stats.law.BetaLaw;
import marrow.stats.law.BinomialLaw;
import marrow.stats.law.ExactLevel;

/**
 * The exact one-sided binomial test of H0: p &lt;= p0 in one stage: n patients, H0 rejected when at least
 * {@code rejectFrom} of them respond, which is the smallest number whose chance under p0 is at most alpha.
 *
 * <p>Power is a sawtooth in n: each time the critical value steps up, power drops. So there are two sample sizes, and a
 * protocol should say which it means: the {@linkplain #first first} n with the power asked for, and the n from which
 * power {@linkplain #sustained holds for good}, however many more patients come. The second is proved, not scanned to a
 * limit: for any t between p0 and p1 the Chernoff bound gives P0(X &gt;= nt) &lt;= exp(-n K(t, p0)) and
 * P1(X &lt; nt) &lt;= exp(-n K(t, p1)), with K(t, p) = t log(t/p) + (1-t) log((1-t)/(1-p)); once both are below alpha and
 * 1 - power no larger n can fail, and what lies below is enumerated.
 *
 * <p>Reference: Chernick and Liu (2002), The American Statistician 56:149-155. A level or power that differs from the
 * one asked for by less than 1e-12 of it counts as equal.
 *
 * @param n patients
 * @param rejectFrom responses from which H0 is rejected; n + 1 means that n patients can never reject
 * @param p0 the null proportion
 * @param p1 the proportion at which the power is stated
 */
public record ExactSingleStage(int n, int rejectFrom, double p0, double p1) {
    private static final int MOST_PATIENTS = 1_000_000;

    public ExactSingleStage {
        Require.atLeast(n, 1, "n");
        Require.risingProbabilities(p0, p1, "p0", "p1");
        if (rejectFrom < 1 || rejectFrom > n + 1) {
            throw new IllegalArgumentException("rejectFrom must lie in 1 .. " + (n + 1) + ", not " + rejectFrom);
        }
    }

    /** The most powerful test of level alpha with n patients. */
    public static ExactSingleStage ofSize(int n, double p0, double p1, double alpha) {
        Require.atLeast(n, 1, "n");
        Require.risingProbabilities(p0, p1, "p0", "p1");
        Require.openProbability(alpha, "alpha");
        return new ExactSingleStage(n, BinomialLaw.criticalValue(n, p0, alpha), p0, p1);
    }

    /** The smallest n whose power reaches the target. A larger n may miss it. */
    public static ExactSingleStage first(double p0, double p1, double alpha, double power) {
        int certain = certainFrom(p0, p1, alpha, power);
        return IntStream.rangeClosed(1, certain)
                .mapToObj(n -> ofSize(n, p0, p1, alpha))
                .filter(design -> ExactLevel.reaches(design.power(), power))
                .findFirst()
                .orElseThrow();
    }

    /** The smallest n from which power reaches the target for it and for every larger n. */
    public static ExactSingleStage sustained(double p0, double p1, double alpha, double power) {
        int n = certainFrom(p0, p1, alpha, power);
        while (n > 1 && ExactLevel.reaches(ofSize(n - 1, p0, p1, alpha).power(), power)) {
            n--;
        }
        return ofSize(n, p0, p1, alpha);
    }

    /** The tests with from .. to patients, to show the teeth. */
    public static List<ExactSingleStage> sawtooth(double p0, double p1, double alpha, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> ofSize(n, p0, p1, alpha))
                .toList();
    }

    /** The chance to reject H0 when each patient responds with chance p. */
    public double rejects(double p) {
        return BinomialLaw.atLeast(rejectFrom, n, Require.probability(p, "p"));
    }

    /**
     * The smallest proportion that is found with this power: the quantile of a beta law, since P(X &gt;= r) among n, as a
     * function of p, is the distribution function of Beta(r, n - r + 1). Empty where n patients can never reject.
     */
    public OptionalDouble detects(double power) {
        Require.openProbability(power, "power");
        return rejectFrom > n
                ? OptionalDouble.empty()
                : OptionalDouble.of(BetaLaw.of(rejectFrom, n - rejectFrom + 1).quantile(power));
    }

    /** The attained type I error, at p0. */
    public double typeOneError() {
        return rejects(p0);
    }

    /** The attained power, at p1. */
    public double power() {
        return rejects(p1);
    }

    /** An n from which Chernoff's bounds promise level and power. The best t makes both promises at the same n. */
    private static int certainFrom(double p0, double p1, double alpha, double power) {
        Require.risingProbabilities(p0, p1, "p0", "p1");
        Require.risingProbabilities(alpha, power, "alpha", "power");
        double low = p0;
        double high = p1;
        for (int i = 0; i < 60; i++) {
            double t = 0.5 * (low + high);
            if (patients(alpha, t, p0) > patients(1 - power, t, p1)) {
                low = t;
            } else {
                high = t;
            }
        }
        double t = 0.5 * (low + high);
        double certain = Math.ceil(Math.max(patients(alpha, t, p0), patients(1 - power, t, p1))) + 1;
        if (!(certain <= MOST_PATIENTS)) {
            throw new IllegalArgumentException("to tell p1 = " + p1 + " from p0 = " + p0 + " may take " + certain
                    + " patients, more than " + MOST_PATIENTS);
        }
        return (int) certain;
    }

    private static double patients(double error, double t, double p) {
        double information = t * StrictMath.log(t / p) + (1 - t) * StrictMath.log((1 - t) / (1 - p));
        return -StrictMath.log(error) / information;
    }
}
