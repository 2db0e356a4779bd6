package marrow.design.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import marrow.analysis.Analysis;
import marrow.analysis.Estimand;
import marrow.design.Study;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.trial.endpoint.Stratification;
import org.junit.jupiter.api.Test;

/** The formulas beside a simulation, against numbers worked elsewhere. */
class TextbookTest {
    private final Study oneArm = SmallTrials.t3();
    private final Study twoArms = SmallTrials.maintenance();

    private static Textbook book(Study study, int analysis, double alpha) {
        Analysis one = study.analyses().get(analysis);
        return Textbook.of(one, Effect.of(one, study).orElseThrow(), study.plan(), alpha, 365.25)
                .orElseThrow();
    }

    /** The first n of the enumeration: 0.5 against 0.75 takes 23 at 0.05 and 0.8; its power as 1 - pbinom(15, 23, 0.75) has it. */
    @Test
    void the_exact_test_is_enumerated() {
        Textbook exact = book(oneArm, 1, 0.05);
        assertEquals("exact", exact.name());
        assertEquals(0.80370, exact.power().of(23, 0.75, 0), 1e-5);
        Effect effect = Effect.of(oneArm.analyses().get(1), oneArm).orElseThrow();
        double detected = exact.detects(effect, 0.8, 23, 0).orElseThrow();
        assertEquals(0.8, exact.power().of(23, detected, 0), 1e-9);
        assertEquals(
                ShareTest.of(oneArm.analyses().get(1))
                        .orElseThrow()
                        .with(23, 0.05)
                        .detects(0.8)
                        .orElseThrow(),
                detected,
                1e-9);
    }

    @Test
    void a_kaplan_meier_estimate_has_its_normal_formula() {
        Textbook normal = book(oneArm, 0, 0.025);
        OptionalInt n = normal.patients(0.8, 0.75, 0);
        assertTrue(normal.power().of(n.orElseThrow(), 0.75, 0) >= 0.8);
        assertTrue(normal.power().of(n.orElseThrow() - 1, 0.75, 0) < 0.8);
        assertEquals(0.025, normal.power().of(31, 0.5, 0), 1e-12);
    }

    /**
     * On the log-log scale the power rises from the null outward and falls again where the share comes near to 0 or 1. R 4.2.2: {@code uniroot(function(p)
     * pnorm(sqrt(31) * abs(g(p) - g(p0)) / d(p) - qnorm(1 - a)) - power, ...)} with g(p) = log(-log(p)), d(p) = sqrt((1 - p) / p) / -log(p),
     * for p0 = 0.65 and a = 0.05 between 0.66 and 0.944, and for p0 = 0.5 and a = 0.025 between 0.51 and 0.92, or 0.05 and 0.49.
     */
    @Test
    void the_smallest_effect_on_the_log_log_scale_is_the_first_from_the_null() {
        String survival = "{km-at: {endpoint: PFS, arm: standard, at: 1 y, null: 65 %, alpha: 0.05}}";
        assertEquals(0.9013349227, detects(survival, 0.8), 1e-9);
        assertEquals(0.9361938114, detects(survival, 0.84), 1e-9);
        String twoSided =
                "{km-at: {endpoint: PFS, arm: standard, at: 1 y, null: 50 %, alternative: two-sided, alpha: 0.05}}";
        assertEquals(0.7978803158, detects(twoSided, 0.8), 1e-9);
        String incidence =
                "{cif-at: {endpoint: PFS, arm: standard, at: 1 y, null: 50 %, alternative: less, alpha: 0.025}}";
        assertEquals(0.2713691514, detects(incidence, 0.8), 1e-9);
        assertTrue(Double.isNaN(detects(survival, 0.85))); // 0.843 is the most
    }

    private static double detects(String analysis, double power) {
        Study study = SmallTrials.with(analysis);
        Analysis one = study.analyses().get(0);
        return written(analysis)
                .orElseThrow()
                .detects(Effect.of(one, study).orElseThrow(), power, 31, 0)
                .orElse(Double.NaN);
    }

    /** Schoenfeld: a hazard ratio of 0.5 with 66 events has a power of 0.804, 4 (1.96 + 0.8416)^2 / log(2)^2 being 65.3. */
    @Test
    void a_log_rank_test_has_schoenfelds() {
        Textbook schoenfeld = book(twoArms, 0, 0.025);
        assertEquals(0.804, schoenfeld.power().of(160, StrictMath.log(0.5), 66), 5e-4);
        assertEquals(0.025, schoenfeld.power().of(160, 0, 66), 0);
        assertEquals(OptionalInt.of(131), schoenfeld.patients(0.8, StrictMath.log(0.5), 0.5));
        Effect effect = Effect.of(twoArms.analyses().get(0), twoArms).orElseThrow();
        double detected = schoenfeld.detects(effect, 0.8, 160, 65.34).orElseThrow();
        assertEquals(0.5, StrictMath.exp(detected), 1e-3);
    }

    private static Optional<Textbook> written(String analysis) {
        Study study = SmallTrials.with(analysis);
        Analysis one = study.analyses().get(0);
        return Textbook.of(
                one,
                Effect.of(one, study).orElseThrow(),
                study.plan(),
                one.hypothesis().alpha(),
                365.25);
    }

