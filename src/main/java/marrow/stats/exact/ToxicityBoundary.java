package marrow.stats.exact;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import marrow.check.Require;
import marrow.stats.law.BetaLaw;
import marrow.stats.law.BinomialLaw;
import marrow.stats.law.ExactLevel;
import marrow.stats.law.Gaussian;

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
 * <p>Such a rule changes only where its constant passes the evidence of some count of toxicities, and there are finitely
 * many. The constants between them are searched, so the rule returned keeps alpha and the next more eager one of its
 * family does not. Counts whose evidence differs by rounding alone, as 7 of 13 and 8 of 16 at p0 = 0.2, stop together.
 */
public final class ToxicityBoundary {
    private static final double POCOCK = 0.5;
    private static final double O_BRIEN_FLEMING = 0;
    private static final double SAME = 1e-11; // evidence apart by less differs by rounding alone
    private static final double MOST_EVIDENCE = 1e5; // of a chance below the smallest number

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
        return mostEager(alpha, (toxic, n) -> {
            double shape = StrictMath.exp((delta - 0.5) * StrictMath.log((double) n / patients));
            return Gaussian.upperQuantile(BinomialLaw.atLeast(toxic, n, p0)) / shape;
        });
    }

    /** The most eager Bayesian rule that stops a study with p = p0 with a chance of at most alpha. */
    public StoppingBoundary bayesian(double a, double b, double alpha) {
        BetaLaw prior = BetaLaw.of(a, b);
        return mostEager(
                alpha, (toxic, n) -> -StrictMath.log(prior.after(toxic, n).below(p0)));
    }

    /** Stop when the chance that p is above p0 is at least the certainty. */
    public StoppingBoundary bayesianCertainty(double a, double b, double certainty) {
        BetaLaw prior = BetaLaw.of(a, b);
        double doubt = 1 - Require.openProbability(certainty, "certainty");
        return from((toxic, n) -> ExactLevel.keeps(prior.after(toxic, n).below(p0), doubt));
    }

    /** What a count of toxicities says against p0; it rises with the count. */
    @FunctionalInterface
    private interface Evidence {
        double of(int toxic, int n);
    }

    @FunctionalInterface
    private interface Verdict {
        boolean stops(int toxic, int n);
    }

    /** Of the rules that stop at some evidence, the most eager that keeps alpha. */
    private StoppingBoundary mostEager(double alpha, Evidence evidence) {
        Require.openProbability(alpha, "alpha");
        double[][] table = new double[patients + 1][];
        for (int n = 1; n <= patients; n++) {
            table[n] = new double[looks[n] ? n + 1 : 0];
            for (int toxic = 1; toxic < table[n].length; toxic++) {
                table[n][toxic] = Math.min(MOST_EVIDENCE, evidence.of(toxic, n));
            }
        }
        double[] constants = between(table);
        int eager = -1;
        int patient = constants.length - 1; // beyond all evidence: it never stops
        while (patient - eager > 1) {
            int middle = (eager + patient) >>> 1;
            if (ExactLevel.keeps(beyond(table, constants[middle]).stops(p0), alpha)) {
                patient = middle;
            } else {
                eager = middle;
            }
        }
        return beyond(table, constants[patient]);
    }

    /** A constant below all evidence, one between each two that differ, one above. */
    private static double[] between(double[][] table) {
        double[] evidence = Arrays.stream(table, 1, table.length)
                .flatMapToDouble(row -> Arrays.stream(row).skip(1))
                .sorted()
                .toArray();
        DoubleStream.Builder constants = DoubleStream.builder();
        constants.add(evidence[0] - 1);
        for (int i = 1; i < evidence.length; i++) {
            if (evidence[i] - evidence[i - 1] > SAME * (1 + Math.abs(evidence[i]))) {
                constants.add(0.5 * (evidence[i - 1] + evidence[i]));
            }
        }
        constants.add(evidence[evidence.length - 1] + 1);
        return constants.build().toArray();
    }

    private StoppingBoundary beyond(double[][] table, double constant) {
        return from((toxic, n) -> table[n][toxic] >= constant);
    }

    private StoppingBoundary from(Verdict verdict) {
        int[] stopFrom = new int[patients];
        for (int n = 1; n <= patients; n++) {
            int x = looks[n] ? 1 : n + 1;
            while (x <= n && !verdict.stops(x, n)) {
                x++;
            }
            stopFrom[n - 1] = x;
        }
        return StoppingBoundary.of(stopFrom);
    }
}
