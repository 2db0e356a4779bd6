package marrow.analysis;

import marrow.check.Require;
import marrow.stats.comparison.Gray;
import marrow.stats.proportion.ExactBinomialTest.Alternative;

/**
 * Gray's test that groups share one cumulative incidence of the event beside what competes. {@code LESS} hopes for a lower one in
 * the later of two groups. Where the test is undetermined there is no answer.
 *
 * @param rho power of the weight (1 - F)^rho; 0 is the usual test
 */
public record GrayComparison(Comparison of, double rho, Hypothesis hypothesis) implements ComparisonAnalysis {
    public GrayComparison {
        Require.notNegative(rho, "rho");
        hypothesis.ofGroups(of.grouping().groups());
    }

    @Override
    public String method() {
        return "Gray";
    }

    @Override
    public boolean estimates() {
        return false;
    }

    @Override
    public Estimand estimand() {
        return new Estimand.None();
    }

    @Override
    public Desk desk(Data data) {
        GroupedRows rows = new GroupedRows(data, of, true);
        rows.requireNobodyLate("Gray's test");
        Gray.Scratch scratch = new Gray.Scratch(of.grouping().groups(), 1, rho);
        return finding -> {
            rows.take();
            Gray test = scratch.test(rows.time(), rows.status(), rows.group(), rows.stratum(), rows.size());
            finding.sample(rows.size(), rows.events());
            finding.test(test.chiSquare() >= 0 && test.degreesOfFreedom() > 0, p(test), hypothesis.alpha());
        };
    }

    private double p(Gray test) {
        if (hypothesis.alternative() == Alternative.TWO_SIDED || Double.isNaN(test.chiSquare())) {
            return test.p();
        }
        return hypothesis.pOfNormal(test.degreesOfFreedom() == 0 ? 0 : test.score(1) / Math.sqrt(test.variance(1, 1)));
    }
}
