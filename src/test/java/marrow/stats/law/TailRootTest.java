package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TailRootTest {
    @Test
    void the_root_is_found_from_either_side_and_from_itself() {
        for (double guess : new double[] {-600, 2.5, 2.999, 3, 3.001, 3.5, 650}) {
            assertEquals(3, TailRoot.find(y -> y - 3, guess), 1e-14, "from " + guess);
        }
    }

    @Test
    void a_tail_that_is_zero_far_out_does_not_stop_the_search() {
        assertEquals(-2, TailRoot.find(y -> y < -4 ? Double.NEGATIVE_INFINITY : y + 2, -300), 1e-14);
        assertEquals(-2, TailRoot.find(y -> y < -4 ? Double.NEGATIVE_INFINITY : y + 2, 0), 1e-14);
    }

    @Test
    void without_a_root_the_search_ends_where_exp_ends() {
        assertEquals(700, TailRoot.find(y -> -1, 0));
        assertEquals(-700, TailRoot.find(y -> 1, 0));
        assertEquals(700, TailRoot.find(y -> -1, 709));
    }
}
