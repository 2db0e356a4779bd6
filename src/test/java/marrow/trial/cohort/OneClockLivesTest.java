package marrow.trial.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import marrow.dist.Exponential;
import marrow.dist.Hazard;
import marrow.dist.Weibull;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Factor;
import marrow.journey.Journey;
import marrow.journey.Track;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.FollowUp;
import marrow.trial.PermutedBlocks;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.endpoint.Reading;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.Test;

/** Lives in columns are those that patients live one by one, bit for bit. */
class OneClockLivesTest {
    private static final TimeToEvent OS = TimeToEvent.of("OS", null, "death");
    private static final TimeToEvent END = TimeToEvent.of("end", null, "end");

    private static Journey journey(String clock, Hazard hazard, double factor) {
        return Journey.of(
                List.of(Track.of("vital", "alive", "dead"), Track.of("arm", "control", "experimental")),
                List.of(Clock.of(clock, Condition.in("vital", "alive"), hazard)
                        .times(new Factor(Condition.in("arm", "experimental"), factor))
                        .then(Effect.set("vital", "dead").and(Effect.mark("end")))));
    }

    private static Arm arm(String name, Journey journey, Hazard loss) {
        return new Arm(name, journey, new Entry(Map.of("arm", name), Map.of()), 1, loss);
    }

    private static void areTheSame(TimeToEvent endpoint, Journey journey, Hazard loss, Hazard otherLoss) {
        areTheSame(
                endpoint,
                new PermutedBlocks(2, List.of()),
                List.of(arm("control", journey, loss), arm("experimental", journey, otherLoss)));
    }

    private static void areTheSame(TimeToEvent endpoint, Allocation allocation, List<Arm> arms) {
        Plan plan = new Plan(
                100, Recruitment.over(730), allocation, arms, new FollowUp.OfLastPatient(365.25), 1461, 20261121);
        Cohort columns = Cohort.of(plan, List.of(endpoint));
        Cohort oneByOne = Cohort.of(plan, List.of(endpoint));
        oneByOne.withBudgets((patient, i) -> {}); // as drawn; but whom somebody may give budgets lives by themselves
        for (long replicate = 0; replicate < 50; replicate++) {
            columns.enrol(replicate);
            oneByOne.enrol(replicate);
            Reading reading = endpoint.reading(endpoint.events().get(0));
            for (int i = 0; i < plan.patients(); i++) {
                assertEquals(oneByOne.arm(i), columns.arm(i));
                assertEquals(oneByOne.column(reading)[i], columns.column(reading)[i]);
                assertEquals(oneByOne.seenTo(i, 2000), columns.seenTo(i, 2000));
            }
        }
    }

    @Test
    void withAndWithoutLossOfAnyHazard() {
        Hazard loss = Exponential.ofRate(1e-3);
        areTheSame(OS, journey("death", Exponential.ofMedian(400), 0.65), null, null);
        areTheSame(OS, journey("death", Exponential.ofMedian(4000), 0.65), loss, loss);
        areTheSame(OS, journey("death", Weibull.of(0.6, 500), 3), loss, Weibull.of(2, 700));
    }

    /** The clock of one arm goes its own way, and so does a factor on its hazard. */
    @Test
    void ofOneArm() {
        Hazard loss = Exponential.ofRate(1e-3);
        for (Hazard hazard : List.of(Exponential.ofMedian(400), Exponential.ofMedian(4000), Weibull.of(0.6, 500))) {
            Journey journey = journey("death", hazard, 0.65);
            for (String name : List.of("control", "experimental")) {
                areTheSame(OS, Allocation.SINGLE_ARM, List.of(arm(name, journey, null)));
                areTheSame(OS, Allocation.SINGLE_ARM, List.of(arm(name, journey, loss)));
            }
        }
    }

    @Test
    void whereArmsDifferOrNothingRings() {
        areTheSame(OS, journey("death", Exponential.ofMedian(400), 0.65), Exponential.ofRate(1e-3), null);
        areTheSame(OS, journey("death", Exponential.ofMedian(400), 0), Exponential.ofRate(1e-3), null);
    }

    @Test
    void whoseRingIsNotDeath() {
        Hazard loss = Exponential.ofRate(1e-3);
        areTheSame(END, journey("progression", Exponential.ofMedian(400), 0.65), loss, loss);
    }
}
