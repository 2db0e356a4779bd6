package marrow.analysis;

import marrow.stats.law.Interval;
import marrow.stats.proportion.ExactBinomialTest;
import marrow.stats.proportion.ProportionInterval;

/** The answers of the exact test and its Clopper-Pearson interval for every count. Scratch of one thread. */
final class ExactTable {
    private final Hypothesis hypothesis;
    private final ExactBinomialTest.Scratch test;
    private final CountTable answers = new CountTable(this::answer);

    ExactTable(Hypothesis hypothesis) {
        this.hypothesis = hypothesis;
        test = new ExactBinomialTest.Scratch(hypothesis.nullValue(), hypothesis.alternative());
    }

    /** Nobody known: p = 1, no estimate, and the interval from 0 to 1. */
    void fill(Finding finding, int successes, int known) {
        answers.fill(finding, successes, known);
    }

    private void answer(Finding finding, int successes, int known) {
        finding.test(known > 0, test.p(successes, known), hypothesis.alpha());
        Interval interval = ProportionInterval.CLOPPER_PEARSON.of(successes, known, hypothesis.level());
        finding.interval(interval.lower(), interval.upper());
        if (known > 0) {
            double p = (double) successes / known;
            finding.estimate(p, Math.sqrt(p * (1 - p) / known));
        }
    }
}
