package marrow.stats.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import marrow.stats.ComparisonData;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.law.Confidence;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Interval;
import org.junit.jupiter.api.Test;

class WeightedKaplanMeierTest {
    private static final RTable R = RTable.read("/marrow/stats/weighted.csv.gz");

    /** 1,400 data sets, by rows and by clusters of three rows; see weighted-reference.R. */
    @Test
    void r_finds_the_same_in_every_data_set() {
        assertEquals(1_400, R.size());
        WeightedKaplanMeier.Scratch scratch = new WeightedKaplanMeier.Scratch();
        for (int row = 0; row < R.size(); row++) {
            ComparisonData set = ComparisonData.set(R.text(row, "set"));
            SurvivalSample sample = set.causeOne().weighted(R.numbers(row, "weight"));
            int[] three = IntStream.range(0, set.size()).map(i -> i / 3).toArray();
            WeightedKaplanMeier byRow = WeightedKaplanMeier.of(sample);
            WeightedKaplanMeier byThree = WeightedKaplanMeier.clustered(sample, three);
            double[] at = R.numbers(row, "at");
            for (int k = 0; k < at.length; k++) {
                String what = "set " + R.text(row, "set") + " at " + at[k];
                SameAsR.estimate(R.numbers(row, "survival")[k], byRow.survival(at[k]), what);
                SameAsR.estimate(R.numbers(row, "row_se")[k], byRow.standardError(at[k]), what);
                SameAsR.estimate(R.numbers(row, "cluster_se")[k], byThree.standardError(at[k]), what);
                WeightedKaplanMeier lent = scratch.fit(
                        sample.time(), sample.status(), sample.entry(), sample.weight(), three, sample.size());
                assertEquals(byThree.standardError(at[k]), lent.standardError(at[k]), what);
            }
        }
    }

    @Test
    void with_weights_of_1_the_variance_is_that_of_greenwood() {
        SurvivalSample sample = ComparisonData.set("61").causeOne();
        KaplanMeier km = KaplanMeier.of(sample);
        WeightedKaplanMeier weighted = WeightedKaplanMeier.of(sample);
        Confidence confidence = Confidence.of(ConfidenceScale.LOG_LOG, 0.95);
        for (double t = 0; t < 30; t += 0.5) {
            assertEquals(km.survival(t), weighted.survival(t), 1e-14);
            assertEquals(km.standardError(t), weighted.standardError(t), 1e-14);
            assertEquals(km.lower(t, confidence), weighted.lower(t, confidence), 1e-12);
            assertEquals(
                    km.upper(t, confidence), weighted.interval(t, confidence).upper(), 1e-12);
            assertEquals(km.isFollowedTo(t), weighted.isFollowedTo(t));
        }
    }

    @Test
    void nobody_and_nothing_have_their_documented_answers() {
        WeightedKaplanMeier nobody = WeightedKaplanMeier.of(SurvivalSample.of(new double[0], new int[0]));
        assertEquals(1, nobody.survival(5));
        assertEquals(0, nobody.standardError(5));
        assertFalse(nobody.isFollowedTo(5));
        WeightedKaplanMeier gone = WeightedKaplanMeier.of(SurvivalSample.of(new double[] {1}, new int[] {1}));
        assertEquals(0, gone.survival(1));
        assertEquals(0, gone.standardError(1));
        assertEquals(new Interval(0, 1), gone.interval(1, Confidence.of(ConfidenceScale.LOG_LOG, 0.95)));
        SurvivalSample one = SurvivalSample.of(new double[] {1}, new int[] {1});
        assertThrows(IllegalArgumentException.class, () -> WeightedKaplanMeier.clustered(one, new int[] {-1}));
        assertThrows(IllegalArgumentException.class, () -> WeightedKaplanMeier.clustered(one, new int[0]));
    }
}
