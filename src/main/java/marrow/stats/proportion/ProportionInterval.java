package marrow.stats.proportion;

import marrow.check.Require;
import marrow.stats.law.BetaLaw;
import marrow.stats.law.Gaussian;
import marrow.stats.law.Interval;

/**
 * Two-sided intervals for a proportion from x successes of n. A one-sided limit at level 1 - alpha is an end of the
 * interval at level 1 - 2 alpha.
 *
 * <p>Without trials (n = 0) nothing is known and each is [0, 1]. Brown, Cai and DasGupta (2001), Interval estimation for a
 * binomial proportion, Statist. Sci. 16:101-133, compares them.
 */
public enum ProportionInterval {
    /**
     * Exact: from the quantiles of beta(x, n - x + 1) and beta(x + 1, n - x); 0 at x = 0, 1 at x = n. R: {@code
     * binom.test(x, n)$conf.int}. Clopper and Pearson (1934), Biometrika 26:404-413.
     */
    CLOPPER_PEARSON {
        @Override
        Interval some(int x, int n, double level) {
            double tail = (1 - level) / 2;
            return new Interval(
                    x == 0 ? 0 : new BetaLaw(x, n - x + 1.0).quantile(tail),
                    x == n ? 1 : new BetaLaw(x + 1.0, n - x).upperQuantile(tail));
        }
    },

    /**
     * The p that the score test does not reject: centre (x + z^2/2) / (n + z^2). R: {@code prop.test(x, n, correct =
     * FALSE)$conf.int}. Wilson (1927), JASA 22:209-212.
     */
    WILSON {
        @Override
        Interval some(int x, int n, double level) {
            double z = Gaussian.halfWidth(level);
            double centre = (x + z * z / 2) / (n + z * z);
            double reach = z / (n + z * z) * Math.sqrt((double) x * (n - x) / n + z * z / 4);
            return new Interval(x == 0 ? 0 : centre - reach, x == n ? 1 : centre + reach);
        }
    },

    /** Equal tails of the posterior beta(x + 1/2, n - x + 1/2); 0 at x = 0, 1 at x = n. R: {@code qbeta}. */
    JEFFREYS {
        @Override
        Interval some(int x, int n, double level) {
            Interval tails = new BetaLaw(x + 0.5, n - x + 0.5).interval(level);
            return new Interval(x == 0 ? 0 : tails.lower(), x == n ? 1 : tails.upper());
        }
    },

    /**
     * Around Wilson's centre p with the variance p (1 - p) / (n + z^2), cut to [0, 1]. Agresti and Coull (1998), Am.
     * Statistician 52:119-126.
     */
    AGRESTI_COULL {
        @Override
        Interval some(int x, int n, double level) {
            double z = Gaussian.halfWidth(level);
            double centre = (x + z * z / 2) / (n + z * z);
            double reach = z * Math.sqrt(centre * (1 - centre) / (n + z * z));
            return new Interval(Math.max(centre - reach, 0), Math.min(centre + reach, 1));
        }
    };

    public Interval of(int successes, int trials, double level) {
        Require.openProbability(level, "level");
        Require.between(successes, 0, Require.between(trials, 0, Integer.MAX_VALUE, "trials"), "successes");
        return trials == 0 ? new Interval(0, 1) : some(successes, trials, level);
    }

    /** With at least one trial. */
    abstract Interval some(int x, int n, double level);
}
