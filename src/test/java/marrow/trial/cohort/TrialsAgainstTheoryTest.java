package marrow.trial.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import marrow.dist.Exponential;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Factor;
import marrow.journey.Journey;
import marrow.journey.Track;
import marrow.montecarlo.Moments;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.Coming;
import marrow.trial.FollowUp;
import marrow.trial.PermutedBlocks;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.Test;

/**
 * Whole trials against closed forms. Each bound is 4.9 standard errors: were the seeds not fixed, a right program would break
 * one with chance 1e-6.
 */
class TrialsAgainstTheoryTest {
    private static final double YEAR = 365.25;
    private static final TimeToEvent OS = TimeToEvent.of("OS", null, "death");

    private static Journey journey(Exponential control) {
        return Journey.of(
                List.of(Track.of("vital", "alive", "dead"), Track.of("arm", "control", "treatment")),
                List.of(Clock.of("death", Condition.in("vital", "alive"), control)
                        .times(new Factor(Condition.in("arm", "treatment"), 0.65))
                        .then(Effect.set("vital", "dead"))));
    }

    private static Arm arm(String name, Exponential control, Exponential loss) {
        return new Arm(name, journey(control), new Entry(Map.of("arm", name), Map.of()), 1, loss);
    }

    /**
     * T3 of the benchmarks: 31 patients, 75 % without event at a year, everybody followed for it. 22 or more of 31 with
     * chance 0.77095 (R: pbinom(21, 31, 0.75, lower.tail = FALSE)).
     */
    @Test
    void one_arm_of_31_followed_for_a_year_is_binomial() {
        Exponential hazard = Exponential.ofRate(-StrictMath.log(0.75) / YEAR);
        Plan plan = new Plan(
                31,
                Recruitment.over(2 * YEAR),
                Allocation.SINGLE_ARM,
                List.of(arm("control", hazard, null)),
                new FollowUp.OfLastPatient(YEAR),
                3 * YEAR,
                20261121);
        Cohort cohort = Cohort.of(plan, List.of(OS));
        Calendar calendar = Calendar.of(cohort, plan.followUp());
        Sample sample = Sample.of(cohort, OS);
        Moments success = new Moments();
        for (int replicate = 0; replicate < 40_000; replicate++) {
            cohort.enrol(replicate);
            sample.cutOn(calendar.cutDay());
            int without = 0;
            int known = 0;
            for (int row = 0; row < sample.size(); row++) {
                without += sample.time()[row] >= YEAR ? 1 : 0;
                known += sample.time()[row] >= YEAR || sample.status()[row] == 1 ? 1 : 0;
            }
            assertEquals(31, known, "everybody is followed for a year, replicate " + replicate);
            success.add(without >= 22 ? 1 : 0);
        }
        assertEquals(0, Coming.z(success, 0.77095), 4.9);
    }

    /**
     * T1 of the benchmarks, cut on a day instead of by events. Who can be followed for u days dies seen with chance
     * l / (l + c) (1 - exp(-(l + c) u)), l the hazard of death, c that of loss; u is uniform from 200 to 200 + 730.5.
     */
    @Test
    void two_arms_under_observation_have_the_events_and_the_time_at_risk_that_their_hazards_promise() {
        double death = StrictMath.log(2) / YEAR;
        double loss = -StrictMath.log(0.95) / YEAR;
        Exponential control = Exponential.ofRate(death);
        Plan plan = new Plan(
                200,
                Recruitment.over(2 * YEAR),
                new PermutedBlocks(2, List.of()),
                List.of(
                        arm("control", control, Exponential.ofRate(loss)),
                        arm("treatment", control, Exponential.ofRate(loss))),
                new FollowUp.Until(2 * YEAR + 200),
                20 * YEAR,
                20261121);
        Cohort cohort = Cohort.of(plan, List.of(OS));
        Sample sample = Sample.of(cohort, OS);
        Moments[] events = {new Moments(), new Moments()};
        Moments[] days = {new Moments(), new Moments()};
        for (int replicate = 0; replicate < 4000; replicate++) {
            cohort.enrol(replicate);
            sample.cutOn(2 * YEAR + 200);
            double[] count = new double[2];
            double[] time = new double[2];
            for (int row = 0; row < sample.size(); row++) {
                count[sample.arm()[row]] += sample.status()[row];
                time[sample.arm()[row]] += sample.time()[row];
            }
            for (int arm = 0; arm < 2; arm++) {
                events[arm].add(count[arm]);
                days[arm].add(time[arm]);
            }
        }
        for (int arm = 0; arm < 2; arm++) {
            double hazard = arm == 0 ? death : 0.65 * death;
            double all = hazard + loss;
            double stillThere =
                    (StrictMath.exp(-all * 200) - StrictMath.exp(-all * (200 + 2 * YEAR))) / (all * 2 * YEAR);
            assertEquals(0, Coming.z(events[arm], 100 * hazard / all * (1 - stillThere)), 4.9, "events, arm " + arm);
            assertEquals(0, Coming.z(days[arm], 100 / all * (1 - stillThere)), 4.9, "days at risk, arm " + arm);
        }
    }
}
