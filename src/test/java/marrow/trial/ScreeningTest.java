package marrow.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marrow.montecarlo.Moments;
import marrow.random.AddressedRandom;
import org.junit.jupiter.api.Test;

/** Each statistical bound is 4.9 standard errors: were the seeds not fixed, a right sampler would break one with chance 1e-6. */
class ScreeningTest {
    private static final Recruitment DAILY = Recruitment.poisson(Intensity.steps(new double[] {0}, new double[] {1}));

    @Test
    void the_number_screened_is_negative_binomial() {
        Moments failures = new Moments();
        Moments squared = new Moments();
        for (int replicate = 0; replicate < 10_000; replicate++) {
            // 31 successes of chance 0.8: failures have mean 31 * 0.2 / 0.8 and variance that / 0.8
            double off = Coming.screened(new Screening(DAILY, 0.2), replicate, 31) - 31 - 7.75;
            failures.add(off);
            squared.add(off * off);
        }
        assertEquals(0, Coming.z(failures, 0), 4.9, "mean");
        assertEquals(0, Coming.z(squared, 9.6875), 4.9, "variance");
    }

    @Test
    void the_enrolled_are_a_thinner_poisson_process() {
        for (int k : new int[] {0, 30}) {
            Moments day = new Moments();
            Moments squared = new Moments();
            for (int replicate = 0; replicate < 10_000; replicate++) {
                // The k-th of a process of 0.6 a day: gamma of shape k + 1, scale 1 / 0.6
                double off = Coming.days(new Screening(DAILY, 0.4), replicate, 31)[k] - (k + 1) / 0.6;
                day.add(off);
                squared.add(off * off);
            }
            assertEquals(0, Coming.z(day, 0), 4.9, "mean of patient " + k);
            assertEquals(0, Coming.z(squared, (k + 1) / 0.36), 4.9, "variance of patient " + k);
        }
    }

    /** Whoever is the k-th enrolled came as the so many-th who was screened. */
    @Test
    void a_trial_that_stops_has_screened_until_its_last_patient_came() {
        double[] everybody = Coming.days(DAILY, 3, 500);
        Recruitment.Arrivals arrivals = new Screening(DAILY, 0.3).arrivals();
        double[] enrolled = new double[31];
        AddressedRandom random = AddressedRandom.of(20261121);
        random.patient(3, -1);
        arrivals.fill(enrolled, 31, random);
        assertEquals(0, arrivals.screenedFor(0));
        for (int k = 1; k <= 31; k++) {
            assertEquals(everybody[arrivals.screenedFor(k) - 1], enrolled[k - 1], k + " enrolled");
        }
    }

    @Test
    void failures_take_patients_away_and_move_no_day() {
        for (int replicate = 0; replicate < 50; replicate++) {
            double[] everybody = Coming.days(DAILY, replicate, 500);
            assertArrayEquals(Arrays.copyOf(everybody, 31), Coming.days(new Screening(DAILY, 0), replicate, 31));
            assertEquals(31, Coming.screened(new Screening(DAILY, 0), replicate, 31));
            double[] enrolled = Coming.days(new Screening(DAILY, 0.3), replicate, 31);
            int screened = Coming.screened(new Screening(DAILY, 0.3), replicate, 31);
            for (double day : enrolled) {
                assertTrue(Arrays.binarySearch(everybody, day) >= 0, "day " + day);
            }
            assertEquals(everybody[screened - 1], enrolled[30], "screening ends with the last who is enrolled");
        }
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> new Screening(DAILY, 1));
        assertThrows(IllegalArgumentException.class, () -> new Screening(DAILY, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Screening(new Screening(DAILY, 0.1), 0.1));
    }
}
