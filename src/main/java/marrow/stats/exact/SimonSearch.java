package marrow.stats.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.check.Require;
import marrow.stats.law.BinomialLaw;
import marrow.stats.law.ExactLevel;

/**
 * The search for Simon's two-stage designs among all r1/n1, r/n with type I error at most alpha at p0 and the power
 * asked for at p1:
 *
 * <ul>
 *   <li>optimal: the least expected number of patients under p0, EN0, and among equals the fewest patients;
 *   <li>minimax: the least n, and among those the least EN0;
 *   <li>admissible: the least q n + (1 - q) EN0 for some q in [0, 1]: the corners of the lower convex hull of (n, EN0)
 *       between minimax and optimal (Jung, Lee, Kim and George 2004, Statistics in Medicine 23:561-569).
 * </ul>
 *
 * <p>No limit on n has to be trusted. With r1/n1 given, EN0 = n1 + P0(X1 &gt; r1) (n - n1) rises with n, so only the
 * smallest n that can keep both errors matters, and none whose EN0 is above the best so far. With n given, the smallest
 * r that keeps alpha has the most power. (R's {@code clinfun::ph2simon} searches up to a limit {@code nmax} and tells
 * when the optimal design lies at it.)
 */
public final class SimonSearch {
    private final double p0;
    private final double alpha;
    private final double power;
    private final Chances underNull;
    private final Chances underAlternative;

    private SimonSearch(double p0, double p1, double alpha, double power) {
        this.p0 = p0;
        this.alpha = alpha;
        this.power = power;
        this.underNull = new Chances(p0);
        this.underAlternative = new Chances(p1);
    }

    public static SimonSearch of(double p0, double p1, double alpha, double power) {
        Require.risingProbabilities(p0, p1, "p0", "p1");
        Require.risingProbabilities(alpha, power, "alpha", "power");
        return new SimonSearch(p0, p1, alpha, power);
    }

    /** The design with the least expected number of patients under p0, of all. */
    public SimonDesign optimal() {
        SimonDesign best = minimax();
        double least = best.expectedPatients(p0);
        for (int n1 = 1; n1 < least; n1++) {
            for (int r1 = 0; r1 < n1 && mayGoOn(r1, n1); r1++) {
                double goesOn = underNull.tails(n1)[r1 + 1];
                for (int n = n1 + 1; better(n1 + goesOn * (n - n1), least); n++) {
                    int r = finalLimit(r1, n1, n);
                    if (r >= 0) {
                        best = new SimonDesign(r1, n1, r, n);
                        least = n1 + goesOn * (n - n1);
                    }
                }
            }
        }
        return best;
    }

    /** The design with the fewest patients, and the least expected number among those. */
    public SimonDesign minimax() {
        for (int n = 2; ; n++) {
            Optional<SimonDesign> design = bestOfSize(n);
            if (design.isPresent()) {
                return design.get();
            }
        }
    }

    /** The design of n patients with the least expected number under p0; empty where none keeps both errors. */
    public Optional<SimonDesign> bestOfSize(int n) {
        SimonDesign best = null;
        double least = n;
        for (int n1 = 1; n1 < n && n1 < least; n1++) {
            for (int r1 = 0; r1 < n1 && mayGoOn(r1, n1); r1++) {
                double expected = n1 + underNull.tails(n1)[r1 + 1] * (n - n1);
                if (better(expected, least)) {
                    int r = finalLimit(r1, n1, n);
                    if (r >= 0) {
                        best = new SimonDesign(r1, n1, r, n);
                        least = expected;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** From minimax to optimal: each is the best for some weight between n and its expectation. */
    public List<SimonDesign> admissible() {
        SimonDesign optimal = optimal();
        List<SimonDesign> hull = new ArrayList<>();
        for (int n = minimax().n(); n <= optimal.n(); n++) {
            bestOfSize(n).ifPresent(design -> {
                while (hull.size() > 1 && !turnsUp(hull.get(hull.size() - 2), hull.get(hull.size() - 1), design)) {
                    hull.remove(hull.size() - 1);
                }
                hull.add(design);
            });
        }
        return List.copyOf(hull);
    }

    /** Whether an expected number is less, and not by rounding alone: at p0 = 0.5 exact ties occur. */
    private static boolean better(double expected, double least) {
        return !ExactLevel.reaches(expected, least);
    }

    /** Whether (n, EN0) of b lies below the line from a to c. */
    private boolean turnsUp(SimonDesign a, SimonDesign b, SimonDesign c) {
        double toB = (b.expectedPatients(p0) - a.expectedPatients(p0)) / (b.n() - a.n());
        double toC = (c.expectedPatients(p0) - a.expectedPatients(p0)) / (c.n() - a.n());
        return toB < toC;
    }

    /** Whether stage 1 alone leaves room for the power: P1(X1 &gt; r1) reaches it. */
    private boolean mayGoOn(int r1, int n1) {
        return ExactLevel.reaches(underAlternative.tails(n1)[r1 + 1], power);
    }

    /** The smallest r that keeps alpha, where it reaches the power; -1 where it does not. */
    private int finalLimit(int r1, int n1, int n) {
        int r = Math.max(r1, underNull.criticalValue(n, alpha) - 1); // what one stage needs, two stages need at most
        while (r > r1 && ExactLevel.keeps(rejects(underNull, r1, n1, r - 1, n), alpha)) {
            r--;
        }
        return r < n && ExactLevel.reaches(rejects(underAlternative, r1, n1, r, n), power) ? r : -1;
    }

    /** Sum over x1 &gt; r1 of P(X1 = x1) P(X2 &gt; r - x1). */
    private static double rejects(Chances chances, int r1, int n1, int r, int n) {
        double[] first = chances.points(n1);
        double[] second = chances.tails(n - n1);
        double sum = 0;
        for (int x1 = r1 + 1; x1 < first.length; x1++) {
            int needed = Math.max(0, r + 1 - x1);
            if (needed < second.length) {
                sum += first[x1] * second[needed];
            }
        }
        return sum;
    }

    /** Binomial laws of one p for 0, 1, 2, ... patients, made when first asked for. */
    private static final class Chances {
        private final double p;
        private final List<double[]> points = new ArrayList<>();
        private final List<double[]> tails = new ArrayList<>();

        Chances(double p) {
            this.p = p;
        }

        double[] points(int n) {
            fillTo(n);
            return points.get(n);
        }

        double[] tails(int n) {
            fillTo(n);
            return tails.get(n);
        }

        /** The smallest x with P(X &gt;= x) at most the level. */
        int criticalValue(int n, double level) {
            double[] tail = tails(n);
            int x = n + 1;
            while (ExactLevel.keeps(tail[x - 1], level)) {
                x--;
            }
            return x;
        }

        private void fillTo(int n) {
            while (points.size() <= n) {
                int next = points.size();
                points.add(BinomialLaw.points(next, p));
                tails.add(BinomialLaw.upperTails(next, p));
            }
        }
    }
}
