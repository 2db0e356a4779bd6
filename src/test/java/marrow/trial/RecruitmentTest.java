package marrow.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import marrow.dist.Uniform;
import marrow.montecarlo.Moments;
import marrow.random.AddressedRandom;
import org.junit.jupiter.api.Test;

/** Each statistical bound is 4.9 standard errors: were the seeds not fixed, a right sampler would break one with chance 1e-6. */
class RecruitmentTest {
    private static final double[] PERIODS = {0, 30, 60, 90, 120};
    private static final Intensity RISING = Intensity.steps(PERIODS, new double[] {0.1, 0.4, 0, 1, 2});

    @Test
    void a_poisson_process_has_independent_poisson_counts_in_every_period() {
        double[] expected = {3, 12, 0, 30, 60};
        Moments[] count = moments(5);
        Moments[] squared = moments(5);
        Moments products = new Moments();
        for (int replicate = 0; replicate < 3000; replicate++) {
            double[] days = Coming.days(Recruitment.poisson(RISING), replicate, 250);
            double before = 0;
            double[] off = new double[5];
            for (int k = 0; k < 5; k++) {
                double until = Coming.until(days, PERIODS[k] + 30);
                off[k] = until - before - expected[k];
                count[k].add(off[k]);
                squared[k].add(off[k] * off[k]);
                before = until;
            }
            products.add(off[1] * off[3]);
        }
        for (int k : new int[] {0, 1, 3, 4}) {
            assertEquals(0, Coming.z(count[k], 0), 4.9, "mean of period " + k);
            assertEquals(0, Coming.z(squared[k], expected[k]), 4.9, "variance of period " + k);
        }
        assertEquals(0, squared[2].mean(), "in a period without recruitment");
        assertEquals(0, Coming.z(products, 0), 4.9, "covariance");
    }

    @Test
    void regular_recruitment_is_as_even_as_can_be_and_draws_nothing() {
        assertArrayEquals(new double[] {5, 15, 25, 31.25, 33.75}, Coming.days(Recruitment.regular(RISING), 1, 5));
        assertArrayEquals(
                Coming.days(Recruitment.regular(RISING), 1, 40), Coming.days(Recruitment.regular(RISING), 2, 40));
    }

    @Test
    void over_a_period_patients_are_the_order_statistics_of_uniform_days() {
        int n = 9;
        Moments[] share = moments(n);
        Moments[] squared = moments(n);
        for (int replicate = 0; replicate < 20_000; replicate++) {
            double[] days = Coming.days(Recruitment.over(730.5), replicate, n);
            for (int k = 0; k < n; k++) {
                double off = days[k] / 730.5 - (k + 1.0) / (n + 1);
                share[k].add(off);
                squared[k].add(off * off);
            }
        }
        for (int k = 0; k < n; k++) {
            double variance = (k + 1.0) * (n - k) / ((n + 1.0) * (n + 1) * (n + 2));
            assertEquals(0, Coming.z(share[k], 0), 4.9, "mean of patient " + k);
            assertEquals(0, Coming.z(squared[k], variance), 4.9, "variance of patient " + k);
        }
    }

    @Test
    void the_first_patients_of_a_larger_trial_come_on_the_same_days_and_all_in_order() {
        List<Recruitment> all = List.of(
                Recruitment.poisson(RISING),
                Recruitment.regular(RISING),
                new Sites(5, Uniform.of(0, 200), 0.05, 0.7),
                new Screening(Recruitment.poisson(RISING), 0.4),
                new Screening(new Sites(5, Uniform.of(0, 200), 0.05, 0), 0.2));
        for (Recruitment recruitment : all) {
            for (int replicate = 0; replicate < 50; replicate++) {
                double[] large = Coming.days(recruitment, replicate, 300);
                assertArrayEquals(
                        Arrays.copyOf(large, 31), Coming.days(recruitment, replicate, 31), recruitment.toString());
                for (int i = 1; i < large.length; i++) {
                    assertTrue(large[i - 1] <= large[i], recruitment.toString());
                }
                assertTrue(large[0] > 0, recruitment.toString());
            }
        }
    }

    @Test
    void the_scratch_of_a_thread_serves_trial_after_trial() {
        Recruitment.Arrivals arrivals = new Screening(new Sites(5, Uniform.of(0, 200), 0.05, 0.7), 0.4).arrivals();
        AddressedRandom random = AddressedRandom.of(20261121);
        double[] days = new double[40];
        for (int replicate = 0; replicate < 20; replicate++) {
            random.patient(replicate, -1);
            arrivals.fill(days, 40, random);
            Recruitment afresh = new Screening(new Sites(5, Uniform.of(0, 200), 0.05, 0.7), 0.4);
            assertArrayEquals(Coming.days(afresh, replicate, 40), days);
            assertEquals(Coming.screened(afresh, replicate, 40), arrivals.screenedFor(40));
        }
    }

    private static Moments[] moments(int n) {
        Moments[] moments = new Moments[n];
        Arrays.setAll(moments, k -> new Moments());
        return moments;
    }
}
