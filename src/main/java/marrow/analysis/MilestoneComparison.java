package marrow.analysis;

import marrow.stats.comparison.MilestoneDifference;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Interval;
import marrow.stats.survival.LandmarkTest.Verdict;

/**
 * The difference of the Kaplan-Meier estimates of two groups at a landmark, tested on a scale. {@code GREATER} hopes for more
 * without the event in the later group. An estimate of 0 or 1 has no variance on most scales: then the difference itself is tested, by the
 * variance of the other group, or the best of data would count for nothing. Where neither group has a variance p is 1; where one was not
 * followed that far there is no estimate either.
 *
 * @param day landmark, days since the origin
 */
public record MilestoneComparison(Comparison of, double day, ConfidenceScale scale, Hypothesis hypothesis)
        implements ComparisonAnalysis {
    public MilestoneComparison {
        of.requireTwoUnstratified("the difference at a milestone");
    }

    @Override
    public String method() {
        return "milestone";
    }

    @Override
    public Estimand estimand() {
        return of.between((arm, reference) ->
                new Estimand.Difference(new Estimand.Survival(arm, day), new Estimand.Survival(reference, day)));
    }

    @Override
    public Desk desk(Data data) {
        GroupedRows rows = new GroupedRows(data, of, false);
        MilestoneDifference.Scratch scratch = new MilestoneDifference.Scratch(day, scale);
        return finding -> {
            rows.take();
            MilestoneDifference fit = scratch.fit(rows.time(), rows.status(), rows.entry(), rows.group(), rows.size());
            finding.sample(rows.size(), rows.events());
            boolean plain = fit.verdict() == Verdict.NO_VARIANCE && fit.standardError() > 0;
            double z = plain ? fit.difference() / fit.standardError() : fit.z();
            boolean possible = plain || fit.verdict() == Verdict.TESTED;
            finding.test(possible, possible ? hypothesis.pOfNormal(z) : 1, hypothesis.alpha());
            if (fit.verdict() != Verdict.NOT_FOLLOWED) {
                finding.estimate(fit.difference(), fit.standardError());
                Interval interval = fit.interval(hypothesis.level());
                finding.interval(interval.lower(), interval.upper());
            }
        };
    }
}
