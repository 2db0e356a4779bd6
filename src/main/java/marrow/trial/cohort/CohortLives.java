package marrow.trial.cohort;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import marrow.dist.Hazard;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.FirstRing;
import marrow.journey.life.OneClock;
import marrow.journey.life.Patient;
import marrow.journey.life.Sequel;
import marrow.random.AddressedRandom;
import marrow.trial.Arm;
import marrow.trial.Plan;
import marrow.trial.endpoint.Reading;

/**
 * The lives of the patients of a trial, to the horizon, and what is read off them: a column a reading, and until when each is followed. All is in
 * patient time. The scratch of one thread, refilled trial by trial.
 */
final class CohortLives {
    static final long LOSS = AddressedRandom.clockKey("trial: loss");

    private final double horizonDays;
    private final List<Reading> readings;
    private final CompiledJourney[] journeyOf;

    /** The numbers of the patients, of whatever arm. */
    private final AddressedRandom random;

    private final Patient[] patientOf;
    private final Reading.Reader[][] readOf;
    private final int[] deathOf;

    /** Per arm, or dose of a run-in: the short way to live, where one ring is all that may happen and all that is read; else null. */
    private final FirstRing[] firstRingOf;

    /** Per arm and reading: the mark whose day is read off a life of one ring. */
    private final int[][] markOf;

    private final Hazard[] lossOf;

    /** The lives of all arms in columns, where one clock alone rings in each; else null. */
    private final OneClockLives oneClock;

    private final boolean nobodyIsLost;
    private final double[] followedTo;
    private final double[][] column;
    private Budgets budgets;

    CohortLives(Plan plan, List<Reading> readings, CompiledJourney[] journeyOf) {
        horizonDays = plan.horizonDays();
        this.readings = readings;
        this.journeyOf = journeyOf;
        random = AddressedRandom.of(plan.seed());
        List<Sequel> sequels = readings.stream()
                .filter(Reading.DayAfter.class::isInstance)
                .map(reading -> ((Reading.DayAfter) reading).sequel())
                .toList();
        List<Arm> ways = plan.ways();
        patientOf = new Patient[ways.size()];
        readOf = new Reading.Reader[ways.size()][];
        deathOf = new int[ways.size()];
        firstRingOf = new FirstRing[ways.size()];
        markOf = new int[ways.size()][];
        lossOf = ways.stream().map(Arm::loss).toArray(Hazard[]::new);
        nobodyIsLost = Arrays.stream(lossOf).allMatch(Objects::isNull);
        boolean daysAlone = readings.stream().allMatch(CohortLives::isDaySinceEntry);
        for (int a = 0; a < ways.size(); a++) {
            CompiledJourney journey = journeyOf[a];
            patientOf[a] = Patient.of(journey, random, sequels);
            deathOf[a] = journey.markNames().indexOf(Cohort.DEATH);
            readOf[a] = readings.stream()
                    .map(reading -> reading.in(journey, sequels))
                    .toArray(Reading.Reader[]::new);
            if (daysAlone) {
                firstRingOf[a] = FirstRing.of(journey, random, horizonDays);
                markOf[a] = readings.stream()
                        .mapToInt(reading -> journey.markNames()
                                .indexOf(((Reading.DayAfter) reading).sequel().mark()))
                        .toArray();
            }
        }
        oneClock = Arrays.stream(firstRingOf).allMatch(Objects::nonNull)
                ? OneClockLives.of(
                        plan.seed(),
                        Arrays.stream(firstRingOf).map(FirstRing::ofOneClock).toArray(OneClock[]::new),
                        lossOf,
                        deathOf,
                        markOf,
                        plan.patients())
                : null;
        followedTo = new double[plan.patients()];
        column = new double[readings.size()][plan.patients()];
    }

    private static boolean isDaySinceEntry(Reading reading) {
        return reading instanceof Reading.DayAfter day && day.sequel().from() == null;
    }

    /** From now on all patients get their budgets from here; null for chance. */
    void withBudgets(Budgets source) {
        budgets = source;
    }

    /** Lets all patients of this replicate live, each in its arm. */
    void live(long replicate, int[] arm) {
        if (oneClock != null && budgets == null) {
            oneClock.live(replicate, arm, column, followedTo, horizonDays);
            return;
        }
        for (int i = 0; i < arm.length; i++) { // apart: what allocation guesses wrong would interrupt the lives
            live(replicate, i, arm[i]);
        }
    }

    /** @param a the way to live: the arm, or the dose */
    void live(long replicate, int i, int a) {
        double deathDay = firstRingOf[a] != null && budgets == null
                ? liveToFirstRing(firstRingOf[a], a, replicate, i)
                : liveThroughout(a, replicate, i);
        followedTo[i] = lossOf[a] == null ? horizonDays : Math.min(dayOfLoss(lossOf[a], deathDay), horizonDays);
    }

    /** Returns the day of death; NaN for none. */
    private double liveThroughout(int a, long replicate, int i) {
        Patient patient = patientOf[a];
        if (budgets != null) {
            budgets.give(patient, i);
        }
        patient.live(replicate, i, horizonDays);
        Reading.Reader[] read = readOf[a];
        for (int k = 0; k < read.length; k++) {
            column[k][i] = read[k].of(patient);
        }
        return deathOf[a] < 0 ? Double.NaN : patient.firstDay(deathOf[a]);
    }

    /** Returns the day of death; NaN for none. */
    private double liveToFirstRing(FirstRing ring, int a, long replicate, int i) {
        double day = ring.live(replicate, i);
        int[] marks = markOf[a];
        for (int k = 0; k < marks.length; k++) {
            column[k][i] = ring.sets(marks[k]) ? day : Double.NaN;
        }
        return deathOf[a] >= 0 && ring.sets(deathOf[a]) ? day : Double.NaN;
    }

    /** Who dies first is never lost: there is nothing more to be seen. */
    private double dayOfLoss(Hazard loss, double deathDay) {
        double day = loss.inverse(random.firstExponential(LOSS, 0));
        return deathDay <= day ? Double.POSITIVE_INFINITY : day;
    }

    /** Patient i as it comes in, of whom nothing is lived yet: what is known of it is that of every arm. */
    Patient meet(long replicate, int i) {
        patientOf[0].meet(replicate, i);
        return patientOf[0];
    }

    /** The compiled journeys, one a way to live. They serve all threads. */
    CompiledJourney[] journeys() {
        return journeyOf;
    }

    boolean nobodyIsLost() {
        return nobodyIsLost;
    }

    /** Until which day of patient time each is followed: to the loss, or the horizon. */
    double[] followedTo() {
        return followedTo;
    }

    /** What was read off the patients, one number a patient. */
    double[] column(Reading reading) {
        int k = readings.indexOf(reading);
        if (k < 0) {
            throw new IllegalArgumentException("nobody asked for " + reading);
        }
        return column[k];
    }
}
