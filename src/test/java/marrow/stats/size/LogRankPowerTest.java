package marrow.stats.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marrow.stats.RTable;
import marrow.stats.SameAsR;
import org.junit.jupiter.api.Test;

class LogRankPowerTest {
    private static final RTable TABLE = RTable.read("log-rank-size.csv.gz");
    private static final RTable TRIALS = RTable.read("log-rank-trial.csv.gz");

    /** Hazards in steps of their own in each arm, loss that doubles in arm 2: late and crossing effects. */
    @Test
    void without_proportional_hazards_as_integrated_in_r() {
        for (int row = 0; row < TABLE.size(); row++) {
            double[] drop = TABLE.numbers(row, "drop");
            double loss2 = TwoArmSurvivalTest.lossRate(drop[1]);
            LogRankPower power = TwoArmSurvival.of(
                            new TwoArmSurvival.Arm(
                                    StepRate.of(TABLE.numbers(row, "cuts1"), TABLE.numbers(row, "lambda1")),
                                    StepRate.constant(TwoArmSurvivalTest.lossRate(drop[0]))),
                            new TwoArmSurvival.Arm(
                                    StepRate.of(TABLE.numbers(row, "cuts"), TABLE.numbers(row, "lambda2")),
                                    StepRate.of(new double[] {0, 6}, new double[] {loss2, 2 * loss2})),
                            TABLE.number(row, "ratio"),
                            TwoArmSurvivalTest.arrivals(row),
                            TwoArmSurvivalTest.accrualEnd(row))
                    .analysedAt(TwoArmSurvivalTest.time(row));
            check(row, "lakatos", power);
        }
    }

    @Test
    void with_proportional_hazards_as_integrated_in_r() {
        for (int row = 0; row < TABLE.size(); row++) {
            check(row, "lakatos_proportional", TwoArmSurvivalTest.study(row).analysedAt(TwoArmSurvivalTest.time(row)));
        }
    }

    private static void check(int row, String column, LogRankPower power) {
        double[] r = TABLE.numbers(row, column);
        SameAsR.estimate(r[0], power.eventsPerPatient(), TABLE.line(row));
        SameAsR.estimate(r[1], power.driftPerRoot(), TABLE.line(row));
    }

    /**
     * Two arms 1:1, 200 patients in 24 months, control median 12 months, hazard ratio 0.65 (in the second study from
     * month 4 on), 5 % lost a year, analysed at 140 events, one-sided 0.025. 50,000 simulated trials have a standard
     * error of 0.0022 at most; the normal approximation is given 0.005 beside the 3.5 errors.
     */
    @Test
    void two_studies_at_140_events() {
        for (int row = 0; row < 2; row++) {
            StepRate loss = StepRate.constant(-StrictMath.log(0.95) / 12);
            double control = StrictMath.log(2) / 12;
            StepRate treated = row == 0
                    ? StepRate.constant(0.65 * control)
                    : StepRate.of(new double[] {0, 4}, new double[] {control, 0.65 * control});
            TwoArmSurvival study = TwoArmSurvival.of(
                    new TwoArmSurvival.Arm(treated, loss),
                    new TwoArmSurvival.Arm(StepRate.constant(control), loss),
                    1,
                    StepRate.constant(200 / 24.0),
                    24);
            double time = study.timeOf(140, 200);
            assertEquals(TRIALS.number(row, "time"), time, 1e-7);
            LogRankPower power = study.analysedAt(time);
            assertEquals(140, power.events(200), 1e-9);
            assertEquals(TRIALS.number(row, "drift"), power.driftPerRoot(), 1e-9);
            assertEquals(TRIALS.number(row, "power"), power.power(200, 0.025), 1e-9);
            assertEquals(TRIALS.number(row, "simulated"), power.power(200, 0.025), 0.005 + 3.5 * 0.0022);
            assertEquals(200, power.patients(0.025, power.power(200, 0.025)), 1e-9);
        }
        assertEquals(TRIALS.number(0, "rpact_power"), RequiredEvents.SCHOENFELD.power(140, 0.65, 1, 0.025), 1e-12);
        assertEquals(TRIALS.number(0, "rpact_time"), TRIALS.number(0, "time"), 1e-6);
    }

    /** Equal arms: the power is the level. */
    @Test
    void no_effect() {
        LogRankPower power = even(0.1, 0.1).analysedAt(12);
        assertEquals(0, power.driftPerRoot());
        assertEquals(0.025, power.power(100, 0.025), 1e-15);
    }

    /** Few events, equal arms, a ratio near 1: Schoenfeld's drift, log(1/ratio) sqrt(events) / 2. */
    @Test
    void near_one_it_is_schoenfelds() {
        LogRankPower power = even(0.01 * 0.99, 0.01).analysedAt(12.001);
        double schoenfeld = RequiredEvents.SCHOENFELD.drift(power.events(1000), 0.99, 1);
        assertEquals(schoenfeld, power.drift(1000), 1e-3 * schoenfeld);
    }

    private static TwoArmSurvival even(double hazard1, double hazard2) {
        StepRate none = StepRate.constant(0);
        return TwoArmSurvival.of(
                new TwoArmSurvival.Arm(StepRate.constant(hazard1), none),
                new TwoArmSurvival.Arm(StepRate.constant(hazard2), none),
                1,
                StepRate.constant(1),
                12);
    }

    @Test
    void refusals() {
        LogRankPower worse = even(0.2, 0.1).analysedAt(12);
        assertThrows(IllegalArgumentException.class, () -> worse.patients(0.025, 0.8));
        LogRankPower better = even(0.1, 0.2).analysedAt(12);
        assertThrows(IllegalArgumentException.class, () -> better.patients(0.8, 0.8));
        assertThrows(IllegalArgumentException.class, () -> better.power(0, 0.025));
        assertThrows(IllegalArgumentException.class, () -> better.power(100, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> even(0, 0).analysedAt(12));
        assertThrows(IllegalArgumentException.class, () -> even(0.1, 0.2).analysedAt(0));
    }
}
