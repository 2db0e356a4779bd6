package marrow.analysis;

import java.util.Arrays;
import marrow.stats.regression.FineGray;
import marrow.stats.regression.FitStatus;

/**
 * The logarithm of the ratio of the subdistribution hazards of two groups by the model of Fine and Gray, with the test and interval of
 * Wald. Where one group has all events of interest the model has no finite estimate: then there is none, and p is that of the score test,
 * as in {@link CoxRegression}. Without events p is 1.
 */
public record FineGrayRegression(Comparison of, Hypothesis hypothesis) implements ComparisonAnalysis {
    public FineGrayRegression {
        if (of.grouping().groups() != 2) {
            throw new IllegalArgumentException(
                    "the hazard ratio is of two groups, not of " + of.grouping().groups());
        }
        if (of.strata() != null) {
            throw new IllegalArgumentException("the Fine-Gray model here knows no strata");
        }
    }

    @Override
    public String method() {
        return "Fine-Gray, log HR";
    }

    @Override
    public Estimand estimand() {
        return of.hazardRatio(true);
    }

    @Override
    public Desk desk(Data data) {
        GroupedRows rows = new GroupedRows(data, of, true);
        rows.requireNobodyLate("the Fine-Gray model here");
        return finding -> {
            rows.take();
            double[][] later = {Arrays.copyOf(rows.indicator(), rows.size())};
            FineGray fit = FineGray.of(rows.copy(), later, 1);
            finding.sample(rows.size(), rows.events());
            if (fit.status() == FitStatus.CONVERGED && fit.estimable(0)) {
                double error = Math.sqrt(fit.variance(0, 0));
                finding.normal(fit.coefficient(0), error, hypothesis.level());
                finding.test(hypothesis.pOfNormal(fit.coefficient(0) / error), hypothesis.alpha());
            } else {
                boolean apart = fit.status() == FitStatus.SEPARATED;
                double z = Math.copySign(Math.sqrt(fit.score()), fit.coefficient(0));
                finding.test(apart, apart ? hypothesis.pOfNormal(z) : 1, hypothesis.alpha());
            }
        };
    }
}
