package marrow.design.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import marrow.analysis.Estimand;
import marrow.design.Study;
import marrow.trial.Plan;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.Test;

/** The factor that makes something hold, where it is known: relapse at 0.5 and death without it at 0.2 a year. */
class TiltingTest {
    private static final double YEAR = 365.25;
    private static final int PATIENTS = 1 << 17;

    private final Plan plan = TrueValuesTest.study().plan();
    private final TimeToEvent efs = TimeToEvent.of("EFS", null, "relapse", "death");
    private final TimeToEvent relapse =
            TimeToEvent.of("relapse", null, "relapse").competingWith("death");

    private Tilting.Tilted tilt(List<String> clocks, TimeToEvent endpoint, Estimand estimand, double target) {
        return Tilting.of(plan, clocks, endpoint, estimand, target, PATIENTS, 2);
    }

    /** Budgets on the lattice leave an error far below 1/sqrt(n), here 0.0014. */
    @Test
    void both_hazards_until_survival_is_as_asked() {
        Tilting.Tilted found = tilt(List.of("relapse", "death"), efs, new Estimand.Survival(0, YEAR), 0.6);
        assertEquals(-StrictMath.log(0.6) / 0.7, found.factor(), 0.001);
        assertEquals(0.6, found.reached(), 4.0 / PATIENTS, "four patients");
        assertEquals(0.6, survivalOf(found.plan(), 0), 0.004, "with other patients");
    }

    /** The other hazard is left to chance: 4.9 standard errors of survival, over its slope in the factor, 0.5 * 0.6. */
    @Test
    void one_hazard_beside_another() {
        Tilting.Tilted found = tilt(List.of("relapse"), efs, new Estimand.Survival(0, YEAR), 0.6);
        assertEquals((-StrictMath.log(0.6) - 0.2) / 0.5, found.factor(), 4.9 * Math.sqrt(0.24 / PATIENTS) / 0.3);
        double target = 0.25;
        found = tilt(List.of("relapse"), relapse, new Estimand.Incidence(0, YEAR), target);
        double rate = 0.5 * found.factor();
        assertEquals(
                target,
                rate / (rate + 0.2) * (1 - StrictMath.exp(-(rate + 0.2))),
                4.9 * Math.sqrt(target * (1 - target) / PATIENTS));
    }

    /**
     * Where patients enter late, one of them moves the curve by more than a step, up or down, as the factor moves: a secant
     * through two near values knows no slope. Of 20 targets none is missed by more than four patients.
     */
    @Test
    void a_value_that_jumps_is_come_near_as_well() {
        Study maintenance = TrueValuesTest.study(Path.of("scenarios/post-hsct-maintenance.yaml"));
        TimeToEvent pfs = (TimeToEvent) maintenance.endpoints().stream()
                .filter(endpoint -> endpoint.name().equals("PFS"))
                .findFirst()
                .orElseThrow();
        int patients = 20_000;
        for (int i = 0; i < 20; i++) {
            double target = 0.4 + 0.02 * i;
            List<String> hazards = List.of("recurrence", "non-relapse-mortality");
            double reached = Tilting.of(
                            maintenance.plan(), hazards, pfs, new Estimand.Survival(0, 2 * YEAR), target, patients, 2)
                    .reached();
            assertEquals(target, reached, 4.0 / patients, () -> "target " + target);
        }
    }

    @Test
    void the_factor_is_in_all_arms() {
        Tilting.Tilted found = tilt(List.of("relapse", "death"), efs, new Estimand.Survival(0, YEAR), 0.9);
        double hazard = (0.325 + 0.2) * found.factor();
        assertEquals(StrictMath.exp(-hazard), survivalOf(found.plan(), 1), 0.004);
    }

    private double survivalOf(Plan tilted, int arm) {
        return TrueValues.of(tilted, List.of(efs), PATIENTS, 2)
                .of(efs, new Estimand.Survival(arm, YEAR))
                .orElseThrow()
                .value();
    }

    @Test
    void what_no_factor_can_make_true_is_said_with_what_it_can() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> tilt(List.of("relapse"), efs, new Estimand.Survival(0, YEAR), 0.9));
        assertTrue(refused.getMessage().contains("no factor on relapse makes this hold"), refused.getMessage());
        assertTrue(refused.getMessage().contains("0.81"), "without relapse exp(-0.2): " + refused.getMessage());
    }

    /** With a factor of 10,000 all have died before they come to the origin, on day 60. */
    @Test
    void an_end_of_which_nothing_is_known_does_not_matter() {
        Study transplant = TrueValuesTest.study(Path.of("src/test/resources/marrow/design/from-transplant.yaml"));
        TimeToEvent survival = (TimeToEvent) transplant.endpoints().get(0);
        Tilting.Tilted found = Tilting.of(
                transplant.plan(), List.of("death"), survival, new Estimand.Survival(0, YEAR), 0.6, PATIENTS, 2);
        assertEquals(-StrictMath.log(0.6) / 0.4, found.factor(), 0.005);
        assertEquals(0.6, found.reached(), 4.0 / PATIENTS, "four patients");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Tilting.of(
                        transplant.plan(), List.of("death"), survival, new Estimand.Survival(0, 5), 0.5, PATIENTS, 2));
        assertTrue(
                refused.getMessage()
                        .matches(
                                "no factor on death makes this hold: with factors from 0\\.0001 to \\d+ it lies between 0\\.\\d+ and 1\\.0,"
                                        + " and beyond them nobody is followed that far"),
                refused.getMessage());
    }

    /** Relapse at 0.5 a year is found on day 100 in those who have not died by then, at 0.3 a year: more of both is less of it in the end. */
    @Test
    void of_an_incidence_that_rises_and_falls_again_the_factor_nearer_to_1_is_found() {
        Study visits = TrueValuesTest.study(Path.of("src/test/resources/marrow/design/found-late.yaml"));
        TimeToEvent found = (TimeToEvent) visits.endpoints().get(0);
        Tilting.Tilted tilted = Tilting.of(
                visits.plan(), List.of("relapse", "death"), found, new Estimand.Incidence(0, 150), 0.1, PATIENTS, 2);
        double years = tilted.factor() * 100 / YEAR;
        assertEquals(
                0.1,
                StrictMath.exp(-0.3 * years) * (1 - StrictMath.exp(-0.5 * years)),
                4.9 * Math.sqrt(0.09 / PATIENTS));
        assertTrue(tilted.factor() < 1, "the other is above 20");
    }

    @Test
    void the_number_of_threads_does_not_matter() {
        Tilting.Tilted one = Tilting.of(plan, List.of("relapse"), efs, new Estimand.Survival(0, YEAR), 0.6, 20_000, 1);
        Tilting.Tilted many = Tilting.of(plan, List.of("relapse"), efs, new Estimand.Survival(0, YEAR), 0.6, 20_000, 7);
        assertEquals(one.factor(), many.factor());
        assertEquals(one.reached(), many.reached());
    }
}
