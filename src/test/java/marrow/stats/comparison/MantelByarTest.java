package marrow.stats.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import marrow.stats.ComparisonData;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import marrow.stats.survival.SurvivalSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class MantelByarTest {
    private static final RTable R = RTable.read("/marrow/stats/mantel-byar.csv.gz");
    private static final int HEART = 1_400; // the row of the heart transplants

    /** 1,400 data sets, with and without strata; see mantel-byar-reference.R. */
    @Test
    void r_finds_the_same_in_every_data_set() {
        assertEquals(HEART + 1, R.size());
        for (int row = 0; row < HEART; row++) {
            ComparisonData set = ComparisonData.set(R.text(row, "set"));
            double[] change = R.numbers(row, "change");
            LogRank test = MantelByar.of(set.causeOne(), change, Weighting.LOG_RANK);
            SameAsR.estimate(R.number(row, "chisq"), test.chiSquare(), 1e-3, R.text(row, "set"));
            assertEquals(R.number(row, "df"), test.degreesOfFreedom(), R.text(row, "set"));
            LogRank stratified = MantelByar.stratified(set.causeOne(), change, set.stratum(), Weighting.LOG_RANK);
            SameAsR.estimate(R.number(row, "stratified_chisq"), stratified.chiSquare(), 1e-3, R.text(row, "set"));
            assertEquals(R.number(row, "stratified_df"), stratified.degreesOfFreedom(), R.text(row, "set"));
        }
    }

    /** The Stanford heart transplant programme (Crowley and Hu 1977): 103 patients, 69 transplants, 75 deaths. */
    @Test
    void stanford_heart_transplants() {
        int row = HEART;
        double[] fields = R.numbers(row, "change");
        int n = fields.length / 3;
        assertEquals(103, n);
        double[] change = Arrays.copyOf(fields, n);
        double[] time = Arrays.copyOfRange(fields, n, 2 * n);
        int[] status =
                Arrays.stream(fields, 2 * n, 3 * n).mapToInt(x -> (int) x).toArray();
        LogRank test = MantelByar.of(SurvivalSample.of(time, status), change, Weighting.LOG_RANK);
        assertEquals(75, test.observed(0) + test.observed(1));
        SameAsR.estimate(R.number(row, "chisq"), test.chiSquare(), "heart");
        assertEquals(0.175, test.chiSquare(), 5e-4);
    }

    /** An event at the time of the change is one of group 0; a change before everything is group 1 throughout. */
    @Test
    void before_and_after_by_hand() {
        SurvivalSample three = SurvivalSample.of(new double[] {2, 3, 4}, new int[] {1, 1, 1});
        double never = Double.POSITIVE_INFINITY;
        LogRank atTheEvent = MantelByar.of(three, new double[] {2, never, never}, Weighting.LOG_RANK);
        assertEquals(3, atTheEvent.observed(0));
        assertEquals(1, atTheEvent.p());
        LogRank before = MantelByar.of(three, new double[] {-7, 2.5, never}, Weighting.LOG_RANK);
        assertEquals(2, before.observed(1));
        assertEquals(1 / 3.0 + 1 / 2.0, before.expected(1), 1e-15);
        LogRank entered =
                MantelByar.of(three.enteredAt(new double[] {-3, -3, 3}), new double[] {-2, 3, 3}, Weighting.LOG_RANK);
        assertEquals(2, entered.observed(1));
        assertEquals(1 / 2.0 + 0 + 1, entered.expected(1), 1e-15);
        assertThrows(
                IllegalArgumentException.class,
                () -> MantelByar.of(three, new double[] {1, Double.NaN, 1}, Weighting.LOG_RANK));
    }

    @Test
    void refuses_what_does_not_cover_everybody_and_weights() {
        MantelByar.Scratch scratch = new MantelByar.Scratch(Weighting.LOG_RANK);
        double[] two = {1, 2};
        double[] one = {0};
        int[] ones = {1, 1};
        int[] short1 = {1};
        scratch.test(two, ones, new double[2], two, ones, 2);
        refused(() -> scratch.test(one, ones, null, two, null, 2));
        refused(() -> scratch.test(two, short1, null, two, null, 2));
        refused(() -> scratch.test(two, ones, one, two, null, 2));
        refused(() -> scratch.test(two, ones, null, one, null, 2));
        refused(() -> scratch.test(two, ones, null, two, short1, 2));
        SurvivalSample weighted = SurvivalSample.of(two, ones).weighted(two);
        refused(() -> MantelByar.of(weighted, two, Weighting.LOG_RANK));
    }

    private static void refused(Executable call) {
        assertThrows(IllegalArgumentException.class, call);
    }
}
