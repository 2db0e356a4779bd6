package marrow.stats.sequential;

import java.util.Arrays;
import marrow.check.Require;
import marrow.stats.law.Gaussian;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * A group-sequential test of H0: theta &lt;= 0 (or theta = 0) that looks at a standardised statistic Z(k) when fractions
 * t(k) of the maximal information are there. Z(k) &gt;= c(k) rejects H0; Z(k) &lt;= a(k) stops for futility; a two-sided
 * test rejects for Z(k) &lt;= -c(k) too. The joint law of Z(1), Z(2), ... is canonical: normal, E Z(k) = drift sqrt(t(k)),
 * Cov(Z(j), Z(k)) = sqrt(t(j) / t(k)); survival studies have it with t the fraction of events.
 *
 * <p>The <b>drift</b> is theta sqrt(I max), the mean of Z at full information; that of a fixed test is z(alpha) + z(beta).
 *
 * <p>Futility is <b>binding</b> when critical values count on it: a study that goes on below a(k) has then more than
 * alpha. If it is non-binding, they are those of a test without futility. Operating characteristics always hold for
 * studies that do stop.
 *
 * <p>Boundaries and characteristics are those of {@code getDesignGroupSequential} and {@code getDesignCharacteristics} of
 * R's {@code rpact}. References: Jennison and Turnbull (2000); Wassmer and Brannath (2016).
 */
public final class GroupSequential {
    private final double[] fractions;
    private final double alpha; // one-sided: half of the level of a two-sided test
    private final double[] critical;
    private final double[] futility; // -infinity where there is none
    private final boolean twoSided;
    private final boolean binding;

    GroupSequential(
            double[] fractions, double alpha, double[] critical, double[] futility, boolean twoSided, boolean binding) {
        this.fractions = fractions;
        this.alpha = alpha;
        this.critical = critical;
        this.futility = futility;
        this.twoSided = twoSided;
        this.binding = binding;
        for (int k = 0; k < critical.length - 1; k++) {
            if (!(futility[k] < critical[k])) {
                throw new IllegalArgumentException("at look " + (k + 1) + " the futility bound " + futility[k]
                        + " is not below the critical value " + critical[k]);
            }
        }
    }

    /**
     * A one-sided test without futility.
     *
     * @param fractions of the maximal information at the looks, rising to 1
     * @param alpha the one-sided level
     */
    public static GroupSequential oneSided(double[] fractions, double alpha, EfficacyRule rule) {
        return oneSided(fractions, alpha, rule, noFutility(fractions.length), false);
    }

