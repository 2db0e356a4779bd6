package marrow.stats.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import org.junit.jupiter.api.Test;

class RequiredEventsTest {
    private static final RTable TABLE = RTable.read("log-rank-size.csv.gz");

    @Test
    void events_patients_and_power_of_1000_random_studies_by_rpact() {
        for (int row = 0; row < TABLE.size(); row++) {
            RequiredEvents kind = RequiredEvents.valueOf(TABLE.text(row, "kind").toUpperCase(Locale.ROOT));
            String what = TABLE.line(row);
            double hr = TABLE.number(row, "hr");
            double ratio = TABLE.number(row, "ratio");
            double alpha = TABLE.number(row, "alpha");
            double[] size = TABLE.numbers(row, "size");
            double events = kind.events(hr, ratio, alpha, 1 - TABLE.number(row, "beta"));
            SameAsR.estimate(size[1], events, what);
            double patients = events / TwoArmSurvivalTest.study(row).eventProbability(TwoArmSurvivalTest.time(row));
            TwoArmSurvivalTest.sameAsRpact(row, size[0], patients);
            double power = TABLE.numbers(row, "reached")[0];
            SameAsR.pValue(power, kind.power(TABLE.number(row, "at_events"), hr, ratio, alpha), what);
        }
    }

    /** Hazard ratio 0.5, alpha 0.05 two-sided, power 0.8, 1:1: by hand, (1.95996 + 0.84162)^2 times 4 / 0.48045 and 9. */
    @Test
    void by_hand() {
        assertEquals(65.3456, RequiredEvents.SCHOENFELD.events(0.5, 1, 0.025, 0.8), 1e-3);
        assertEquals(70.6398, RequiredEvents.FREEDMAN.events(0.5, 1, 0.025, 0.8), 1e-3);
        for (RequiredEvents kind : RequiredEvents.values()) {
            assertEquals(kind.events(0.5, 1, 0.025, 0.8), kind.events(2, 1, 0.025, 0.8), 1e-9);
            assertEquals(0.8, kind.power(kind.events(0.7, 2, 0.025, 0.8), 0.7, 2, 0.025), 1e-14);
            assertEquals(2.801585, kind.drift(kind.events(0.7, 2, 0.025, 0.8), 0.7, 2), 1e-6);
        }
    }

    @Test
    void refusals() {
        for (RequiredEvents kind : RequiredEvents.values()) {
            assertThrows(IllegalArgumentException.class, () -> kind.events(1, 1, 0.025, 0.8));
            assertThrows(IllegalArgumentException.class, () -> kind.events(Double.NaN, 1, 0.025, 0.8));
            assertThrows(IllegalArgumentException.class, () -> kind.events(0.5, 0, 0.025, 0.8));
            assertThrows(IllegalArgumentException.class, () -> kind.events(0.5, 1, 0.9, 0.8));
            assertThrows(IllegalArgumentException.class, () -> kind.power(0, 0.5, 1, 0.025));
            assertThrows(IllegalArgumentException.class, () -> kind.power(100, 0.5, 1, 1));
        }
    }
}
