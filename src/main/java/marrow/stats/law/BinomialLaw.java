package marrow.stats.law;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Exact binomial probabilities of x responses among n patients, each with chance p; as R's {@code dbinom} and
 * {@code pbinom}. Commons Math computes them: Loader's saddle point for a point, the incomplete beta function for a
 * tail, so that a tail of 1e-40 keeps its digits.
 */
public final class BinomialLaw {
    private BinomialLaw() {}

    /** P(X = x) for x = 0 .. n. */
    public static double[] points(int n, double p) {
        BinomialDistribution law = new BinomialDistribution(null, n, p); // null: nothing is drawn
        double[] points = new double[n + 1];
        for (int x = 0; x <= n; x++) {
            points[x] = law.probability(x);
        }
        return points;
    }

    /** P(X &gt;= x) for x = 0 .. n + 1, summed from the small end. */
    public static double[] upperTails(int n, double p) {
        double[] points = points(n, p);
        double[] tails = new double[n + 2];
        for (int x = n; x >= 0; x--) {
            tails[x] = Math.min(1, tails[x + 1] + points[x]);
        }
        tails[0] = 1;
        return tails;
    }

    /** P(X &gt;= x); 1 for x &lt;= 0 and 0 for x &gt; n. */
    public static double atLeast(int x, int n, double p) {
        if (x <= 0) {
            return 1;
        }
        return x > n ? 0 : Beta.regularizedBeta(p, x, n - x + 1.0);
    }

    /** The smallest x with P(X &gt;= x) &lt;= level; n + 1 where even n responses are too likely. */
    public static int criticalValue(int n, double p, double level) {
        int within = n + 1;
        int outside = 0;
        while (within - outside > 1) {
            int middle = (within + outside) >>> 1;
            if (ExactLevel.keeps(atLeast(middle, n, p), level)) {
                within = middle;
            } else {
                outside = middle;
            }
        }
        return within;
    }
}
