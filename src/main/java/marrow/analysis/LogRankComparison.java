package marrow.analysis;

import marrow.stats.comparison.LogRank;
import marrow.stats.comparison.Weighting;
import marrow.stats.proportion.ExactBinomialTest.Alternative;

/**
 * The log-rank test between groups, weighted and stratified if wanted; competing events are censored. {@code LESS} hopes for
 * fewer events in the later of two groups; of more than two only the two-sided test is there.
 */
public record LogRankComparison(Comparison of, Weighting weighting, Hypothesis hypothesis)
        implements ComparisonAnalysis {
    public LogRankComparison {
        hypothesis.ofGroups(of.grouping().groups());
    }

    @Override
    public String method() {
        return "log-rank";
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
        GroupedRows rows = new GroupedRows(data, of, false);
        LogRank.Scratch scratch = new LogRank.Scratch(of.grouping().groups(), weighting);
        return finding -> {
            rows.take();
            LogRank test =
                    scratch.test(rows.time(), rows.status(), rows.entry(), rows.group(), rows.stratum(), rows.size());
            finding.sample(rows.size(), rows.events());
            finding.test(test.degreesOfFreedom() > 0, p(test, hypothesis), hypothesis.alpha());
        };
    }

    /** The wanted side of a test of log-rank kind. */
    static double p(LogRank test, Hypothesis hypothesis) {
        return hypothesis.alternative() == Alternative.TWO_SIDED ? test.p() : hypothesis.pOfNormal(test.z());
    }
}