    /** Wu (2015) is of (O - E) / sqrt(E); the variance (O + E) / 2 and the exact test are other tests. */
    @Test
    void wus_formula_is_of_the_classic_test_alone() {
        String test = "{one-sample-log-rank: {endpoint: PFS, reference: {survives: 50 %, to: 1 y}, alpha: 0.025";
        assertEquals("Wu", written(test + "}}").orElseThrow().name());
        assertTrue(written(test + ", variance: wu}}").isEmpty());
        assertTrue(written(test + ", variance: exact}}").isEmpty());
    }

    @Test
    void schoenfelds_formula_is_of_the_test_without_weights() {
        String test = "{log-rank: {endpoint: PFS, arms: [standard, blinatumomab], alpha: 0.025";
        assertEquals("Schoenfeld", written(test + "}}").orElseThrow().name());
        assertEquals(
                "Schoenfeld",
                written(test + ", weights: {rho: 0, gamma: 0}}}").orElseThrow().name());
        for (String weights : List.of("{rho: 0, gamma: 1}", "gehan", "tarone-ware", "peto-peto")) {
            assertTrue(written(test + ", weights: " + weights + "}}").isEmpty(), weights);
        }
    }

    /** Of the ratio within the strata, which the test with these strata is to find as well. */
    @Test
    void schoenfelds_formula_is_of_models_and_tests_with_strata_too() {
        Study ratios = SmallTrials.ratios();
        for (int i : new int[] {2, 3}) {
            assertEquals("Schoenfeld", book(ratios, i, 0.025).name());
            assertEquals(
                    new Estimand.LogHazardRatio(1, 0, false, new Stratification(List.of("risk"))),
                    Effect.of(ratios.analyses().get(i), ratios).orElseThrow().estimand());
        }
    }

    @Test
    void without_an_effect_both_sides_of_a_test_reject() {
        Textbook schoenfeld = written(
                        "{log-rank: {endpoint: PFS, arms: [standard, blinatumomab], alternative: two-sided, alpha: 0.05}}")
                .orElseThrow();
        assertEquals(0.05, schoenfeld.power().of(160, 0, 66));
        assertEquals(0.804, schoenfeld.power().of(160, StrictMath.log(0.5), 66), 5e-4);
        Textbook normal = written(
                        "{km-at: {endpoint: PFS, arm: standard, at: 1 y, null: 50 %, alternative: two-sided, alpha: 0.05}}")
                .orElseThrow();
        assertEquals(0.05, normal.power().of(31, 0.5, 0));
    }

    /** Nobody has the event, or everybody lives: there is no formula, and no fault. */
    @Test
    void where_a_formula_says_nothing() {
        Textbook schoenfeld = book(twoArms, 0, 0.025);
        assertTrue(Double.isNaN(schoenfeld.power().of(1, -0.5, 0)));
        assertTrue(Double.isNaN(schoenfeld.power().of(160, Double.NaN, 66)));
        assertEquals(OptionalInt.empty(), schoenfeld.patients(0.8, -0.5, 0));
        Effect ratio = Effect.of(twoArms.analyses().get(0), twoArms).orElseThrow();
        assertTrue(schoenfeld.detects(ratio, 0.8, 1, 0).isEmpty());
        Textbook normal = book(oneArm, 0, 0.025);
        assertTrue(Double.isNaN(normal.power().of(31, 1, 0)));
        assertTrue(Double.isNaN(normal.power().of(31, 0, 0)));
        assertEquals(OptionalInt.empty(), normal.patients(0.8, 1, 0));
    }

    @Test
    void what_an_analysis_is_to_find() {
        Effect survival = Effect.of(oneArm.analyses().get(1), oneArm).orElseThrow();
        assertEquals(new Estimand.Survival(0, 365.25), survival.estimand());
        assertTrue(survival.isShare() && survival.isHopedFor(0.6) && !survival.isHopedFor(0.5));
        Effect ratio = Effect.of(twoArms.analyses().get(0), twoArms).orElseThrow();
        assertEquals(new Estimand.LogHazardRatio(1, 0, false, new Stratification(List.of("mrd"))), ratio.estimand());
        assertEquals(Alternative.LESS, ratio.hoped());
        assertTrue(ratio.isLogRatio() && ratio.isHopedFor(-0.1) && !ratio.isHopedFor(0.1));
    }

    /** Toxicity below 30 %: the test of 70 % without it, said the other way round. */
    @Test
    void a_test_that_hopes_for_less_is_turned() {
        ShareTest less = new ShareTest(0.3, true);
        ShareTest more = new ShareTest(0.7, false);
        assertEquals(more.first(0.9, 0.05, 0.8), less.first(0.1, 0.05, 0.8));
        assertEquals(more.forGood(0.9, 0.05, 0.8), less.forGood(0.1, 0.05, 0.8));
        assertEquals(24, more.limit(more.with(28, 0.05)));
        assertEquals(4, less.limit(less.with(28, 0.05)));
    }

    /** Of 31 patients 30.2 are analysed: the rest are lost, and it stays at 31. Of 300, 47.7: it is an analysis of a part. */
    @Test
    void those_who_come_to_the_analysis() {
        Coming nearlyAll = Coming.of(new PowerAt(31, null, 30.2, 0));
        assertEquals(31, nearlyAll.enrolledFor(31));
        assertEquals(31, nearlyAll.analysedOf(31));
        Coming part = Coming.of(new PowerAt(300, null, 47.7, 0));
        assertTrue(part.isPart());
        assertEquals(560, part.enrolledFor(89));
        assertEquals(89, part.analysedOf(560));
        assertEquals(1, part.analysedOf(1));
    }
}