    /**
     * A one-sided test with futility bounds of the user's own.
     *
     * @param futility bounds for Z at all looks but the last
     */
    public static GroupSequential oneSided(
            double[] fractions, double alpha, EfficacyRule rule, double[] futility, boolean binding) {
        checkFractions(fractions);
        Require.openProbability(alpha, "alpha");
        int looks = fractions.length;
        if (futility.length != looks - 1) {
            throw new IllegalArgumentException(
                    looks + " looks have " + (looks - 1) + " futility bounds, not " + futility.length);
        }
        for (double bound : futility) {
            if (!(bound < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a futility bound must be a number or -infinity, not " + bound);
            }
        }
        double[] goOnFrom = binding ? futility.clone() : noFutility(looks);
        double[] critical = rule.critical(fractions, alpha, goOnFrom, false);
        double[] all = Arrays.copyOf(futility, looks);
        all[looks - 1] = critical[looks - 1];
        return new GroupSequential(fractions.clone(), alpha, critical, all, false, binding);
    }

    /**
     * A symmetric two-sided test.
     *
     * @param alpha the two-sided level
     */
    public static GroupSequential twoSided(double[] fractions, double alpha, EfficacyRule rule) {
        checkFractions(fractions);
        Require.openProbability(alpha, "alpha");
        double[] critical = rule.critical(fractions, alpha / 2, noFutility(fractions.length), true);
        double[] lower = Arrays.stream(critical).map(c -> -c).toArray();
        return new GroupSequential(fractions.clone(), alpha / 2, critical, lower, true, true);
    }

    /**
     * A one-sided test whose futility bounds spend the type II error: at each look the chance, under the drift that has
     * the power 1 - beta, to have stopped for futility is what the function says. At the last look both bounds meet.
     */
    public static GroupSequential spendingBoth(
            double[] fractions,
            double alpha,
            SpendingFunction alphaSpending,
            double beta,
            SpendingFunction betaSpending,
            boolean binding) {
        checkFractions(fractions);
        Require.openProbability(beta, "beta");
        Require.risingProbabilities(alpha, 1 - beta, "alpha", "1 - beta");
        return new BetaSpending(fractions.clone(), alpha, alphaSpending, beta, betaSpending, binding).design();
    }

    static double[] noFutility(int looks) {
        double[] none = new double[Math.max(0, looks - 1)];
        Arrays.fill(none, Double.NEGATIVE_INFINITY);
        return none;
    }

    private static void checkFractions(double[] fractions) {
        Require.risingFromZero(fractions, "fractions of information");
        if (fractions.length == 0 || fractions[fractions.length - 1] != 1) {
            throw new IllegalArgumentException(
                    "fractions of information must end at 1, not be " + Arrays.toString(fractions));
        }
    }

    public int looks() {
        return fractions.length;
    }

    /** The fraction of the maximal information at a look; looks count from 1. */
    public double fraction(int look) {
        return fractions[look - 1];
    }

    /** H0 is rejected at a look for a Z of at least this; infinity where nothing may be rejected. */
    public double critical(int look) {
        return critical[look - 1];
    }

    /**
     * The study stops for futility at a look for a Z of at most this, -infinity where it does not; at the last look it is
     * the critical value. A two-sided test rejects there on its other side.
     */
    public double futility(int look) {
        return futility[look - 1];
    }

    public boolean isTwoSided() {
        return twoSided;
    }

    public boolean isBinding() {
        return binding;
    }

    /** The one-sided level; half of that of a two-sided test. */
    public double alpha() {
        return alpha;
    }

    /** [look - 1]: the chance to reject H0 there, on the upper side. */
    public double[] rejectsAt(double drift) {
        return chances(drift)[0];
    }

    /** [look - 1]: the chance to stop there for futility; of a two-sided test to reject on the lower side. */
    public double[] stopsBelowAt(double drift) {
        return chances(drift)[1];
    }

    /** The chance to reject H0 on the upper side. */
    public double rejects(double drift) {
        return Math.min(1, Arrays.stream(rejectsAt(drift)).sum());
    }

    /** The expected part of the maximal information at which the study ends. */
    public double expectedFraction(double drift) {
        double[][] chances = chances(drift);
        double expected = 1;
        for (int k = 0; k < looks() - 1; k++) {
            expected -= (1 - fractions[k]) * (chances[0][k] + chances[1][k]);
        }
        return expected;
    }

    /** The drift at which H0 is rejected, on the upper side, with the power asked for. */
    public double driftFor(double power) {
        Require.openProbability(power, "power");
        double least = -1;
        double most = 1;
        while (rejects(least) > power) {
            least *= 2;
        }
        while (rejects(most) < power) {
            most *= 2;
        }
        return new BrentSolver(1e-14, 1e-14, 1e-16).solve(200, drift -> rejects(drift) - power, least, most);
    }

    /** The maximal information for a power, in units of that of a fixed test of the same level and power. */
    public double inflation(double power) {
        double fixed = Gaussian.upperQuantile(alpha) + Gaussian.upperQuantile(1 - power);
        double drift = driftFor(power) / fixed;
        return drift * drift;
    }

    private double[][] chances(double drift) {
        Require.finite(drift, "drift");
        double[][] chances = new double[2][looks()];
        SequentialDensity density = SequentialDensity.firstLook(drift, fractions[0]);
        for (int k = 0; k < looks(); k++) {
            if (k > 0) {
                density = density.next(futility[k - 1], critical[k - 1], fractions[k]);
            }
            chances[0][k] = density.above(critical[k]);
            chances[1][k] = density.below(futility[k]);
        }
        return chances;
    }
}
