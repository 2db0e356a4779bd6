package marrow.trial;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import marrow.dist.Exponential;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Factor;
import marrow.journey.Journey;
import marrow.journey.Track;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Sample;
import marrow.trial.endpoint.TimeToEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Trials a second as far as the columns that statistics ask for, one thread: the tasks T1 and T3 without their tests. T1
 * has two arms of 100, uniform accrual over 24 months, exponential control of median 12 months, hazard ratio 0.65, loss of
 * 5 % a year, and is cut with event 140. T3 has one arm of 31, 1-year survival 75 %, and a year's follow-up of the last
 * patient. {@code enrol} is the part of it in which patients come, live and are lost.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TrialBenchmark {
    private static final int TRIALS = 100;
    private static final double MONTH = 365.25 / 12;
    private static final TimeToEvent OS = TimeToEvent.of("OS", null, "death");

    private final Desk twoArms = new Desk(twoArms());
    private final Desk oneArm = new Desk(oneArm());
    private long replicate;

    private static Plan twoArms() {
        double loss = -StrictMath.log(0.95) / (12 * MONTH);
        Journey journey = journey(Exponential.ofMedian(12 * MONTH));
        return new Plan(
                200,
                Recruitment.over(24 * MONTH),
                new PermutedBlocks(2, List.of()),
                List.of(arm("control", journey, loss), arm("treatment", journey, loss)),
                new FollowUp.OfEvents(OS, 140, Double.POSITIVE_INFINITY),
                20 * 365.25,
                20261121);
    }

    private static Plan oneArm() {
        Journey journey = journey(Exponential.ofRate(-StrictMath.log(0.75) / 365.25));
        return new Plan(
                31,
                Recruitment.over(24 * MONTH),
                Allocation.SINGLE_ARM,
                List.of(new Arm("control", journey, new Entry(Map.of("arm", "control"), Map.of()), 1, null)),
                new FollowUp.OfLastPatient(365.25),
                3 * 365.25,
                20261121);
    }

    private static Arm arm(String name, Journey journey, double loss) {
        return new Arm(name, journey, new Entry(Map.of("arm", name), Map.of()), 1, Exponential.ofRate(loss));
    }

    private static Journey journey(Exponential control) {
        return Journey.of(
                List.of(Track.of("vital", "alive", "dead"), Track.of("arm", "control", "treatment")),
                List.of(Clock.of("death", Condition.in("vital", "alive"), control)
                        .times(new Factor(Condition.in("arm", "treatment"), 0.65))
                        .then(Effect.set("vital", "dead"))));
    }

    /** Room for the trials of one plan. */
    private static final class Desk {
        final Cohort cohort;
        final Calendar calendar;
        final Sample sample;

        Desk(Plan plan) {
            cohort = Cohort.of(plan, List.of(OS));
            calendar = Calendar.of(cohort, plan.followUp());
            sample = Sample.of(cohort, OS);
        }

        double trial(long replicate) {
            cohort.enrol(replicate);
            sample.cutOn(calendar.cutDay());
            return sample.time()[sample.size() - 1];
        }
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public double t1() {
        return trials(twoArms);
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public double t3() {
        return trials(oneArm);
    }

    private double trials(Desk desk) {
        double sum = 0;
        for (int i = 0; i < TRIALS; i++) {
            sum += desk.trial(replicate++);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public double t1Enrol() {
        for (int i = 0; i < TRIALS; i++) {
            twoArms.cohort.enrol(replicate++);
        }
        return twoArms.cohort.lastArrivalDay();
    }

    @Benchmark
    @OperationsPerInvocation(TRIALS)
    public double t3Enrol() {
        for (int i = 0; i < TRIALS; i++) {
            oneArm.cohort.enrol(replicate++);
        }
        return oneArm.cohort.lastArrivalDay();
    }
}
