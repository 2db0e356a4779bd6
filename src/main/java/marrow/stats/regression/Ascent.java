package marrow.stats.regression;

import java.util.Arrays;
import marrow.stats.law.GeneralisedCholesky;

/**
 * Newton's method from 0 to the maximum of a concave log-likelihood, to the rounding error of its gradient. A step
 * that loses likelihood beyond rounding is halved. A likelihood that no longer gains while the steps do not shrink, or
 * that loses the information of a coefficient on the way, rises for ever: the covariates separate.
 */
final class Ascent {
    private static final int MOST_STEPS = 100;
    private static final double SMALL_STEP = 1e-10;
    private static final double NO_GAIN = 1e-9;
    private static final double ROUNDING = 1e-12;
    private static final int STEPS_WITHOUT_GAIN = 4;

    private final int p;
    private final LogLikelihood likelihood;
    private final GeneralisedCholesky cholesky;
    private final double[] beta;
    private final double[] candidate;
    private final double[] step;
    private final double[] inverse;
    private FitStatus status = FitStatus.NO_EVENTS;
    private boolean overflowed;
    private int rank;
    private double atZero;
    private double atMaximum;
    private double score;

    Ascent(LogLikelihood likelihood, int p) {
        this.p = p;
        this.likelihood = likelihood;
        cholesky = new GeneralisedCholesky(p);
        beta = new double[p];
        candidate = new double[p];
        step = new double[p];
        inverse = new double[p * p];
    }

    void climb(boolean anyEvents) {
        Arrays.fill(beta, 0);
        atZero = likelihood.at(beta);
        atMaximum = atZero;
        rank = factor();
        System.arraycopy(likelihood.gradient(), 0, step, 0, p);
        score = cholesky.quadraticForm(step);
        status = !anyEvents ? FitStatus.NO_EVENTS : rank == 0 ? FitStatus.CONVERGED : steps();
        cholesky.inverse(inverse, step);
    }

    private FitStatus steps() {
        int withoutGain = 0;
        double lastStep = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_STEPS; i++) {
            System.arraycopy(likelihood.gradient(), 0, step, 0, p);
            cholesky.solve(step);
            double before = atMaximum;
            double longest = advance();
            boolean gained = atMaximum - before > NO_GAIN * Math.max(1, Math.abs(atMaximum));
            boolean lost = factor() < rank;
            if (overflowed && !gained) {
                return FitStatus.SEPARATED;
            }
            if (longest < SMALL_STEP * (1 + size())) {
                return lost ? FitStatus.SEPARATED : FitStatus.CONVERGED;
            }
            withoutGain = gained || longest < lastStep / 2 ? 0 : withoutGain + 1;
            lastStep = longest;
            if (withoutGain >= STEPS_WITHOUT_GAIN) {
                return FitStatus.SEPARATED;
            }
        }
        return FitStatus.UNDECIDED;
    }

    /** Covariates have variance 1, so less information than this from each event is rounding. */
    private int factor() {
        return cholesky.factor(likelihood.information(), p, ROUNDING * likelihood.eventWeight());
    }

    /**
     * Goes the step, or as much of it as does not lose likelihood beyond rounding; returns the longest component gone.
     */
    private double advance() {
        double slack = 1e-12 * Math.max(1, Math.abs(atMaximum));
        overflowed = false;
        for (double share = 1; ; share /= 2) {
            double longest = 0;
            for (int j = 0; j < p; j++) {
                candidate[j] = beta[j] + share * step[j];
                longest = Math.max(longest, Math.abs(share * step[j]));
            }
            double reached = likelihood.at(candidate);
            boolean known = known();
            overflowed |= !known;
            if (known && (reached >= atMaximum - slack || longest < SMALL_STEP)) {
                System.arraycopy(candidate, 0, beta, 0, p);
                atMaximum = reached;
                return longest;
            }
        }
    }

    /** Risks so far apart that their sums overflow tell nothing. */
    private boolean known() {
        double sum = 0;
        for (double i : likelihood.information()) {
            sum += Math.abs(i);
        }
        return sum < Double.POSITIVE_INFINITY;
    }

    private double size() {
        double largest = 0;
        for (double b : beta) {
            largest = Math.max(largest, Math.abs(b));
        }
        return largest;
    }

    FitStatus status() {
        return status;
    }

    /** Number of coefficients about which the data say anything. */
    int rank() {
        return rank;
    }

    boolean estimable(int j) {
        return cholesky.kept(j);
    }

    double[] beta() {
        return beta;
    }

    /** Inverse information, row-major. */
    double[] inverse() {
        return inverse;
    }

    double atZero() {
        return atZero;
    }

    double atMaximum() {
        return atMaximum;
    }

    /** Score statistic of 0: {@code u' I^- u}. */
    double score() {
        return score;
    }
}
