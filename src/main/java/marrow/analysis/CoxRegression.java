package marrow.analysis;

import marrow.stats.regression.Cox;
import marrow.stats.regression.FitStatus;
import marrow.stats.regression.Ties;

/**
 * The logarithm of the hazard ratio of two groups by Cox's model, with the interval of Wald; competing events are censored.
 * Where one group has all events the model has no finite estimate: then there is none, and p is that of the score test.
 *
 * @param test which of the three
 */
public record CoxRegression(Comparison of, Ties ties, Test test, Hypothesis hypothesis) implements ComparisonAnalysis {
    /** The tests of no difference; one side by the sign of the estimate. */
    public enum Test {
        WALD,
        SCORE,
        LIKELIHOOD_RATIO
    }

    public CoxRegression {
        if (of.grouping().groups() != 2) {
            throw new IllegalArgumentException(
                    "the hazard ratio is of two groups, not of " + of.grouping().groups());
        }
    }

    @Override
    public String method() {
        return "Cox, log HR";
    }

    @Override
    public Estimand estimand() {
        return of.hazardRatio(false);
    }

    @Override
    public Desk desk(Data data) {
        GroupedRows rows = new GroupedRows(data, of, false);
        Cox.Scratch scratch = new Cox.Scratch(1, ties);
        double[][] later = new double[1][];
        return finding -> {
            rows.take();
            later[0] = rows.indicator();
            Cox fit = scratch.fit(rows.time(), rows.status(), rows.entry(), null, rows.stratum(), later, rows.size());
            finding.sample(rows.size(), rows.events());
            boolean possible = fit.events() > 0 && fit.degreesOfFreedom() > 0;
            finding.test(possible, hypothesis.pOfNormal(z(fit)), hypothesis.alpha());
            if (fit.status() == FitStatus.CONVERGED && fit.estimable(0)) {
                finding.normal(fit.coefficient(0), Math.sqrt(fit.variance(0, 0)), hypothesis.level());
            }
        };
    }

    private double z(Cox fit) {
        double chiSquare =
                switch (test) {
                    case WALD -> fit.status() == FitStatus.SEPARATED ? fit.score() : fit.wald();
                    case SCORE -> fit.score();
                    case LIKELIHOOD_RATIO -> fit.likelihoodRatio();
                };
        return Math.copySign(Math.sqrt(chiSquare), fit.coefficient(0));
    }
}
