package marrow.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import marrow.random.AddressedRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class PermutedBlocksTest {
    private final Strangers strangers = new Strangers();

    private String order(Allocation.Allocator allocator, int patients) {
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < patients; i++) {
            order.append(strangers.allocate(allocator, strangers.with("not", "old")));
        }
        return order.toString();
    }

    /** Were the seed not fixed, a right allocation would fail with chance 1e-6. */
    private void allOrdersComeEquallyOften(Allocation.Allocator allocator, int size, int orders, int[] arms) {
        Map<String, Integer> seen = new HashMap<>();
        int blocks = 1000 * orders;
        for (int block = 0; block < blocks; block++) {
            String order = order(allocator, size);
            for (int arm = 0; arm < arms.length; arm++) {
                char name = (char) ('0' + arm);
                assertEquals(arms[arm], order.chars().filter(c -> c == name).count(), "block " + order);
            }
            seen.merge(order, 1, Integer::sum);
        }
        assertEquals(orders, seen.size());
        double chiSquared = seen.values().stream()
                .mapToDouble(count -> (count - 1000.0) * (count - 1000.0) / 1000)
                .sum();
        double allowed = ChiSquaredDistribution.of(orders - 1).inverseSurvivalProbability(1e-6);
        assertTrue(chiSquared < allowed, "chi-squared " + chiSquared + ", allowed " + allowed);
    }

    @Test
    void every_block_is_balanced_and_all_orders_are_equally_likely() {
        Allocation blocks = new PermutedBlocks(2, List.of());
        allOrdersComeEquallyOften(blocks.allocator(new double[] {1, 1}, Strangers.door()), 4, 6, new int[] {2, 2});
    }

    @Test
    void so_with_unequal_shares_and_three_arms() {
        allOrdersComeEquallyOften(
                new PermutedBlocks(1, List.of()).allocator(new double[] {2, 1, 1}, Strangers.door()), 4, 12, new int[] {
                    2, 1, 1
                });
        allOrdersComeEquallyOften(
                new PermutedBlocks(2, List.of()).allocator(new double[] {2, 1}, Strangers.door()), 6, 15, new int[] {
                    4, 2
                });
    }

    @Test
    void every_stratum_has_blocks_of_its_own() {
        Allocation.Allocator allocator =
                new PermutedBlocks(2, List.of("lesion", "age")).allocator(new double[] {1, 1}, Strangers.door());
        SplittableRandom random = new SplittableRandom(3);
        String[] lesions = {"visceral", "osseous", "soft"};
        String[] ages = {"young", "old"};
        int[][] patients = new int[6][2];
        for (int i = 0; i < 3000; i++) {
            int lesion = random.nextInt(3);
            int age = random.nextInt(2);
            // Status and interval differ too, and do not matter.
            int arm = strangers.allocate(
                    allocator,
                    strangers.with(
                            random.nextBoolean() ? "ambulatory" : "not",
                            ages[age],
                            random.nextBoolean() ? "short" : "long",
                            lesions[lesion]));
            int[] here = patients[2 * lesion + age];
            here[arm]++;
            int off = Math.abs(here[0] - here[1]);
            assertTrue(off <= 2 && ((here[0] + here[1]) % 4 != 0 || off == 0), "patient " + i);
        }
    }

    @Test
    void a_new_trial_begins_with_new_blocks() {
        Allocation.Allocator allocator =
                new PermutedBlocks(2, List.of()).allocator(new double[] {1, 1}, Strangers.door());
        for (int trial = 0; trial < 100; trial++) {
            allocator.begin();
            String order = order(allocator, 7);
            assertEquals(2, order.chars().limit(4).filter(c -> c == '1').count(), order);
        }
    }

    @Test
    void the_numbers_of_a_patient_allocate_that_patient_alone() {
        Allocation.Allocator one = new PermutedBlocks(2, List.of()).allocator(new double[] {1, 1}, Strangers.door());
        Allocation.Allocator other = new PermutedBlocks(2, List.of()).allocator(new double[] {1, 1}, Strangers.door());
        int[][] arms = new int[2][40];
        for (int i = 0; i < 40; i++) {
            arms[0][i] = strangers.allocate(one, strangers.with("not", "old"));
        }
        Strangers again = new Strangers();
        for (int i = 0; i < 40; i++) {
            arms[1][i] = again.allocate(other, again.with("not", "old"));
        }
        assertArrayEquals(arms[0], arms[1]);
    }

    @Test
    void all_at_once_come_to_the_arms_to_which_they_come_one_by_one() {
        for (double[] shares : new double[][] {{1, 1}, {1, 2}, {2, 1, 1}, {1}}) {
            Allocation.Allocator allocator = new PermutedBlocks(2, List.of()).allocator(shares, Strangers.door());
            AddressedRandom random = AddressedRandom.of(20261122);
            int[] all = new int[101];
            for (int replicate = 0; replicate < 50; replicate++) {
                random.patient(replicate, -1);
                allocator.allocateAll(all, random);
                allocator.begin();
                for (int i = 0; i < all.length; i++) {
                    assertEquals(allocator.next(i, null, random), all[i]);
                }
            }
        }
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> new PermutedBlocks(0, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new PermutedBlocks(2_000_000_000, List.of()));
        Allocation large = new PermutedBlocks(3_000_000, List.of());
        assertThrows(IllegalArgumentException.class, () -> large.allocator(new double[] {1, 1000}, Strangers.door()));
        Allocation blocks = new PermutedBlocks(1, List.of());
        assertThrows(IllegalArgumentException.class, () -> blocks.allocator(new double[] {0.5, 0.5}, Strangers.door()));
        Allocation stratified = new PermutedBlocks(1, List.of("sex"));
        assertEquals(
                "there is no track sex",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> stratified.allocator(new double[] {1, 1}, Strangers.door()))
                        .getMessage());
    }
}
