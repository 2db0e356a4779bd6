package marrow.stats.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Pattern;
import marrow.stats.RTable;
import marrow.stats.SameAsR;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class MultiStageDesignTest {
    private static final RTable STAGED = RTable.read("staged.csv.gz");

    @Test
    void random_designs_as_enumerated_in_r() {
        assertEquals(1000, STAGED.size());
        for (int row = 0; row < STAGED.size(); row++) {
            MultiStageDesign design = MultiStageDesign.of(
                    STAGED.integers(row, "patients"), STAGED.integers(row, "accept"), STAGED.integers(row, "reject"));
            double p = STAGED.number(row, "p");
            enumerated(row, "rejects", design.rejects(p));
            enumerated(row, "expected", design.expectedPatients(p));
            enumerated(row, "stops1", design.stopsAt(1, p));
            StagedOutcome outcome =
                    StagedOutcome.of(design, (int) STAGED.number(row, "stage"), (int) STAGED.number(row, "responses"));
            enumerated(row, "umvue", outcome.unbiasedEstimate());
            enumerated(row, "pvalue", outcome.pValue(p));
            solved(row, "lower", outcome.lower(0.95));
            solved(row, "upper", outcome.upper(0.95));
            solved(row, "median", outcome.medianUnbiasedEstimate());
        }
    }

    private static void enumerated(int row, String column, double value) {
        SameAsR.enumerated(STAGED.number(row, column), value, column + " of " + STAGED.line(row));
    }

    private static void solved(int row, String column, double value) {
        SameAsR.estimate(STAGED.number(row, column), value, column + " of " + STAGED.line(row));
    }

    /** The estimate is unbiased, whatever p; its order is the stagewise one; the interval covers. */
    @Test
    void estimate_and_interval_after_simons_designs() {
        for (double p0 : new double[] {0.1, 0.3, 0.5, 0.65}) {
            SimonDesign simon = SimonSearch.of(p0, p0 + 0.2, 0.05, 0.8).optimal();
            MultiStageDesign design = simon.stages();
            for (double p = 0.05; p < 1; p += 0.09) {
                double[][] ends = design.ends(p);
                double mean = 0;
                double covered = 0;
                double before = -1;
                for (int stage = 1; stage <= 2; stage++) {
                    for (int x = 0; x < ends[stage - 1].length; x++) {
                        if (ends[stage - 1][x] > 0) {
                            StagedOutcome outcome = StagedOutcome.of(design, stage, x);
                            double estimate = outcome.unbiasedEstimate();
                            assertTrue(estimate > before, simon + " " + stage + " " + x);
                            before = estimate;
                            mean += ends[stage - 1][x] * estimate;
                            covered += outcome.lower(0.9) <= p && p <= outcome.upper(0.9) ? ends[stage - 1][x] : 0;
                        }
                    }
                }
                assertEquals(p, mean, 1e-12, simon.toString());
                assertTrue(covered >= 0.9, simon + " at " + p + ": " + covered);
            }
        }
    }

    /** The p-value of an outcome at the edge of rejection is the type I error. */
    @Test
    void p_value_and_test_agree() {
        SimonDesign simon = SimonSearch.of(0.2, 0.4, 0.05, 0.8).optimal();
        assertEquals(simon.rejects(0.2), simon.completed(simon.r() + 1).pValue(0.2), 1e-14);
        assertTrue(simon.completed(simon.r()).pValue(0.2) > 0.05);
        assertEquals(1, simon.stoppedEarly(0).pValue(0.2), 1e-14);
        assertEquals(0, simon.stoppedEarly(0).lower(0.95));
        assertEquals(0, simon.stoppedEarly(0).unbiasedEstimate());
        assertEquals(1, simon.completed(simon.n()).upper(0.95));
        assertEquals(1, simon.completed(simon.n()).unbiasedEstimate(), 1e-14);
    }

    /** 1850 of 2000 have a chance of 1e-372 under 1/2, which no double holds. */
    @Test
    void a_large_study_may_end_as_it_seldom_would_under_one_half() {
        MultiStageDesign design = FlemingDesign.of(0.9, 0.05, 1000, 1000);
        StagedOutcome outcome = StagedOutcome.of(design, 2, 1850);
        BigDecimal ways = BigDecimal.ZERO;
        BigDecimal responses = BigDecimal.ZERO;
        for (int x = 850; x <= 1000; x++) {
            if (!design.endsWith(1, x)) {
                BigDecimal here = new BigDecimal(chosen(x).multiply(chosen(1850 - x)));
                ways = ways.add(here);
                responses = responses.add(here.multiply(BigDecimal.valueOf(x)));
            }
        }
        double ofFirstStage = responses.divide(ways, MathContext.DECIMAL64).doubleValue() / 1000;
        assertEquals(ofFirstStage, outcome.unbiasedEstimate(), 1e-9);
        assertTrue(outcome.lower(0.95) < ofFirstStage && ofFirstStage < outcome.upper(0.95));
        assertTrue(outcome.pValue(0.9) > 0 && outcome.pValue(0.9) < 0.05, "nearly all of it rejects at once");
        assertThrows(IllegalArgumentException.class, () -> StagedOutcome.of(design, 2, 0));
    }

    /** Ways to choose so many of 1000. */
    private static BigInteger chosen(int x) {
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= x; i++) {
            ways = ways.multiply(BigInteger.valueOf(1001 - i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }

    @Test
    void one_stage_gives_clopper_and_pearson() {
        MultiStageDesign design = MultiStageDesign.of(new int[] {31}, new int[] {24}, new int[] {25});
        StagedOutcome outcome = StagedOutcome.of(design, 1, 25);
        assertEquals(25 / 31.0, outcome.unbiasedEstimate(), 1e-14);
        assertEquals(
                new BetaDistribution(null, 25, 7, 1e-14).inverseCumulativeProbability(0.025),
                outcome.lower(0.95),
                1e-9);
        assertEquals(
                new BetaDistribution(null, 26, 6, 1e-14).inverseCumulativeProbability(0.975),
                outcome.upper(0.95),
                1e-9);
        assertEquals(ExactSingleStage.ofSize(31, 0.65, 0.85, 0.05).power(), design.rejects(0.85), 1e-13);
    }

    /** p0 = .2, 15 + 10 patients, alpha .05: a = 3, 8 and r = 7, 9, the example of medsci.cn's Fleming page. */
    @Test
    void flemings_limits() {
        MultiStageDesign design = FlemingDesign.of(0.2, 0.05, 15, 10);
        assertArrayEquals(new int[] {3, 8}, new int[] {design.acceptUpTo(1), design.acceptUpTo(2)});
        assertArrayEquals(new int[] {7, 9}, new int[] {design.rejectFrom(1), design.rejectFrom(2)});
        assertArrayEquals(new int[] {15, 25}, new int[] {design.patients(1), design.patients(2)});
        assertTrue(design.rejects(0.4) > 0.7);
    }

    /** Fleming's claim: the size of the single-stage test is essentially preserved, with fewer patients. */
    @Test
    void flemings_size_is_that_of_one_stage() {
        for (double p0 : new double[] {0.05, 0.1, 0.2, 0.3, 0.5}) {
            for (int[] sizes : new int[][] {{20, 20}, {15, 15, 10}, {20, 15, 15}}) {
                MultiStageDesign design = FlemingDesign.of(p0, 0.05, sizes);
                int k = design.stages();
                MultiStageDesign last = MultiStageDesign.of(
                        new int[] {design.patients(k)},
                        new int[] {design.acceptUpTo(k)},
                        new int[] {design.rejectFrom(k)});
                assertEquals(last.rejects(p0), design.rejects(p0), 0.012);
                assertTrue(design.expectedPatients(p0) < design.patients(k));
            }
        }
    }

    /** All 25 patients respond or none does: the study must end at stage 1. */
    @Test
    void certain_responses() {
        MultiStageDesign design = FlemingDesign.of(0.2, 0.05, 15, 10);
        assertEquals(1, design.rejects(1));
        assertEquals(0, design.rejects(0));
        assertEquals(15, design.expectedPatients(0));
        assertEquals(15, design.expectedPatients(1));
    }

    @Test
    void a_design_that_is_none_is_refused_with_its_numbers() {
        refused(
                "a design needs as many limits as stages, and one stage at least; not 0 stages with 0 and 0 limits",
                "",
                "",
                "");
        refused(
                "a design needs as many limits as stages, and one stage at least; not 1 stages with 2 and 1 limits",
                "9",
                "1 2",
                "3");
        refused(
                "a design needs as many limits as stages, and one stage at least; not 1 stages with 1 and 2 limits",
                "9",
                "2",
                "3 4");
        refused("patients must rise, but 0 follows 0", "0", "2", "3");
        refused("stage 1 accepts up to -2 and rejects from 3 responses", "9 12", "-2 4", "3 5");
        refused("stage 1 accepts up to 3 and rejects from 3 responses", "9 12", "3 4", "3 5");
        refused("stage 2 accepts up to 4 and rejects from 6, but the last stage decides always", "9 12", "-1 4", "3 6");
    }

    private static void refused(String message, String patients, String accept, String reject) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> MultiStageDesign.of(numbers(patients), numbers(accept), numbers(reject)))
                        .getMessage());
    }

    private static int[] numbers(String text) {
        return Pattern.compile(" ")
                .splitAsStream(text)
                .filter(n -> !n.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> MultiStageDesign.of(new int[0], new int[0], new int[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> MultiStageDesign.of(new int[] {10}, new int[] {3}, new int[] {5}));
        assertThrows(
                IllegalArgumentException.class,
                () -> MultiStageDesign.of(new int[] {10, 10}, new int[] {1, 3}, new int[] {11, 4}));
        assertThrows(
                IllegalArgumentException.class,
                () -> MultiStageDesign.of(new int[] {10, 20}, new int[] {3, 3}, new int[] {3, 4}));
        MultiStageDesign design = FlemingDesign.of(0.2, 0.05, 15, 10);
        assertThrows(IllegalArgumentException.class, () -> StagedOutcome.of(design, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> StagedOutcome.of(design, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> StagedOutcome.of(design, 3, 9));
        assertThrows(IllegalArgumentException.class, () -> design.rejects(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> StagedOutcome.of(design, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> StagedOutcome.of(design, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> StagedOutcome.of(design, 1, 16));
        assertThrows(IllegalArgumentException.class, () -> StagedOutcome.of(design, 1, 3)
                .lower(1));
        assertThrows(IllegalArgumentException.class, () -> new SimonDesign(3, 3, 5, 10));
        assertThrows(IllegalArgumentException.class, () -> FlemingDesign.of(0.2, 0.05, 15, 0));
    }
}
