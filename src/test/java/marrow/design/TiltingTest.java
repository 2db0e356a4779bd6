package marrow.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import marrow.analysis.Estimand;
import marrow.trial.Plan;
import marrow.trial.TimeToEvent;
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

    @Test
    void the_number_of_threads_does_not_matter() {
        Tilting.Tilted one = Tilting.of(plan, List.of("relapse"), efs, new Estimand.Survival(0, YEAR), 0.6, 20_000, 1);
        Tilting.Tilted many = Tilting.of(plan, List.of("relapse"), efs, new Estimand.Survival(0, YEAR), 0.6, 20_000, 7);
        assertEquals(one.factor(), many.factor());
        assertEquals(one.reached(), many.reached());
    }
}
