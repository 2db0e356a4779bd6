package marrow.analysis;

import marrow.stats.comparison.RestrictedMeanDifference;
import marrow.stats.law.Interval;
import marrow.stats.survival.LandmarkTest.Verdict;

/**
 * The difference of the restricted mean times without the event of two groups. {@code GREATER} hopes for a later event in the
 * later group. Where a group was not followed that far there is no estimate, and p is 1.
 *
 * @param day up to which the mean goes, days since the origin
 */
public record RestrictedMeanComparison(Comparison of, double day, Hypothesis hypothesis) implements ComparisonAnalysis {
    public RestrictedMeanComparison {
        of.requireTwoUnstratified("the difference of restricted means");
    }

    @Override
    public String method() {
        return "restricted mean, days";
    }

    @Override
    public Estimand estimand() {
        return of.between((arm, reference) -> new Estimand.Difference(
                new Estimand.RestrictedMean(arm, day), new Estimand.RestrictedMean(reference, day)));
    }

    @Override
    public Desk desk(Data data) {
        GroupedRows rows = new GroupedRows(data, of, false);
        RestrictedMeanDifference.Scratch scratch = new RestrictedMeanDifference.Scratch(day);
        return finding -> {
            rows.take();
            RestrictedMeanDifference fit =
                    scratch.fit(rows.time(), rows.status(), rows.entry(), rows.group(), rows.size());
            finding.sample(rows.size(), rows.events());
            boolean possible = fit.verdict() == Verdict.TESTED;
            finding.test(possible, possible ? hypothesis.pOfNormal(fit.z()) : 1, hypothesis.alpha());
            if (fit.verdict() != Verdict.NOT_FOLLOWED) {
                finding.estimate(fit.difference(), fit.standardError());
                Interval interval = fit.interval(hypothesis.level());
                finding.interval(interval.lower(), interval.upper());
            }
        };
    }
}
