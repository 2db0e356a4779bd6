package marrow.design;

import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.CoxRegression;
import marrow.analysis.Finding;
import marrow.look.GroupSequentialRule;
import marrow.look.Minutes;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.stats.sequential.SequentialOutcome;

/**
 * What a group-sequential test says after its last look, with the looks before it taken into account: outcomes in the stagewise order, the estimate median-unbiased, with the
 * interval that belongs to the test. There is an estimate of a log hazard ratio of Cox's model alone, whose standard error e at the fraction t of the information turns a drift d
 * into d e sqrt(t); NaN for others.
 */
public record Stagewise(GroupSequentialRule rule, double p, double estimate, double lower, double upper) {
    /**
     * @param taken   the looks of the present trial, in their order
     * @param finding of the analysis in the data of the last look
     */
    static Optional<Stagewise> of(GroupSequentialRule rule, List<Minutes> taken, Finding finding) {
        return rule.outcome(taken).map(outcome -> {
            Analysis analysis = rule.analysis();
            double scale = analysis instanceof CoxRegression
                    ? finding.standardError()
                            * Math.sqrt(taken.get(taken.size() - 1).fraction())
                    : Double.NaN;
            if (Double.isNaN(scale)) {
                return new Stagewise(rule, outcome.pValue(), Double.NaN, Double.NaN, Double.NaN);
            }
            return withEstimate(rule, outcome, finding, scale);
        });
    }

    /** A larger drift is more of what is hoped for; that of a two-sided test has the direction of the estimate. */
    private static Stagewise withEstimate(
            GroupSequentialRule rule, SequentialOutcome outcome, Finding finding, double scale) {
        Alternative alternative = rule.analysis().hypothesis().alternative();
        boolean falls =
                alternative == Alternative.LESS || (alternative == Alternative.TWO_SIDED && finding.estimate() < 0);
        double level = rule.analysis().hypothesis().level();
        double estimate = scale * outcome.medianUnbiasedEstimate();
        double lower = scale * outcome.lower(level);
        double upper = scale * outcome.upper(level);
        return falls
                ? new Stagewise(rule, outcome.pValue(), -estimate, -upper, -lower)
                : new Stagewise(rule, outcome.pValue(), estimate, lower, upper);
    }
}
