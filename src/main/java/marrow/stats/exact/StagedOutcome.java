package marrow.stats.exact;

import java.util.function.DoubleUnaryOperator;
import marrow.check.Require;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * What may be said of p after a {@link MultiStageDesign} has ended at a stage with so many responses. The raw
 * proportion is biased, since studies stop on what they saw.
 *
 * <p>P-value, interval and median-unbiased estimate use the stagewise order of outcomes (Jennison and Turnbull 1983,
 * Technometrics 25:49-58): rejection speaks for a higher p the earlier it comes, acceptance for a lower p the
 * earlier it comes, and at one stage more responses speak for a higher p. After Simon's designs this is the order by
 * the unbiased estimate too (Jung and Kim 2004, Statistics in Medicine 23:881-896; R's
 * {@code clinfun::twostage.inference}). The interval is of Clopper and Pearson's kind: its coverage is at least what is
 * asked for. With one stage it is theirs.
 */
public final class StagedOutcome {
    /** Bits of p that matter to nobody, but make the results end alike on all machines. */
    private static final double CLOSE = 1e-14;

    private final MultiStageDesign design;
    private final int stage;
    private final int responses;

    /** Some p under which it may end so: 1/2, or where that chance is less than doubles tell, in large studies, near the share seen. */
    private final double possible;

    private StagedOutcome(MultiStageDesign design, int stage, int responses, double possible) {
        this.design = design;
        this.stage = stage;
        this.responses = responses;
        this.possible = possible;
    }

    /** @param responses of all patients, to the end of the stage at which the study ended */
    public static StagedOutcome of(MultiStageDesign design, int stage, int responses) {
        if (stage < 1 || stage > design.stages()) {
            throw new IllegalArgumentException("stage must lie in 1 .. " + design.stages() + ", not " + stage);
        }
        int n = design.patients(stage);
        if (responses >= 0 && responses <= n) {
            for (double p : new double[] {0.5, (responses + 0.5) / (n + 1)}) {
                if (design.ends(p)[stage - 1][responses] > 0) {
                    return new StagedOutcome(design, stage, responses, p);
                }
            }
        }
        throw new IllegalArgumentException(
                "the study cannot end at stage " + stage + " with " + responses + " responses");
    }

    /**
     * The uniformly minimum-variance unbiased estimate of p: the chance that the first patient responded, given where
     * the study ended, which p has no part in (Girshick, Mosteller and Savage 1946; Jung and Kim 2004).
     */
    public double unbiasedEstimate() {
        double[] withResponse = design.endsAfterResponse(possible)[stage - 1];
        double[] all = design.ends(possible)[stage - 1];
        return Math.min(1, possible * withResponse[responses] / all[responses]);
    }

    /** The chance under p0 of what was seen or what speaks for a higher p. */
    public double pValue(double p0) {
        return thisOrHigher(Require.probability(p0, "p0"));
    }

    /** The p at which higher outcomes, with half of this one, have chance one half. */
    public double medianUnbiasedEstimate() {
        DoubleUnaryOperator higher = p -> 0.5 * (thisOrHigher(p) + 1 - thisOrLower(p)) - 0.5;
        return root(higher);
    }

    /** The lower limit of the two-sided interval: (1 - level) / 2 is the chance there of this outcome or a higher. */
    public double lower(double level) {
        double tail = tail(level);
        return root(p -> thisOrHigher(p) - tail);
    }

    /** The upper limit of the two-sided interval: (1 - level) / 2 is the chance there of this outcome or a lower. */
    public double upper(double level) {
        double tail = tail(level);
        return root(p -> tail - thisOrLower(p));
    }

    private static double tail(double level) {
        return 0.5 * (1 - Require.openProbability(level, "level"));
    }

    private double thisOrHigher(double p) {
        return sum(p, false);
    }

    private double thisOrLower(double p) {
        return sum(p, true);
    }

    private double sum(double p, boolean lower) {
        double[][] ends = design.ends(p);
        double sum = 0;
        for (int k = 1; k <= design.stages(); k++) {
            for (int x = 0; x < ends[k - 1].length; x++) {
                int order = order(k, x);
                if (order == 0 || (order < 0) == lower) {
                    sum += ends[k - 1][x];
                }
            }
        }
        return Math.min(1, sum);
    }

    /** Where another end stands to this one: -1 lower, 0 the same, 1 higher. */
    private int order(int otherStage, int otherResponses) {
        if (otherStage == stage) {
            return Integer.compare(otherResponses, responses);
        }
        boolean otherRejects = otherResponses >= design.rejectFrom(otherStage);
        boolean rejects = responses >= design.rejectFrom(stage);
        if (otherStage < stage) {
            return otherRejects ? 1 : -1;
        }
        return rejects ? -1 : 1;
    }

    /** Of a rising function; 0 or 1 where it has none: at the lowest and the highest outcome. */
    private static double root(DoubleUnaryOperator f) {
        double low = CLOSE;
        double high = 1 - CLOSE;
        if (f.applyAsDouble(low) >= 0) {
            return 0;
        }
        if (f.applyAsDouble(high) <= 0) {
            return 1;
        }
        return new BrentSolver(CLOSE, CLOSE, 1e-15).solve(200, f::applyAsDouble, low, high);
    }
}
