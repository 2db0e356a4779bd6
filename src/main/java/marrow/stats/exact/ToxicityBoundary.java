package marrow.stats.exact;

import java.util.function.DoubleFunction;
import marrow.check.Require;
import marrow.stats.law.BinomialLaw;
import marrow.stats.law.ExactLevel;
import marrow.stats.law.Gaussian;
import org.apache.commons.math3.special.Beta;

/**
 * Rules that stop a study of N patients when toxicity is more frequent than p0, after every patient or after chosen
 * numbers of them.
 *
 * <ul>
 *   <li>Repeated exact tests: stop after n patients when x toxicities or more have a chance of at most
 *       P(Z &gt;= c (n/N)^(delta - 1/2)) under p0. delta = 1/2 is Pocock's shape, the same nominal level at each look;
 *       delta = 0 is O'Brien and Fleming's, hard to cross early (Wang and Tsiatis 1987, Biometrics 43:193-199;
 *       Ivanova, Qaqish and Schell 2005, Biometrics 61:540-545; R's {@code clinfun::toxbdry} writes 1/2 - delta). c is
 *       the least for which a study with p = p0 is stopped with a chance of at most alpha. Since counts are whole, it is
 *       mostly a little below alpha; {@link StoppingBoundary#stops} says how much.
 *   <li>Bayesian: stop when the chance that p exceeds p0 is at least a certainty, where p had a beta(a, b) law before
 *       the study (Thall and Simon 1994, Biometrics 50:337-349; Geller et al. 2003). The certainty is given, or it is
 *       the least that keeps alpha.
 * </ul>
 *
 * <p>The constant is searched by bisection until it cannot be told from its neighbour, so the rule returned keeps
 * alpha and the next more eager one of its family does not.
 */
public final class ToxicityBoundary {
    private static final double POCOCK = 0.5;
    private static final double O_BRIEN_FLEMING = 0;

    private final int patients;
    private final boolean[] looks; // by patients
    private final double p0;

    private ToxicityBoundary(int patients, boolean[] looks, double p0) {
        this.patients = patients;
        this.looks = looks;
        this.p0 = p0;
    }

    /** Watched after every patient. */
    public static ToxicityBoundary continuous(int patients, double p0) {
        int[] every = new int[Require.atLeast(patients, 1, "patients")];
        for (int n = 1; n <= patients; n++) {
            every[n - 1] = n;
        }
        return after(every, p0);
    }

    /** Watched after these numbers of patients; the last is the size of the study. */
    public static ToxicityBoundary after(int[] looks, double p0) {
        Require.openProbability(p0, "p0");
        Require.atLeast(looks.length, 1, "looks");
        int before = 0;
        for (int n : looks) {
            if (n <= before) {
                throw new IllegalArgumentException("looks must rise from 1, but " + n + " follows " + before);
            }
            before = n;
        }
        boolean[] isLook = new boolean[before + 1];
        for (int n : looks) {
            isLook[n] = true;
        }
        return new ToxicityBoundary(before, isLook, p0);
    }

    public StoppingBoundary pocock(double alpha) {
        return wangTsiatis(POCOCK, alpha);
    }

    public StoppingBoundary oBrienFleming(double alpha) {
        return wangTsiatis(O_BRIEN_FLEMING, alpha);
    }

    /** @param delta the shape, from 0 (O'Brien and Fleming) to 1/2 (Pocock) */
    public StoppingBoundary wangTsiatis(double delta, double alpha) {
        Require.finite(delta, "delta");
        return mostEager(c -> repeatedTests(c, delta), -10, 40, alpha);
    }

    /** The most eager Bayesian rule that stops a study with p = p0 with a chance of at most alpha. */
    public StoppingBoundary bayesian(double a, double b, double alpha) {
        checkPrior(a, b);
        return mostEager(logit -> certain(a, b, 1 / (1 + StrictMath.exp(-logit))), -40, 40, alpha);
    }

    /** Stop when the chance that p is above p0 is at least the certainty. */
    public StoppingBoundary bayesianCertainty(double a, double b, double certainty) {
        checkPrior(a, b);
        return certain(a, b, Require.openProbability(certainty, "certainty"));
    }

    private static void checkPrior(double a, double b) {
        Require.positive(a, "a");
        Require.positive(b, "b");
    }

    private StoppingBoundary repeatedTests(double c, double delta) {
        int[] stopFrom = new int[patients];
        for (int n = 1; n <= patients; n++) {
            double shape = StrictMath.exp((delta - 0.5) * StrictMath.log((double) n / patients));
            stopFrom[n - 1] = looks[n] ? BinomialLaw.criticalValue(n, p0, Gaussian.upperTail(c * shape)) : n + 1;
        }
        return StoppingBoundary.of(stopFrom);
    }

    private StoppingBoundary certain(double a, double b, double certainty) {
        int[] stopFrom = new int[patients];
        for (int n = 1; n <= patients; n++) {
            int x = n + 1;
            while (looks[n] && x > 1 && 1 - Beta.regularizedBeta(p0, a + x - 1, b + n - (x - 1)) >= certainty) {
                x--;
            }
            stopFrom[n - 1] = x;
        }
        return StoppingBoundary.of(stopFrom);
    }

    /** Of rules that grow more patient with their constant, the most eager that keeps alpha. */
    private StoppingBoundary mostEager(DoubleFunction<StoppingBoundary> family, double low, double high, double alpha) {
        Require.openProbability(alpha, "alpha");
        double eager = low;
        double patient = high;
        for (double c = 0.5 * (low + high); c > eager && c < patient; c = 0.5 * (eager + patient)) {
            if (ExactLevel.keeps(family.apply(c).stops(p0), alpha)) {
                patient = c;
            } else {
                eager = c;
            }
        }
        return family.apply(patient);
    }
}
