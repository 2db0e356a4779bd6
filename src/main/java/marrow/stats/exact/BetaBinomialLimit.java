package marrow.stats.exact;

import marrow.check.Require;
import marrow.stats.law.BetaLaw;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Too many events when the chance that they are more frequent than p0 is at least a certainty (Thall and Simon 1994, Biometrics
 * 50:337-349). With a beta(a, b) law before the study, x events and n patients it is beta(a + x, b + n - x). n need
 * not be whole: a patient who is followed for part of the window and has no event yet counts by that part, and one with the
 * event as one (Cheung and Chappell 2000, Biometrics 56:1177-1182). For whole n it is the rule of {@link
 * ToxicityBoundary#bayesianCertainty}.
 *
 * <p>The chance falls with n. So for each x there is one number of patients up to which x events are too many; it is found when the
 * limit is made.
 */
public final class BetaBinomialLimit implements HarmLimit {
    private static final double CLOSE = 1e-12;

    private final int least;
    private final double[] within; // by events: patients up to which they are too many; negative for none

    private BetaBinomialLimit(int least, double[] within) {
        this.least = least;
        this.within = within;
    }

    /**
     * @param least patients without whom nothing is said
     * @param most  patients of the whole study
     */
    public static BetaBinomialLimit of(BetaLaw prior, double p0, double certainty, int least, int most) {
        Require.openProbability(p0, "p0");
        Require.openProbability(certainty, "certainty");
        Require.between(least, 1, Require.atLeast(most, 1, "patients"), "the least patients");
        double[] within = new double[most + 1];
        for (int x = 0; x <= most; x++) {
            within[x] = x == 0 ? -1 : within(prior, p0, certainty, x, most);
        }
        return new BetaBinomialLimit(least, within);
    }

    private static double within(BetaLaw prior, double p0, double certainty, int x, int most) {
        if (!(excess(prior, p0, certainty, x, x) >= 0)) {
            return -1;
        }
        if (excess(prior, p0, certainty, x, most) >= 0) {
            return most;
        }
        double root = new BrentSolver(CLOSE, CLOSE, CLOSE).solve(200, n -> excess(prior, p0, certainty, x, n), x, most);
        double whole = Math.rint(root); // a certainty that is met at a whole number is met there
        return Math.abs(root - whole) < 1e-9 ? whole : root;
    }

    private static double excess(BetaLaw prior, double p0, double certainty, int x, double n) {
        double doubt = 1 - certainty;
        double below = new BetaLaw(prior.a() + x, prior.b() + (n - x)).below(p0);
        return doubt * (1 + CLOSE) - below;
    }

    @Override
    public boolean isCrossed(int events, double patients) {
        return patients >= least && patients <= within[Math.min(events, within.length - 1)];
    }

    @Override
    public int leastEvents() {
        int x = 1;
        while (x < within.length && within[x] < least) {
            x++;
        }
        return x;
    }
}
