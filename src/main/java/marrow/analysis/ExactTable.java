package marrow.analysis;

import java.util.Arrays;
import marrow.stats.law.Interval;
import marrow.stats.proportion.ExactBinomialTest;
import marrow.stats.proportion.ProportionInterval;

/**
 * The answers of the exact test and its Clopper-Pearson interval for every count, found when first asked for and then kept.
 * Scratch of one thread.
 */
final class ExactTable {
    private static final int KEPT = 2_000;

    private final Hypothesis hypothesis;
    private final ExactBinomialTest.Scratch test;
    private Interval[][] intervals = {};

    ExactTable(Hypothesis hypothesis) {
        this.hypothesis = hypothesis;
        test = new ExactBinomialTest.Scratch(hypothesis.nullValue(), hypothesis.alternative());
    }

    /** Nobody known: p = 1, no estimate, and the interval from 0 to 1. */
    void fill(Finding finding, int successes, int known) {
        finding.test(known > 0, test.p(successes, known), hypothesis.alpha());
        Interval interval = interval(successes, known);
        finding.interval(interval.lower(), interval.upper());
        if (known > 0) {
            double p = (double) successes / known;
            finding.estimate(p, Math.sqrt(p * (1 - p) / known));
        }
    }

    private Interval interval(int successes, int known) {
        if (known > KEPT) {
            return ProportionInterval.CLOPPER_PEARSON.of(successes, known, hypothesis.level());
        }
        if (known >= intervals.length) {
            intervals = Arrays.copyOf(intervals, known + 1);
        }
        if (intervals[known] == null) {
            intervals[known] = new Interval[known + 1];
        }
        if (intervals[known][successes] == null) {
            intervals[known][successes] = ProportionInterval.CLOPPER_PEARSON.of(successes, known, hypothesis.level());
        }
        return intervals[known][successes];
    }
}
