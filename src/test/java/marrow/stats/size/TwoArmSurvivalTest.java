package marrow.stats.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import org.junit.jupiter.api.Test;

class TwoArmSurvivalTest {
    private static final RTable TABLE = RTable.read("log-rank-size.csv.gz");
    private static final StepRate NO_LOSS = StepRate.constant(0);

    /** The study of a row, with hazards that are proportional. */
    static TwoArmSurvival study(int row) {
        double[] cuts = TABLE.numbers(row, "cuts");
        double[] hazard2 = TABLE.numbers(row, "lambda2");
        double[] hazard1 = hazard2.clone();
        for (int i = 0; i < hazard1.length; i++) {
            hazard1[i] *= TABLE.number(row, "hr");
        }
        double[] drop = TABLE.numbers(row, "drop");
        return TwoArmSurvival.of(
                new TwoArmSurvival.Arm(StepRate.of(cuts, hazard1), StepRate.constant(lossRate(drop[0]))),
                new TwoArmSurvival.Arm(StepRate.of(cuts, hazard2), StepRate.constant(lossRate(drop[1]))),
                TABLE.number(row, "ratio"),
                arrivals(row),
                accrualEnd(row));
    }

    /** Per month, of those who lose so large a part in 12. */
    static double lossRate(double part) {
        return -StrictMath.log1p(-part) / 12;
    }

    static StepRate arrivals(int row) {
        double[] intensity = TABLE.numbers(row, "intensity");
        return StepRate.of(Arrays.copyOf(TABLE.numbers(row, "accrual"), intensity.length), intensity);
    }

    static double accrualEnd(int row) {
        double[] accrual = TABLE.numbers(row, "accrual");
        return accrual[accrual.length - 1];
    }

    static double time(int row) {
        return accrualEnd(row) + TABLE.number(row, "follow");
    }

    /**
     * With one hazard in an arm rpact has a formula. With steps it calls integrate() with R's default tolerance of 1e-4,
     * and is off by up to 3e-5, in one study of the 1,000 by 1.2e-4: so says integrate() at a tolerance of 1e-12, with
     * which {@link LogRankPowerTest} compares all.
     */
    @Test
    void events_of_1000_random_studies_by_rpact() {
        assertEquals(1000, TABLE.size());
        int off = 0;
        for (int row = 0; row < TABLE.size(); row++) {
            TwoArmSurvival study = study(row);
            sameAsRpact(row, TABLE.number(row, "events1"), study.eventProbability(1, time(row)));
            sameAsRpact(row, TABLE.number(row, "events2"), study.eventProbability(2, time(row)));
            off += rpactIsOff(row) ? 1 : 0;
        }
        assertEquals(1, off);
    }

    static void sameAsRpact(int row, double r, double ours) {
        if (byFormula(row)) {
            SameAsR.estimate(r, ours, TABLE.line(row));
        } else if (!rpactIsOff(row)) {
            SameAsR.within(1e-4, 1, ours / r, TABLE.line(row));
        }
    }

    /** By more than 1e-4 from what R's integrate() says. */
    private static boolean rpactIsOff(int row) {
        double ratio = TABLE.number(row, "ratio");
        double rpact = (ratio * TABLE.number(row, "events1") + TABLE.number(row, "events2")) / (1 + ratio);
        return Math.abs(rpact / TABLE.numbers(row, "lakatos_proportional")[0] - 1) > 1e-4;
    }

    static boolean byFormula(int row) {
        return TABLE.numbers(row, "cuts").length == 1;
    }

    /** rpact's time has the error of its event probabilities; ours has the events to 1e-10. */
    @Test
    void time_of_events_by_rpact() {
        for (int row = 0; row < TABLE.size(); row++) {
            double[] intensity = TABLE.numbers(row, "intensity");
            double[] accrual = TABLE.numbers(row, "accrual");
            double patients = 0;
            for (int i = 0; i < intensity.length; i++) {
                patients += intensity[i] * (accrual[i + 1] - accrual[i]);
            }
            double events = TABLE.number(row, "at_events");
            double time = study(row).timeOf(events, patients);
            assertEquals(
                    TABLE.numbers(row, "reached")[1], time, (byFormula(row) ? 1e-6 : 1e-4) * time, TABLE.line(row));
            assertEquals(events, patients * study(row).eventProbability(time), 1e-10 * events);
        }
    }

    /** Everybody at once and nobody lost: 1 - exp(-h t). Everybody in time: its mean. */
    @Test
    void formulas() {
        TwoArmSurvival.Arm arm = new TwoArmSurvival.Arm(StepRate.constant(0.1), NO_LOSS);
        TwoArmSurvival.Arm lossy = new TwoArmSurvival.Arm(StepRate.constant(0.1), StepRate.constant(0.3));
        TwoArmSurvival study = TwoArmSurvival.of(arm, lossy, 3, StepRate.constant(5), 2);
        double late = 1 - (StrictMath.exp(-0.1 * 6) - StrictMath.exp(-0.1 * 8)) / 0.2;
        assertEquals(late, study.eventProbability(1, 8), 1e-14);
        double early = 0.5 - (1 - StrictMath.exp(-0.1)) / 0.2; // half of the patients have come
        assertEquals(early, study.eventProbability(1, 1), 1e-14);
        double lost = 0.25 * (1 - (StrictMath.exp(-0.4 * 6) - StrictMath.exp(-0.4 * 8)) / 0.8);
        assertEquals(lost, study.eventProbability(2, 8), 1e-14);
        assertEquals(0.75 * late + 0.25 * lost, study.eventProbability(8), 1e-14);
        assertEquals(1, study.eventProbability(1, 1e6), 1e-12);
    }

    @Test
    void refusals() {
        TwoArmSurvival.Arm arm = new TwoArmSurvival.Arm(StepRate.constant(0.1), StepRate.constant(0.1));
        StepRate even = StepRate.constant(1);
        assertThrows(IllegalArgumentException.class, () -> TwoArmSurvival.of(arm, arm, 0, even, 1));
        assertThrows(IllegalArgumentException.class, () -> TwoArmSurvival.of(arm, arm, 1, even, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> TwoArmSurvival.of(arm, arm, 1, NO_LOSS, 1));
        TwoArmSurvival study = TwoArmSurvival.of(arm, arm, 1, even, 1);
        assertThrows(IllegalArgumentException.class, () -> study.eventProbability(3, 1));
        assertThrows(IllegalArgumentException.class, () -> study.eventProbability(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> study.timeOf(60, 100)); // half of them are lost before
        assertThrows(IllegalArgumentException.class, () -> study.timeOf(Double.NaN, 100));
    }
}
