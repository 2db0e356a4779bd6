package marrow.stats.proportion;

import static marrow.stats.proportion.ExactBinomialTest.Alternative.GREATER;
import static marrow.stats.proportion.ExactBinomialTest.Alternative.LESS;
import static marrow.stats.proportion.ExactBinomialTest.Alternative.TWO_SIDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.BetaLaw;
import marrow.stats.law.Interval;
import org.junit.jupiter.api.Test;

class ProportionTest {
    private static final RTable R = RTable.read("/marrow/stats/proportion.csv.gz");

    @Test
    void intervals_are_those_of_R() {
        assertEquals(1200, R.size());
        for (int row = 0; row < R.size(); row++) {
            for (ProportionInterval kind : ProportionInterval.values()) {
                double[] r = R.numbers(row, kind.name().toLowerCase(Locale.ROOT));
                Interval ours = kind.of((int) R.number(row, "x"), (int) R.number(row, "n"), R.number(row, "level"));
                SameAsR.estimate(r[0], ours.lower(), kind + ", row " + row);
                SameAsR.estimate(r[1], ours.upper(), kind + ", row " + row);
            }
        }
    }

    @Test
    void exact_test_is_that_of_R() {
        for (int row = 0; row < R.size(); row++) {
            int x = (int) R.number(row, "x");
            int n = (int) R.number(row, "n");
            double p0 = R.number(row, "p0");
            ExactBinomialTest test = new ExactBinomialTest(x, n, p0);
            SameAsR.pValue(R.number(row, "less"), test.p(LESS), "row " + row);
            SameAsR.pValue(R.number(row, "greater"), test.p(GREATER), "row " + row);
            SameAsR.pValue(R.number(row, "two_sided"), test.p(TWO_SIDED), "row " + row);
            for (ExactBinomialTest.Alternative alternative : ExactBinomialTest.Alternative.values()) {
                ExactBinomialTest.Scratch scratch = new ExactBinomialTest.Scratch(p0, alternative);
                assertEquals(test.p(alternative), scratch.p(x, n));
                assertEquals(test.p(alternative), scratch.p(x, n));
            }
        }
    }

    @Test
    void posterior_is_that_of_R() {
        for (int row = 0; row < R.size(); row++) {
            BetaLaw posterior = posterior(row);
            double p0 = R.number(row, "p0");
            SameAsR.pValue(R.number(row, "below"), posterior.below(p0), "row " + row);
            SameAsR.pValue(R.number(row, "above"), posterior.above(p0), "row " + row);
            Interval credible = posterior.interval(R.number(row, "level"));
            SameAsR.estimate(R.numbers(row, "credible")[0], credible.lower(), "row " + row);
            SameAsR.estimate(R.numbers(row, "credible")[1], credible.upper(), "row " + row);
        }
    }

    @Test
    void prediction_is_that_of_R() {
        for (int row = 0; row < R.size(); row++) {
            BetaLaw posterior = posterior(row);
            int ahead = (int) R.number(row, "ahead");
            SameAsR.pValue(
                    R.number(row, "predictive"), posterior.predictive((int) R.number(row, "y"), ahead), "row " + row);
            SameAsR.pValue(
                    R.number(row, "success"),
                    posterior.predictiveProbability(ahead, R.number(row, "p0"), R.number(row, "threshold")),
                    "row " + row);
        }
    }

    private static BetaLaw posterior(int row) {
        return BetaLaw.of(R.number(row, "a"), R.number(row, "b"))
                .after((int) R.number(row, "x"), (int) R.number(row, "n"));
    }

    /** Lee and Liu (2008), Clin. Trials 5:93-106, table 1: 16 responses of 23, 17 to come, p0 = 60 %: PP = 0.5656. */
    @Test
    void the_published_example_of_predictive_probability() {
        BetaLaw posterior = BetaLaw.of(0.6, 0.4).after(16, 23);
        assertEquals(0.5656, posterior.predictiveProbability(17, 0.6, 0.9), 5e-5);
    }

    /** Clopper and Pearson (1934) charts are read to two digits; 3 of 10 at 95 % is 0.0667 to 0.6525 in every textbook. */
    @Test
    void the_textbook_example_of_an_exact_interval() {
        Interval interval = ProportionInterval.CLOPPER_PEARSON.of(3, 10, 0.95);
        assertEquals(0.0667, interval.lower(), 5e-5);
        assertEquals(0.6525, interval.upper(), 5e-5);
    }

    @Test
    void moments_and_tails_of_a_beta_law_belong_together() {
        BetaLaw law = BetaLaw.of(2, 6);
        assertEquals(0.25, law.mean());
        assertEquals(Math.sqrt(12.0 / (64 * 9)), law.standardDeviation(), 1e-15);
        for (double tail : new double[] {1e-9, 0.01, 0.5, 0.7, 0.999}) {
            assertEquals(tail, law.below(law.quantile(tail)), 1e-13);
            assertEquals(tail, law.above(law.upperQuantile(tail)), 1e-13);
        }
        double sum = 0;
        for (int y = 0; y <= 20; y++) {
            sum += law.predictive(y, 20);
        }
        assertEquals(1, sum, 1e-13);
    }

    @Test
    void no_trials_say_nothing() {
        for (ProportionInterval kind : ProportionInterval.values()) {
            assertEquals(new Interval(0, 1), kind.of(0, 0, 0.95));
        }
        for (ExactBinomialTest.Alternative alternative : ExactBinomialTest.Alternative.values()) {
            assertEquals(1, new ExactBinomialTest(0, 0, 0.3).p(alternative));
        }
        assertEquals(1, BetaLaw.of(1, 1).predictive(0, 0));
        assertEquals(1, BetaLaw.of(1, 1).predictiveProbability(0, 0.3, 0.5));
        assertEquals(0, BetaLaw.of(1, 1).predictiveProbability(0, 0.3, 0.8));
    }

    @Test
    void nonsense_is_refused_with_its_value() {
        refused("successes must lie between 0 and 4, not 5", () -> new ExactBinomialTest(5, 4, 0.5));
        refused("p0 must lie strictly between 0 and 1, not 1.0", () -> new ExactBinomialTest(1, 4, 1));
        refused("successes must lie between 0 and 4, not -1", () -> ProportionInterval.WILSON.of(-1, 4, 0.9));
        refused(
                "level must lie strictly between 0 and 1, not NaN",
                () -> ProportionInterval.WILSON.of(1, 4, Double.NaN));
        refused("a must be positive and finite, not 0.0", () -> BetaLaw.of(0, 1));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
