package marrow.stats.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import org.junit.jupiter.api.Test;

class ToxicityBoundaryTest {
    private static final RTable TABLE = RTable.read("toxicity.csv.gz");

    @Test
    void boundaries_as_enumerated_in_r() {
        assertEquals(1040, TABLE.size());
        for (int row = 0; row < TABLE.size(); row++) {
            double p0 = TABLE.number(row, "p0");
            double alpha = TABLE.number(row, "alpha");
            String kind = TABLE.text(row, "kind");
            ToxicityBoundary rule = ToxicityBoundary.continuous((int) TABLE.number(row, "patients"), p0);
            StoppingBoundary boundary = kind.equals("bayes")
                    ? rule.bayesian(2 * p0, 2 * (1 - p0), alpha)
                    : rule.wangTsiatis(Double.parseDouble(kind.substring(3)), alpha);
            assertEquals(StoppingBoundary.of(TABLE.integers(row, "boundary")), boundary, TABLE.line(row));
            SameAsR.within(1e-13, TABLE.number(row, "stops"), boundary.stops(p0), TABLE.line(row));
            SameAsR.within(1e-13, TABLE.number(row, "stopsHigher"), boundary.stops(p0 + 0.2), TABLE.line(row));
        }
    }

    /** 200,000 studies: each assertion fails by chance once in 1e5 seeds (4.4 standard errors). */
    @Test
    void characteristics_as_simulated() {
        StoppingBoundary boundary = ToxicityBoundary.continuous(31, 0.2).pocock(0.1);
        SplittableRandom random = new SplittableRandom(7);
        int studies = 200_000;
        int stopped = 0;
        double patients = 0;
        double squares = 0;
        for (int i = 0; i < studies; i++) {
            int toxic = 0;
            int n = 0;
            boolean stop = false;
            while (n < 31 && !stop) {
                n++;
                toxic += random.nextDouble() < 0.35 ? 1 : 0;
                stop = toxic >= boundary.stopFrom(n);
            }
            stopped += stop ? 1 : 0;
            patients += n;
            squares += n * n;
        }
        double rate = boundary.stops(0.35);
        assertEquals(rate, stopped / (double) studies, 4.4 * Math.sqrt(rate * (1 - rate) / studies));
        double mean = patients / studies;
        double error = Math.sqrt((squares / studies - mean * mean) / studies);
        assertEquals(boundary.expectedPatients(0.35), mean, 4.4 * error);
        assertEquals(0.35 * boundary.expectedPatients(0.35), boundary.expectedToxicities(0.35));
    }

    @Test
    void a_given_certainty_is_met_at_the_edge() {
        StoppingBoundary boundary = ToxicityBoundary.continuous(20, 0.3).bayesianCertainty(0.6, 1.4, 0.9);
        for (int n = 1; n <= 20; n++) {
            int b = boundary.stopFrom(n);
            assertTrue(b > n || certainty(b, n) >= 0.9);
            assertTrue(b == 1 || certainty(b - 1, n) < 0.9);
        }
    }

    private static double certainty(int toxic, int n) {
        return 1 - org.apache.commons.math3.special.Beta.regularizedBeta(0.3, 0.6 + toxic, 1.4 + n - toxic);
    }

    @Test
    void looks_after_cohorts_alone() {
        StoppingBoundary boundary =
                ToxicityBoundary.after(new int[] {10, 20, 30}, 0.2).oBrienFleming(0.05);
        assertEquals(30, boundary.patients());
        for (int n = 1; n <= 30; n++) {
            assertEquals(n % 10 == 0, boundary.stopFrom(n) <= n);
        }
        assertTrue(boundary.stops(0.2) <= 0.05);
        assertTrue(boundary.expectedPatients(0.2) > 29);
    }

    /** Where no rule can keep alpha but one that never stops. */
    @Test
    void a_rule_may_never_stop() {
        StoppingBoundary boundary = ToxicityBoundary.continuous(2, 0.5).pocock(0.1);
        assertEquals(0, boundary.stops(1));
        assertEquals(2, boundary.expectedPatients(1));
    }

    @Test
    void two_rules_are_one_when_they_stop_alike() {
        StoppingBoundary rule = StoppingBoundary.of(2, 2, 3);
        assertEquals(rule, StoppingBoundary.of(2, 2, 3));
        assertEquals(rule.hashCode(), StoppingBoundary.of(2, 2, 3).hashCode());
        assertNotEquals(rule, StoppingBoundary.of(2, 2, 4));
        assertNotEquals(rule.hashCode(), StoppingBoundary.of(2, 2, 4).hashCode());
        assertNotEquals(rule, (Object) "stop");
        assertEquals("stop from [2, 2, 3]", rule.toString());
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> ToxicityBoundary.continuous(0, 0.2));
        assertThrows(IllegalArgumentException.class, () -> ToxicityBoundary.continuous(20, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> ToxicityBoundary.after(new int[] {10, 10}, 0.2));
        ToxicityBoundary rule = ToxicityBoundary.continuous(20, 0.2);
        assertThrows(IllegalArgumentException.class, () -> rule.pocock(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> rule.bayesian(0, 1, 0.05));
        assertThrows(IllegalArgumentException.class, () -> rule.wangTsiatis(Double.NaN, 0.05));
        assertThrows(IllegalArgumentException.class, () -> rule.bayesianCertainty(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> StoppingBoundary.of(0, 1));
        assertThrows(IllegalArgumentException.class, () -> StoppingBoundary.of(1, 0));
        assertThrows(IllegalArgumentException.class, StoppingBoundary::of);
    }
}
