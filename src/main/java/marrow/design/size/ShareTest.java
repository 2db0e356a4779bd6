package marrow.design.size;

import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.ExactBinomial;
import marrow.analysis.ExactProportion;
import marrow.analysis.Hypothesis;
import marrow.stats.exact.ExactSingleStage;
import marrow.stats.proportion.ExactBinomialTest.Alternative;

/**
 * The one-sided exact test of a share, which can be enumerated where everybody's answer is known. One that hopes for a smaller
 * share is turned round: it is the test of the share of the others.
 *
 * @param nullShare as the analysis has it
 * @param turned    whether fewer is better
 */
public record ShareTest(double nullShare, boolean turned) {
    /** The test of an analysis; empty where it is no exact one, or two-sided. */
    public static Optional<ShareTest> of(Analysis analysis) {
        Hypothesis hypothesis = analysis.hypothesis();
        boolean exact = analysis instanceof ExactBinomial || analysis instanceof ExactProportion;
        return exact && hypothesis.alternative() != Alternative.TWO_SIDED
                ? Optional.of(new ShareTest(hypothesis.nullValue(), hypothesis.alternative() == Alternative.LESS))
                : Optional.empty();
    }

    /** The fewest patients. */
    public ExactSingleStage first(double share, double alpha, double power) {
        return ExactSingleStage.first(side(nullShare), side(share), alpha, power);
    }

    /** The fewest from which the power holds for good. */
    public ExactSingleStage forGood(double share, double alpha, double power) {
        return ExactSingleStage.sustained(side(nullShare), side(share), alpha, power);
    }

    /** The test with so many patients, its power stated at a share that is hoped for. */
    public ExactSingleStage with(int patients, double share, double alpha) {
        return ExactSingleStage.ofSize(patients, side(nullShare), side(share), alpha);
    }

    /** The test with so many patients, its power not stated. */
    public ExactSingleStage with(int patients, double alpha) {
        return with(patients, turned ? nullShare / 2 : (1 + nullShare) / 2, alpha);
    }

    /** A share as the enumeration counts it, and back. */
    public double side(double share) {
        return turned ? 1 - share : share;
    }

    /** The count at which the test begins to reject, as the analysis counts: from it upward, or, turned, downward. */
    public int limit(ExactSingleStage test) {
        return turned ? test.n() - test.rejectFrom() : test.rejectFrom();
    }
}
