package marrow.stats.sequential;

import marrow.check.Require;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * How the critical values of a group-sequential test are found, so that it crosses them under the null with a chance of
 * alpha. {@link GroupSequential} says what they then do.
 *
 * <p>A rule gets the looks as fractions t of the maximal information, the one-sided level, and the lower ends of the
 * regions in which a study goes on: -infinity where futility does not bind.
 */
public sealed interface EfficacyRule {
    /** Critical values with any shape but a spent level at each look: Lan and DeMets. */
    static EfficacyRule spending(SpendingFunction function) {
        return new Spending(function);
    }

    /** Critical values c t^(delta - 1/2) (Wang and Tsiatis 1987, Biometrics 43:193-199). */
    static EfficacyRule wangTsiatis(double delta) {
        return new WangTsiatis(Require.finite(delta, "delta"));
    }

    /** Critical values c / sqrt(t) (O'Brien and Fleming 1979, Biometrics 35:549-556). */
    static EfficacyRule oBrienFleming() {
        return new WangTsiatis(0);
    }

    /** The same critical value at each look (Pocock 1977, Biometrika 64:191-199). */
    static EfficacyRule pocock() {
        return new WangTsiatis(0.5);
    }

    /** One critical value, often 3, before the last look, which takes what is left of alpha (Haybittle, Peto). */
    static EfficacyRule haybittlePeto(double early) {
        return new HaybittlePeto(Require.positive(early, "the early critical value"));
    }

    /** Critical values by look. A two-sided test goes on between minus and plus its critical value. */
    double[] critical(double[] fractions, double alpha, double[] lower, boolean twoSided);

    /** The chance under the null to cross the upper critical values at all. */
    private static double crosses(double[] fractions, double[] critical, double[] lower, boolean twoSided) {
        SequentialDensity density = SequentialDensity.firstLook(0, fractions[0]);
        double sum = density.above(critical[0]);
        for (int k = 1; k < fractions.length; k++) {
            density = density.next(from(k - 1, critical, lower, twoSided), critical[k - 1], fractions[k]);
            sum += density.above(critical[k]);
        }
        return sum;
    }

    private static double from(int k, double[] critical, double[] lower, boolean twoSided) {
        return twoSided ? -critical[k] : lower[k];
    }

    /** Spends the level by a function; the last look takes what is left. */
    record Spending(SpendingFunction function) implements EfficacyRule {
        @Override
        public double[] critical(double[] fractions, double alpha, double[] lower, boolean twoSided) {
            double[] critical = new double[fractions.length];
            double before = 0;
            SequentialDensity density = SequentialDensity.firstLook(0, fractions[0]);
            for (int k = 0; k < fractions.length; k++) {
                if (k > 0) {
                    density = density.next(from(k - 1, critical, lower, twoSided), critical[k - 1], fractions[k]);
                }
                double spent = function.spent(fractions[k], alpha);
                critical[k] = density.upperBound(spent - before);
                before = spent;
            }
            return critical;
        }
    }

    /** One constant, solved for. */
    record WangTsiatis(double delta) implements EfficacyRule {
        @Override
        public double[] critical(double[] fractions, double alpha, double[] lower, boolean twoSided) {
            double least = 0;
            double most = 1;
            while (crosses(fractions, shaped(most, fractions), lower, twoSided) > alpha) {
                least = most;
                most *= 2;
            }
            double c = new BrentSolver(1e-14, 1e-14, 1e-16)
                    .solve(200, x -> crosses(fractions, shaped(x, fractions), lower, twoSided) - alpha, least, most);
            return shaped(c, fractions);
        }

        private double[] shaped(double c, double[] fractions) {
            double[] critical = new double[fractions.length];
            for (int k = 0; k < fractions.length; k++) {
                critical[k] = c * StrictMath.exp((delta - 0.5) * StrictMath.log(fractions[k]));
            }
            return critical;
        }
    }

    /** One given value, then the rest. */
    record HaybittlePeto(double early) implements EfficacyRule {
        @Override
        public double[] critical(double[] fractions, double alpha, double[] lower, boolean twoSided) {
            double[] critical = new double[fractions.length];
            int last = fractions.length - 1;
            double left = alpha;
            SequentialDensity density = SequentialDensity.firstLook(0, fractions[0]);
            for (int k = 0; k < last; k++) {
                critical[k] = early;
                left -= density.above(early);
                density = density.next(from(k, critical, lower, twoSided), early, fractions[k + 1]);
            }
            if (!(left > 0)) {
                throw new IllegalArgumentException("a critical value of " + early + " before the last look spends "
                        + (alpha - left) + " of alpha = " + alpha);
            }
            critical[last] = density.upperBound(left);
            return critical;
        }
    }
}
