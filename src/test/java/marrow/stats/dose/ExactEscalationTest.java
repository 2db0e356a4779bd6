package marrow.stats.dose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExactEscalationTest {
    private static final double[][] ZHAO = {
        {0.25, 0.41, 0.45, 0.49, 0.53},
        {0.12, 0.25, 0.42, 0.49, 0.55},
        {0.04, 0.12, 0.25, 0.43, 0.63},
        {0.02, 0.06, 0.10, 0.25, 0.40},
        {0.02, 0.05, 0.08, 0.11, 0.25}
    };

    /**
     * The BOIN rows for scenarios 1 to 5 (the right dose is 1 to 5) of Zhao et al. (2024), Clin. Cancer Res. 30:673-679, table 4, and
     * of tables A2 and A16 of its supplement, where one of three does not stay; as transcribed in R's simFastBOIN
     * ({@code inst/validation}). Percent right, percent above, patients in all. 10 cohorts of 3; the study ends when it would stay at a dose
     * with nine. Theirs are simulated, ours exact. Table 4 and table A2 are of one design and lie up to 1.3 percent apart, so
     * two of their own standard errors are about that; ours lie within 1.5 percent and 0.3 patients.
     */
    @Test
    void boin_in_published_scenarios() {
        double[][] right = {
            {77.0, 55.6, 56.7, 53.3, 63.9}, {76.7, 56.2, 56.2, 52.0, 63.7}, {78.6, 55.2, 54.5, 53.2, 59.5}
        };
        double[][] above = {{16.7, 14.5, 12.3, 17.1, 0}, {16.5, 14.3, 12.5, 17.0, 0}, {15.0, 12.6, 11.2, 14.9, 0}};
        double[][] patients = {
            {15.1, 20.7, 23.9, 25.7, 24.9}, {15.0, 20.7, 23.9, 25.6, 24.9}, {14.6, 20.8, 24.6, 26.5, 26.1}
        };
        Boin plain = Boin.of(0.25, 5, 3, 10).endingWith(9);
        for (int table = 0; table < 3; table++) {
            for (int scenario = 0; scenario < 5; scenario++) {
                ExactEscalation exact =
                        ExactEscalation.of(table < 2 ? plain.stayingOnOneOfThree() : plain, ZHAO[scenario]);
                double tooHigh = 0;
                for (int dose = scenario + 1; dose < 5; dose++) {
                    tooHigh += exact.recommends(dose);
                }
                assertEquals(right[table][scenario], 100 * exact.recommends(scenario), 1.5);
                assertEquals(above[table][scenario], 100 * tooHigh, 1.5);
                assertEquals(patients[table][scenario], exact.patients(), 0.3);
            }
        }
    }

    /** 100,000 studies of each rule; 33 assertions at 4.4 standard errors: one of 3,000 seeds fails by chance. */
    @Test
    void enumerated_as_simulated() {
        double[] p = {0.05, 0.15, 0.3, 0.45, 0.6};
        SplittableRandom random = new SplittableRandom(11);
        asSimulated(Boin.of(0.3, 5, 3, 10), p, random);
        asSimulated(Boin.of(0.3, 5, 2, 12).startingAt(1).endingWith(8), p, random);
        asSimulated(ThreePlusThree.withSix(5, 1), p, random);
    }

    private static void asSimulated(DoseRule rule, double[] p, SplittableRandom random) {
        int studies = 100_000;
        int[] recommended = new int[p.length + 1];
        long[] patients = new long[p.length];
        long[] squares = new long[p.length];
        for (int study = 0; study < studies; study++) {
            int[] treated = new int[p.length];
            int[] toxic = new int[p.length];
            int dose = rule.start();
            while (dose != DoseRule.NONE) {
                treated[dose] += rule.cohort();
                for (int i = 0; i < rule.cohort(); i++) {
                    toxic[dose] += random.nextDouble() < p[dose] ? 1 : 0;
                }
                dose = rule.next(dose, treated, toxic);
            }
            recommended[1 + rule.recommends(treated, toxic)]++;
            for (int d = 0; d < p.length; d++) {
                patients[d] += treated[d];
                squares[d] += (long) treated[d] * treated[d];
            }
        }
        ExactEscalation exact = ExactEscalation.of(rule, p);
        for (int d = -1; d < p.length; d++) {
            double chance = d < 0 ? exact.recommendsNone() : exact.recommends(d);
            double error = Math.sqrt(chance * (1 - chance) / studies);
            assertEquals(chance, recommended[d + 1] / (double) studies, 4.4 * error);
        }
        for (int d = 0; d < p.length; d++) {
            double mean = patients[d] / (double) studies;
            double error = Math.sqrt((squares[d] / (double) studies - mean * mean) / studies);
            assertEquals(exact.treated(d), mean, 4.4 * error);
        }
    }
}
