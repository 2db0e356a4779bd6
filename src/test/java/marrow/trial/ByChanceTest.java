package marrow.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ByChanceTest {
    private final Strangers strangers = new Strangers();

    @Test
    void the_shares_are_kept_on_average() {
        // Bounds of 4.9 standard errors: chance of a false alarm 1e-6 an arm, were the seed not fixed.
        Allocation.Allocator allocator = Allocation.BY_CHANCE.allocator(new double[] {2, 0.5, 1}, Strangers.door());
        double[] share = {2 / 3.5, 0.5 / 3.5, 1 / 3.5};
        int n = 100_000;
        int[] patients = new int[3];
        int together = 0;
        int last = -1;
        for (int i = 0; i < n; i++) {
            int arm = strangers.allocate(allocator, null);
            patients[arm]++;
            together += arm == last ? 1 : 0;
            last = arm;
        }
        for (int arm = 0; arm < 3; arm++) {
            assertEquals(
                    n * share[arm], patients[arm], 4.9 * Math.sqrt(n * share[arm] * (1 - share[arm])), "arm " + arm);
        }
        double same = share[0] * share[0] + share[1] * share[1] + share[2] * share[2];
        // Neighbouring pairs are dependent where shares differ; twice the binomial variance bounds that.
        assertEquals(n * same, together, 4.9 * Math.sqrt(2 * n * same * (1 - same)), "neighbours in one arm");
    }

    @Test
    void a_single_arm_takes_everybody() {
        Allocation.Allocator allocator = Allocation.SINGLE_ARM.allocator(new double[] {1}, Strangers.door());
        assertEquals(0, strangers.allocate(allocator, null));
    }
}
