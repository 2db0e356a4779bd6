package marrow.montecarlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marrow.random.AddressedRandom;
import marrow.stats.law.Interval;
import marrow.stats.proportion.ProportionInterval;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void a_share_has_wilsons_interval() {
        for (int n : new int[] {1, 2, 31, 10_000, 1_000_000}) {
            for (int ones : new int[] {0, 1, n / 3, n - 1, n}) {
                Moments column = new Moments();
                for (int i = 0; i < n; i++) {
                    column.add(i < ones ? 1 : 0);
                }
                Interval wilson = ProportionInterval.WILSON.of(ones, n, 0.95);
                for (Estimate share : new Estimate[] {Estimate.share(column), Estimate.share(ones, n)}) {
                    double p = (double) ones / n;
                    assertEquals(new Estimate(p, Math.sqrt(p * (1 - p) / n), wilson.lower(), wilson.upper()), share);
                }
            }
        }
        // R 4.2.2: prop.test(25, 31, correct = FALSE)$conf.int
        Estimate share = Estimate.share(25, 31);
        assertEquals(0.6371974219, share.lower(), 1e-10);
        assertEquals(0.9081299164, share.upper(), 1e-10);
    }

    @Test
    void a_missing_answer_is_no_one() {
        Moments column = new Moments();
        for (double x : new double[] {1, Double.NaN, 0, 1, Double.NaN}) {
            column.add(x);
        }
        assertEquals(Estimate.share(2, 5), Estimate.share(column));
        Moments missing = new Moments();
        missing.add(Double.NaN);
        assertEquals(Estimate.share(0, 1), Estimate.share(missing));
    }

    @Test
    void nothing_is_known_from_nothing() {
        Estimate share = Estimate.share(0, 0);
        assertTrue(Double.isNaN(share.value()) && share.lower() == 0 && share.upper() == 1);
        Estimate mean = Estimate.mean(new Moments());
        assertTrue(Double.isNaN(mean.value()) && Double.isNaN(mean.mcse()) && Double.isNaN(mean.upper()));
    }

    @Test
    void a_mean_has_a_normal_interval() {
        Moments column = new Moments();
        for (double x : new double[] {1, 2, 3, 4, 5}) {
            column.add(x);
        }
        double error = Math.sqrt(2.5 / 5);
        Estimate mean = Estimate.mean(column);
        assertEquals(3, mean.value());
        assertEquals(error, mean.mcse(), 1e-15);
        assertEquals(3 - 1.959963984540054 * error, mean.lower(), 1e-14);
        assertEquals(3 + 1.959963984540054 * error, mean.upper(), 1e-14);
    }

    @Test
    void errors_add_in_squares() {
        Estimate difference = Estimate.of(5, 0.3).minus(Estimate.of(2, 0.4));
        assertEquals(3, difference.value());
        assertEquals(0.5, difference.mcse(), 1e-15);
        assertEquals(Estimate.of(5, 0.3), Estimate.of(5, 0.3).minus(Estimate.exactly(0)));
    }

    /**
     * 4,000 columns of 400 unit exponentials each: standard deviations scatter as their standard errors say. The mean
     * error is biased low by a few percent at this n, as the fourth moment of a skew law is, so the bound is 5 %; the
     * 4,000 columns themselves add 1.6 % at one standard error.
     */
    @Test
    void the_error_of_a_deviation_is_how_far_deviations_scatter() {
        AddressedRandom random = AddressedRandom.of(20261121);
        Moments deviations = new Moments();
        Moments squaredErrors = new Moments();
        Moments covered = new Moments();
        for (int column = 0; column < 4000; column++) {
            random.patient(column, 0);
            random.at(0, 0);
            Moments moments = new Moments();
            for (int i = 0; i < 400; i++) {
                moments.add(random.exponential());
            }
            Estimate deviation = Estimate.deviation(moments);
            assertEquals(Math.sqrt(moments.variance()), deviation.value());
            deviations.add(deviation.value());
            squaredErrors.add(deviation.mcse() * deviation.mcse());
            covered.add(deviation.lower() <= 1 && 1 <= deviation.upper() ? 1 : 0);
        }
        double scatter = Math.sqrt(deviations.variance());
        // By theory sqrt((mu4 - 1) / n) / 2 with mu4 = 9: 0.0707.
        assertEquals(0.0707, scatter, 0.004);
        assertEquals(scatter, Math.sqrt(squaredErrors.mean()), 0.05 * scatter);
        assertTrue(covered.mean() > 0.9 && covered.mean() < 0.96, "coverage " + covered.mean());
    }
}
