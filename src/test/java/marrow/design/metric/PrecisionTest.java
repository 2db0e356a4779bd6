package marrow.design.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marrow.montecarlo.Estimate;
import org.junit.jupiter.api.Test;

class PrecisionTest {
    private static final Metric KNOWN = new Metric("known", Estimate.exactly(1));

    private static boolean met(String goals, Results results) {
        return new Precision(Stream.of(goals.split(",")).map(Precision.Goal::of).toList()).met(results);
    }

    private static Results test(Metric... ofAnalysis) {
        return new Results(
                1024,
                0,
                List.of(),
                List.of(KNOWN),
                Map.of(),
                Map.of("primary", List.of(ofAnalysis)),
                List.of(),
                Map.of());
    }

    private static boolean metOfShare(String goal, long ones, long n) {
        return met(goal, test(new Metric("power", Estimate.share(ones, n))));
    }

    @Test
    void a_metric_is_waited_for_wherever_it_stands() {
        List<Metric> vague = List.of(new Metric("vague", Estimate.of(5, 0.1)));
        List<Metric> known = List.of(KNOWN);
        List<Results> places = List.of(
                new Results(1, 0, List.of(), vague, Map.of(), Map.of(), List.of(), Map.of()),
                new Results(1, 0, List.of(), known, Map.of("OS", vague), Map.of(), List.of(), Map.of()),
                new Results(1, 0, List.of(), known, Map.of(), Map.of("test", vague), List.of(), Map.of()),
                new Results(1, 0, List.of(), known, Map.of(), Map.of(), vague, Map.of()),
                new Results(1, 0, List.of(), known, Map.of(), Map.of(), known, Map.of("rule", List.of(known, vague))));
        for (Results results : places) {
            assertTrue(met("vague=0.1", results));
            assertFalse(met("vague=0.09", results));
            assertTrue(met("vague>=4", results));
            assertFalse(met("vague>=4.9", results));
        }
    }

    @Test
    void what_is_not_told_yet_is_waited_for() {
        assertFalse(met("bias_given_harm=0.1", test(KNOWN)));
        assertFalse(met("known=0.1,bias_given_harm=0.1", test(KNOWN)));
        assertFalse(met("mean=0.1", test(new Metric("mean", Estimate.of(Double.NaN, Double.NaN)))));
        assertFalse(met("mean>=0.1", test(new Metric("mean", Estimate.of(3, Double.NaN)))));
    }

    /** One word for all truths of a scenario; a type I error is of the nulls alone. */
    @Test
    void the_power_under_a_null_is_its_type_one_error() {
        Results alternative = test(new Metric("power", Estimate.share(800, 1024)));
        Results noEffect = test(new Metric("type_1_error", Estimate.share(50, 1024)));
        assertFalse(met("power=0.005", noEffect));
        assertTrue(met("power=0.01", noEffect));
        assertFalse(met("type_1_error=0.005", noEffect));
        assertTrue(met("type_1_error=0.005", alternative));
        assertFalse(met("power=0.01", alternative));
    }

    /** Wilson's interval of a share of 1 in n goes down to n / (n + 3.29^2): past 0.9995 beyond 21,636 trials, not at the first that are asked. */
    @Test
    void a_share_of_one_is_not_clear_of_a_threshold_near_it() {
        assertFalse(metOfShare("power>=0.9995", 1024, 1024));
        assertFalse(metOfShare("power>=0.9995", 21_600, 21_600));
        assertTrue(metOfShare("power>=0.9995", 21_700, 21_700));
        assertTrue(metOfShare("power>=0.9", 1024, 1024));
        assertFalse(metOfShare("power<=0.0005", 0, 1024));
        assertTrue(metOfShare("power<=0.0005", 0, 21_700));
        assertThrows(IllegalArgumentException.class, () -> Precision.Goal.of("power>=2"));
        assertEquals(new Precision.AtMost("power", 0.05), Precision.Goal.of("power=5 %"));
        assertFalse(metOfShare("power>=1", 1_000_000, 1_000_000));
    }

    /** Half of Wilson's interval of 0 or n of n is 1.96 / (2 (n + 3.84)) errors. */
    @Test
    void a_share_of_none_or_all_has_the_error_of_its_interval() {
        assertEquals(0, Estimate.share(0, 1024).mcse());
        for (long ones : new long[] {0, 1024}) {
            assertTrue(metOfShare("power=0.00096", ones, 1024));
            assertFalse(metOfShare("power=0.00095", ones, 1024));
        }
        assertTrue(metOfShare("power=0.0001", 0, 9_800));
        assertFalse(metOfShare("power=0.0001", 0, 9_790));
        assertTrue(met("known=0.0001", test(KNOWN)), "what is no share and has no spread is known");
    }
}
