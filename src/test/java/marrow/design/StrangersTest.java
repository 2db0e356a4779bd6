package marrow.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import marrow.analysis.Estimand;
import marrow.design.truth.Tilting;
import marrow.design.truth.TrueValues;
import marrow.dist.Exponential;
import marrow.dist.Hazard;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.Test;

/**
 * The patients of trials, those of true values and those by whom a tilt is found are different people: no budget that one of them has
 * is any other's. Two of these numbers are alike by chance less than once in a million seeds.
 */
class StrangersTest {
    private static final int PATIENTS = 4096;

    /** An exponential law that notes the budgets it is asked to turn into days. */
    private record Noting(Exponential law, Set<Double> budgets) implements Hazard {
        @Override
        public double hazard(double t) {
            return law.hazard(t);
        }

        @Override
        public double cumulative(double t) {
            return law.cumulative(t);
        }

        @Override
        public double inverse(double h) {
            budgets.add(h);
            return law.inverse(h);
        }
    }

    private final Set<Double> budgets = ConcurrentHashMap.newKeySet();
    private final TimeToEvent event = TimeToEvent.of("event", null, "noted", "tilted");
    private final Plan plan = new Plan(
            100,
            Recruitment.over(1),
            Allocation.SINGLE_ARM,
            List.of(new Arm(
                    "one",
                    new Journey(
                            List.of(),
                            List.of(),
                            List.of(
                                    Clock.of("noted", Condition.ALWAYS, new Noting(Exponential.ofMedian(100), budgets)),
                                    Clock.of("tilted", Condition.ALWAYS, Exponential.ofMedian(200))),
                            List.of()),
                    Entry.PLAIN,
                    1,
                    null)),
            new FollowUp.Until(1000),
            1000,
            7);

    private Set<Double> budgetsOf(Runnable lives) {
        budgets.clear();
        lives.run();
        return new TreeSet<>(budgets);
    }

    private static void assertStrangers(Set<Double> some, Set<Double> others) {
        assertTrue(some.size() > 1000 && others.size() > 1000, some.size() + " and " + others.size());
        Set<Double> both = new TreeSet<>(some);
        both.retainAll(others);
        assertEquals(Set.of(), both);
    }

    @Test
    void no_patient_of_a_trial_is_one_of_true_values_or_of_a_tilt() {
        Cohort cohort = Cohort.of(plan, List.of(event));
        Set<Double> ofTrials = budgetsOf(() -> {
            for (int replicate = 0; replicate < 50; replicate++) {
                cohort.enrol(replicate);
            }
        });
        Set<Double> ofTruth = budgetsOf(() -> TrueValues.of(plan, List.of(event), PATIENTS, 1));
        Set<Double> ofTilt = budgetsOf(
                () -> Tilting.of(plan, List.of("tilted"), event, new Estimand.Survival(0, 100), 0.3, PATIENTS, 1));
        assertStrangers(ofTrials, ofTruth);
        assertStrangers(ofTrials, ofTilt);
        assertStrangers(ofTruth, ofTilt);
    }
}
