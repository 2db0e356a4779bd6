package marrow.design.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import marrow.montecarlo.Estimate;
import marrow.stats.exact.ExactSingleStage;
import org.junit.jupiter.api.Test;

/** The search against powers that are known. */
class SizeSearchTest {
    private static PowerAt at(int n, double power) {
        return new PowerAt(n, Estimate.of(power, 0.01), n, 0);
    }

    /** n / (n + 50), which passes 0.8 at 200. */
    private static PowerAt smooth(int n) {
        return at(n, n / (n + 50.0));
    }

    @Test
    void a_smooth_curve_is_passed_where_it_is_wherever_one_begins() {
        for (int guess : new int[] {1, 3, 199, 200, 201, 5_000, SizeSearch.MOST_PATIENTS}) {
            SizeSearch found = SizeSearch.of(SizeSearchTest::smooth, 0.8, guess);
            assertEquals(200, found.first());
            assertEquals(200, found.forGood());
        }
    }

    /** 0.8 lies in 0.8 +- 1.96 * 0.01 at sizes with a power of 0.7804 to 0.8196: 178 to 227, steps of 5 from 180 to 230. */
    @Test
    void how_far_the_error_reaches() {
        SizeSearch found = SizeSearch.of(SizeSearchTest::smooth, 0.8, 160);
        assertEquals(180, found.least());
        assertEquals(225, found.most());
        assertEquals(11, found.window().size());
        assertEquals(180, found.window().get(0).patients());
        assertTrue(found.mayBeFewer() && !found.mayBeMore());
    }

    /** Below 153 the power is 0.79, from there on 0.83, with an error of 0.01 on either side of the step. */
    @Test
    void the_answer_is_among_the_sizes_that_it_may_be() {
        SizeSearch found = SizeSearch.of(n -> at(n, n < 150 ? 0.7 : n < 153 ? 0.79 : 0.83), 0.8, 160);
        assertEquals(153, found.first());
        assertEquals(150, found.least());
        assertEquals(153, found.most());
        assertFalse(found.mayBeFewer() || found.mayBeMore());
    }

    /** A scenario may have more patients than are looked at, and the answer be far below. */
    @Test
    void a_first_guess_may_lie_beyond_the_largest_size() {
        assertEquals(200, SizeSearch.of(SizeSearchTest::smooth, 0.8, 1_000_000).first());
    }

    /** 65 against 85 %: 31 is the first, 33 and 34 fail again. */
    @Test
    void the_teeth_of_an_exact_test_are_seen() {
        IntFunction<PowerAt> exact =
                n -> at(n, ExactSingleStage.ofSize(n, 0.65, 0.85, 0.05).power());
        SizeSearch found = SizeSearch.of(exact, 0.8, 31);
        assertEquals(31, found.first());
        assertEquals(35, found.forGood());
    }

    @Test
    void few_sizes_are_looked_at() {
        Set<Integer> seen = new HashSet<>();
        SizeSearch.of(
                n -> {
                    seen.add(n);
                    return smooth(n);
                },
                0.8,
                31);
        assertTrue(seen.size() < 25, seen.toString());
    }

    @Test
    void one_patient_may_be_enough() {
        SizeSearch found = SizeSearch.of(n -> at(n, 0.9), 0.8, 31);
        assertEquals(1, found.first());
        assertEquals(1, found.least());
    }

    @Test
    void what_is_never_reached_is_said() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> SizeSearch.of(n -> at(n, 0.3), 0.8, 31));
        assertTrue(refused.getMessage().contains("20000 patients"), refused.getMessage());
    }
}
