package marrow.stats.proportion;

import marrow.check.Require;

/**
 * Fisher's exact test of a 2 x 2 table with rows (a, b) and (c, d): given the margins and no association, a is
 * hypergeometric, {@code P(a = x) ~ C(a + b, x) C(c + d, a + c - x)}. The terms are made from that of the mode by their
 * ratios, so they are exact to a few units in the last place, and nothing is allocated but this value.
 *
 * <p>Two-sided: the sum over tables as or less likely than the one seen, where a term up to 1e-7 larger counts as
 * equal, as in {@code stats::fisher.test}. An empty margin leaves one table: all p-values 1.
 *
 * @param p        two-sided
 * @param pLess    P(a or fewer)
 * @param pGreater P(a or more)
 */
public record FisherExact(double p, double pLess, double pGreater) {
    private static final double EQUALLY_LIKELY = 1 + 1e-7;

    public static FisherExact of(int a, int b, int c, int d) {
        Require.counts(a, b, c, d);
        long first = (long) a + b;
        long second = (long) c + d;
        long drawn = (long) a + c;
        long low = Math.max(0, drawn - second);
        long high = Math.min(drawn, first);
        long mode = Math.min(high, Math.max(low, (long) ((drawn + 1.0) * (first + 1.0) / (first + second + 2.0))));
        double seen = 1;
        for (long x = mode; x < a; x++) {
            seen *= ratio(x, first, second, drawn);
        }
        for (long x = mode; x > a; x--) {
            seen /= ratio(x - 1, first, second, drawn);
        }
        double below = 0;
        double above = 0;
        double rare = 0;
        double term = 1;
        for (long x = mode; x <= high; term *= ratio(x, first, second, drawn), x++) {
            rare += term <= seen * EQUALLY_LIKELY ? term : 0;
            below += x < a ? term : 0;
            above += x > a ? term : 0;
        }
        term = 1;
        for (long x = mode; x > low; x--) {
            term /= ratio(x - 1, first, second, drawn);
            rare += term <= seen * EQUALLY_LIKELY ? term : 0;
            below += x - 1 < a ? term : 0;
            above += x - 1 > a ? term : 0;
        }
        double all = below + seen + above;
        return new FisherExact(Math.min(1, rare / all), (below + seen) / all, (above + seen) / all);
    }

    /** P(x + 1) / P(x). */
    private static double ratio(long x, long first, long second, long drawn) {
        return (double) (first - x) * (drawn - x) / ((double) (x + 1) * (second - drawn + x + 1));
    }
}
