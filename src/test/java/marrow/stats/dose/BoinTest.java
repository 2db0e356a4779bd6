package marrow.stats.dose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import marrow.stats.law.BinomialLaw;
import org.junit.jupiter.api.Test;

class BoinTest {
    private static int[] every(int cohort, int to, IntUnaryOperator limit) {
        return IntStream.rangeClosed(1, to / cohort)
                .map(k -> limit.applyAsInt(k * cohort))
                .toArray();
    }

    /** Liu and Yuan (2015) print 0.236 and 0.359 for 0.30; the digits beyond are those that R's simFastBOIN prints. */
    @Test
    void the_interval_is_the_published_one() {
        Boin boin = Boin.of(0.3, 5, 3, 10);
        assertEquals(0.2364907, boin.lambdaE(), 5e-8);
        assertEquals(0.3585195, boin.lambdaD(), 5e-8);
        Boin quarter = Boin.of(0.25, 5, 3, 10);
        assertEquals(0.197, quarter.lambdaE(), 5e-4);
        assertEquals(0.298, quarter.lambdaD(), 5e-4);
    }

    /**
     * {@code get.boundary(target = 0.3, ncohort = 10, cohortsize = 3)} of R's package BOIN, as printed by its users up to 27
     * patients and by the vignette of simFastBOIN up to 18. The column of 30 patients is by lambda 0.2365 and 0.3585, and its
     * limit of elimination that of IntervalDesign (Lin and Yin), which eliminates alike.
     */
    @Test
    void the_decision_table_for_30_percent() {
        Boin boin = Boin.of(0.3, 5, 3, 10);
        assertArrayEquals(new int[] {0, 1, 2, 2, 3, 4, 4, 5, 6, 7}, every(3, 30, boin::upTo));
        assertArrayEquals(new int[] {2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, every(3, 30, boin::downFrom));
        assertArrayEquals(new int[] {3, 4, 5, 7, 8, 9, 10, 11, 12, 14}, every(3, 30, boin::giveUpFrom));
    }

    /** Table 1 of Zhao et al. (2024), Clin. Cancer Res. 30:673-679: 3 to 30 patients, one of three stays. */
    @Test
    void the_decision_table_for_25_percent() {
        Boin boin = Boin.of(0.25, 5, 3, 10).stayingOnOneOfThree();
        int[] up = {0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5};
        int[] down = {2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 9, 9};
        int[] giveUp = {3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 11, 12, 12};
        for (int n = 3; n <= 30; n++) {
            assertEquals(up[n - 3], boin.upTo(n), "up, " + n);
            assertEquals(down[n - 3], boin.downFrom(n), "down, " + n);
            assertEquals(giveUp[n - 3], boin.giveUpFrom(n), "given up, " + n);
        }
        assertTrue(boin.giveUpFrom(1) > 1 && boin.giveUpFrom(2) > 2); // not before three patients
    }

    /** The trial on page 25 of the manual of R's BOIN, as the tests of R's escalation tell it. */
    @Test
    void a_published_trial_goes_from_dose_to_dose() {
        Boin boin = Boin.of(0.3, 5, 3, 10);
        int[] treated = new int[5];
        int[] toxic = new int[5];
        int[][] cohorts = {{1, 0, 2}, {2, 0, 3}, {3, 2, 2}, {2, 1, 3}, {3, 0, 3}, {3, 0, 4}, {4, 3, 3}};
        for (int[] cohort : cohorts) { // dose, toxicities, the next dose
            treated[cohort[0] - 1] += 3;
            toxic[cohort[0] - 1] += cohort[1];
            assertEquals(cohort[2] - 1, boin.next(cohort[0] - 1, treated, toxic));
        }
        treated[2] += 3;
        toxic[2] += 1;
        assertEquals(2, boin.next(2, treated, toxic)); // up by its share, but dose 4 has been given up
    }

    /** Yan et al. (2020), J. Stat. Softw. 94(13), page 15: select.mtd recommends dose 3. */
    @Test
    void the_dose_nearest_to_the_target_is_recommended() {
        Boin boin = Boin.of(0.3, 5, 3, 10);
        assertEquals(2, boin.recommends(new int[] {3, 3, 15, 9, 0}, new int[] {0, 0, 4, 4, 0}));
        assertEquals(DoseRule.NONE, boin.recommends(new int[] {3, 3, 0, 0, 0}, new int[] {3, 0, 0, 0, 0}));
        assertEquals(
                0, boin.recommends(new int[] {6, 3, 0, 0, 0}, new int[] {1, 3, 0, 0, 0})); // the second was given up
    }

    /** Estimates out of order are averaged: (1, 0, 1) of 3 become equal, and of equals below the target the highest counts. */
    @Test
    void estimates_are_made_monotone() {
        Boin boin = Boin.of(0.4, 3, 3, 10);
        assertEquals(2, boin.recommends(new int[] {3, 3, 3}, new int[] {1, 0, 1}));
        assertEquals(1, boin.recommends(new int[] {3, 3, 0}, new int[] {1, 0, 0}));
        Boin low = Boin.of(0.1, 3, 3, 10);
        assertEquals(0, low.recommends(new int[] {9, 9, 0}, new int[] {2, 1, 0}));
    }

    /**
     * The row "Eliminate if # of DLT >=" of {@code get.boundary(target, ncohort = 6, cohortsize = 3)}, by its formula in R 4.2.2: the first x
     * of 1 to n with {@code 1 - pbeta(target, x + 1, n - x + 1) > 0.95}, for n of at least 3. Two of three are enough below 25 %.
     */
    @Test
    void a_dose_may_be_given_up_for_less_than_three_toxicities() {
        assertArrayEquals(new int[] {2, 3, 4, 5, 6, 7}, every(3, 18, Boin.of(0.2, 3, 3, 6)::giveUpFrom));
        assertArrayEquals(new int[] {2, 2, 3, 3, 4, 4}, every(3, 18, Boin.of(0.1, 3, 3, 6)::giveUpFrom));
        assertArrayEquals(new int[] {1, 1, 2, 2, 2, 3}, every(3, 18, Boin.of(0.05, 3, 3, 6)::giveUpFrom));
        Boin low = Boin.of(0.2, 2, 3, 6);
        assertEquals(DoseRule.NONE, low.next(0, new int[] {3, 0}, new int[] {2, 0}));
        assertEquals(DoseRule.NONE, low.recommends(new int[] {3, 0}, new int[] {2, 0}));
        assertEquals(0, low.recommends(new int[] {6, 3}, new int[] {1, 2})); // the second is given up
        assertEquals(0, low.recommends(new int[] {2, 0}, new int[] {2, 0})); // two patients give no dose up
    }

    /**
     * By pooling neighbours, with the variances written as R's {@code select.mtd} has them, in 5,000 random studies of five doses that may
     * begin above the lowest. As there, the first dose of three patients or more that is too toxic falls out with all above it, however few
     * its toxicities. Alike are only estimates of one pool.
     */
    @Test
    void the_dose_is_that_of_pooled_neighbours() {
        SplittableRandom random = new SplittableRandom(5);
        int pooled = 0;
        int cut = 0;
        for (int study = 0; study < 5_000; study++) {
            int first = random.nextInt(3);
            int[] treated = new int[5];
            int[] toxic = new int[5];
            for (int dose = first; dose < 5; dose++) {
                treated[dose] = 1 + random.nextInt(12);
                toxic[dose] = random.nextInt(1 + Math.min(2, treated[dose]));
            }
            double target = 0.05 + 0.4 * random.nextDouble();
            int end = admissible(first, treated, toxic, target);
            cut += end < 5 ? 1 : 0;
            double[] estimate = pooled(first, end, treated, toxic);
            pooled += IntStream.range(first + 1, end).anyMatch(dose -> estimate[dose] == estimate[dose - 1]) ? 1 : 0;
            int best = end > first ? first : DoseRule.NONE;
            for (int dose = first + 1; dose < end; dose++) {
                double gain = Math.abs(estimate[best] - target) - Math.abs(estimate[dose] - target);
                boolean alike = Math.abs(gain) < 1e-14;
                assertTrue(alike || Math.abs(gain) > 1e-8, "too near to be told apart: " + gain);
                if (alike ? estimate[dose] < target : gain > 0) {
                    best = dose;
                }
            }
            int found = Boin.of(target, 5, 1, 60).recommends(treated, toxic);
            assertEquals(best, found, () -> Arrays.toString(treated) + Arrays.toString(toxic) + target);
        }
        assertTrue(pooled > 1_500, pooled + " studies with estimates out of order");
        assertTrue(cut > 500, cut + " studies with a dose too toxic");
    }

    /** The first dose that is inadmissible: its posterior beta(x + 1, n - x + 1) above the target is a chance of at most x of n + 1. */
    private static int admissible(int first, int[] treated, int[] toxic, double target) {
        for (int dose = first; dose < 5; dose++) {
            double above = 1 - BinomialLaw.atLeast(toxic[dose] + 1, treated[dose] + 1, target);
            if (treated[dose] >= 3 && above > 0.95) {
                return dose;
            }
        }
        return 5;
    }

    /** Neighbours out of order, or alike, get the mean that is weighted by their inverse variances, until all rise. */
    private static double[] pooled(int first, int end, int[] treated, int[] toxic) {
        double[] estimate = new double[5];
        double[] weight = new double[5];
        for (int dose = first; dose < end; dose++) {
            double n = treated[dose] + 0.1;
            double x = toxic[dose] + 0.05;
            estimate[dose] = x / n;
            weight[dose] = 1 / (x * (n - x) / (n * n * (n + 1)));
        }
        List<int[]> blocks = new ArrayList<>();
        for (int dose = first; dose < end; dose++) {
            int from = dose;
            while (!blocks.isEmpty()
                    && mean(estimate, weight, blocks.get(blocks.size() - 1)) >= mean(estimate, weight, from, dose)) {
                from = blocks.remove(blocks.size() - 1)[0];
            }
            blocks.add(new int[] {from, dose});
        }
        double[] rising = new double[5];
        for (int[] block : blocks) {
            Arrays.fill(rising, block[0], block[1] + 1, mean(estimate, weight, block));
        }
        return rising;
    }

    private static double mean(double[] estimate, double[] weight, int... block) {
        double sum = 0;
        double weights = 0;
        for (int dose = block[0]; dose <= block[1]; dose++) {
            sum += weight[dose] * estimate[dose];
            weights += weight[dose];
        }
        return sum / weights;
    }

    /** Of three with a toxicity in each, P(p > 0.6) is 1 - 0.6^4 = 0.87; of six 0.97. */
    @Test
    void a_high_target_is_not_exceeded_by_three_of_three() {
        Boin boin = Boin.of(0.6, 3, 3, 10);
        assertTrue(boin.giveUpFrom(3) > 3);
        assertEquals(6, boin.giveUpFrom(6));
    }

    @Test
    void nobody_treated_is_no_dose() {
        assertEquals(DoseRule.NONE, Boin.of(0.3, 3, 3, 10).recommends(new int[3], new int[3]));
        assertEquals(2, Boin.of(0.3, 3, 3, 10).recommends(new int[] {0, 0, 6}, new int[] {0, 0, 2}));
    }

    @Test
    void it_ends_when_it_would_stay_with_enough() {
        Boin boin = Boin.of(0.3, 3, 3, 10).endingWith(6);
        assertEquals(DoseRule.NONE, boin.next(1, new int[] {3, 6, 0}, new int[] {0, 2, 0}));
        assertEquals(2, boin.next(1, new int[] {3, 6, 0}, new int[] {0, 1, 0}));
        assertEquals(DoseRule.NONE, boin.next(0, new int[] {3, 0, 0}, new int[] {3, 0, 0}));
        assertEquals(DoseRule.NONE, boin.next(2, new int[] {9, 12, 9}, new int[] {0, 2, 3}));
        assertEquals(1, boin.startingAt(1).start());
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> Boin.of(Double.NaN, 3, 3, 10));
        assertThrows(IllegalArgumentException.class, () -> Boin.of(0.72, 3, 3, 10));
        assertThrows(IllegalArgumentException.class, () -> Boin.of(0.3, 0, 3, 10));
        assertThrows(IllegalArgumentException.class, () -> Boin.of(0.3, 3, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> Boin.of(0.3, 3, 3, 0));
        Boin boin = Boin.of(0.3, 3, 3, 10);
        assertThrows(IllegalArgumentException.class, () -> boin.startingAt(3));
        assertThrows(IllegalArgumentException.class, () -> boin.endingWith(0));
    }
}
