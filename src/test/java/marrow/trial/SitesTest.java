package marrow.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marrow.dist.Fixed;
import marrow.dist.Normal;
import marrow.dist.Uniform;
import marrow.montecarlo.Moments;
import org.junit.jupiter.api.Test;

/** Each statistical bound is 4.9 standard errors: were the seeds not fixed, a right sampler would break one with chance 1e-6. */
class SitesTest {
    private static final double MONTH = 30.4375;

    @Test
    void each_month_brings_the_patients_that_the_open_sites_promise() {
        int sites = 4;
        double rate = 0.45 / MONTH;
        Sites opening = new Sites(sites, Uniform.of(0, 6 * MONTH), rate, 0.8);
        Moments[] byMonth = new Moments[24];
        for (int month = 1; month <= 24; month++) {
            byMonth[month - 1] = new Moments();
        }
        for (int replicate = 0; replicate < 4000; replicate++) {
            double[] days = Coming.days(opening, replicate, 400);
            for (int month = 1; month <= 24; month++) {
                byMonth[month - 1].add(Coming.until(days, month * MONTH));
            }
        }
        for (int month = 1; month <= 24; month++) {
            // E max(0, t - U) for U uniform on (0, 6): t^2 / 12 until month 6, then t - 3
            double openMonths = month < 6 ? month * month / 12.0 : month - 3.0;
            assertEquals(0, Coming.z(byMonth[month - 1], sites * 0.45 * openMonths), 4.9, "month " + month);
        }
    }

    @Test
    void a_gamma_spread_of_rates_makes_counts_negative_binomial() {
        // 3 sites open from day 0, each with mean 0.1 a day: 30 by day 100. Var = 30 + 30^2 spread^2 / 3.
        for (double spread : new double[] {0, 0.5, 1}) {
            Moments count = new Moments();
            Moments squared = new Moments();
            for (int replicate = 0; replicate < 4000; replicate++) {
                double off =
                        Coming.until(Coming.days(new Sites(3, Fixed.of(0), 0.1, spread), replicate, 400), 100) - 30;
                count.add(off);
                squared.add(off * off);
            }
            assertEquals(0, Coming.z(count, 0), 4.9, "mean with spread " + spread);
            assertEquals(0, Coming.z(squared, 30 + 300 * spread * spread), 4.9, "variance with spread " + spread);
        }
    }

    @Test
    void nobody_comes_before_the_first_site_opens() {
        for (int replicate = 0; replicate < 100; replicate++) {
            assertTrue(Coming.days(new Sites(2, Fixed.of(60), 5, 0), replicate, 1)[0] > 60);
        }
    }

    @Test
    void one_site_more_leaves_the_others_as_they_were_so_that_nobody_comes_later() {
        int earlier = 0;
        for (int replicate = 0; replicate < 200; replicate++) {
            double[] four = Coming.days(new Sites(4, Uniform.of(0, 300), 0.02, 0.5), replicate, 60);
            double[] five = Coming.days(new Sites(5, Uniform.of(0, 300), 0.02, 0.5), replicate, 60);
            for (int i = 0; i < 60; i++) {
                assertTrue(five[i] <= four[i], "patient " + i + " of replicate " + replicate);
                earlier += five[i] < four[i] ? 1 : 0;
            }
        }
        assertTrue(earlier > 6000, "earlier: " + earlier + " of 12,000");
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> new Sites(0, Fixed.of(0), 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sites(1, Fixed.of(-1), 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sites(1, Normal.of(10, 1), 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sites(1, Fixed.of(0), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sites(1, Fixed.of(0), 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Sites(4, Fixed.of(0), 1, 2));
        assertEquals(1.9, new Sites(4, Fixed.of(0), 1, 1.9).spread());
    }
}
