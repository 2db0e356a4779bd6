package marrow.trial.cohort;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import marrow.journey.Tick;
import marrow.journey.life.CompiledJourney;
import marrow.random.AddressedRandom;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.Strata;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Reading;

/**
 * The patients of one trial, as columns: when they came, their arm, when they are lost, and what was read off their lives.
 * The scratch of one thread, refilled trial by trial. Everything is lived to the horizon; the calendar is laid over it
 * afterwards.
 */
public final class Cohort {
    /** Numbers of the trial itself stand at the address of a patient whom nobody is. */
    static final long TRIAL = -1;

    /** The mark after which nobody is lost to follow-up any more, in journeys that have it. */
    public static final String DEATH = "death";

    private final Plan plan;
    private final List<Reading> readings;
    private final AddressedRandom random;
    private final Recruitment.Arrivals arrivals;
    private final Allocation.Allocator allocator;
    private final boolean stratified;
    private final double[] arrivalDay;
    private final int[] arm;
    private final CohortLives lives;

    /** Until which day of patient time each is followed. */
    private final double[] followedTo;

    private long changes;

    /** The phase I that opens the trial; null for none. */
    private final DoseFinding doseFinding;

    private Cohort(Plan plan, List<Reading> readings, CompiledJourney[] journeyOf) {
        this.plan = plan;
        this.readings = readings;
        random = AddressedRandom.of(plan.seed());
        arrivals = plan.recruitment().arrivals();
        lives = new CohortLives(plan, readings, journeyOf);
        followedTo = lives.followedTo();
        allocator = plan.allocation()
                .allocator(plan.arms().stream().mapToDouble(Arm::share).toArray(), journey(0));
        stratified = !plan.allocation().strata().isEmpty();
        arrivalDay = new double[plan.patients()];
        arm = new int[plan.patients()];
        doseFinding = plan.runIn() == null ? null : new DoseFinding(this, plan.runIn());
    }

    /** Room for the trials of one thread, of whose patients these endpoints will be asked. */
    public static Cohort of(Plan plan, Collection<? extends Endpoint> endpoints) {
        List<Reading> readings = plan.readings(endpoints);
        return new Cohort(plan, readings, CompiledWays.of(plan, readings));
    }

    /** Room for the same trials in another thread. */
    public Cohort another() {
        return new Cohort(plan, readings, lives.journeys());
    }

    /** Room for the trials of patients the hazards of whose clocks of these names are multiplied; their journeys are not compiled anew. */
    public Cohort tilted(Collection<String> clocks, double factor) {
        return new Cohort(
                plan,
                readings,
                Arrays.stream(lives.journeys())
                        .map(journey -> journey.tilted(clocks, factor))
                        .toArray(CompiledJourney[]::new));
    }

    /** From now on all patients get their budgets from here; null for chance. */
    public void withBudgets(Budgets source) {
        lives.withBudgets(source);
    }

    /** Lets the patients of this replicate come and allocates each to an arm; none of them lives yet. */
    public void allocate(long replicate) {
        changes++;
        random.patient(replicate, TRIAL);
        arrivals.fill(arrivalDay, plan.patients(), random);
        for (int i = 0; i < arrivalDay.length; i++) {
            arrivalDay[i] = Tick.nearest(arrivalDay[i]);
        }
        if (stratified) {
            allocator.begin();
            for (int i = 0; i < arm.length; i++) {
                arm[i] = allocator.next(i, lives.meet(replicate, i), random);
            }
        } else {
            allocator.allocateAll(arm, random);
        }
    }

    /** Enrols the patients of this replicate and lets each live to the horizon. */
    public void enrol(long replicate) {
        allocate(replicate);
        if (doseFinding == null) {
            lives.live(replicate, arm);
        } else {
            doseFinding.conduct(replicate);
        }
    }

    /** @param way to live: the arm, or the dose */
    void live(long replicate, int i, int way) {
        lives.live(replicate, i, way);
    }

    /**
     * Nobody is enrolled after this day until that one: who would have come later comes as much later. Both are calendar days in
     * whole ticks. Lives stay as they are, since they are in patient time.
     */
    public void pauseAccrual(double after, double until) {
        changes++;
        double days = until - after;
        for (int i = arrivalDay.length - 1; i >= 0 && arrivalDay[i] > after; i--) {
            arrivalDay[i] += days;
        }
    }

    /** This patient and all after come so many days later. */
    void delay(int from, double days) {
        changes++;
        for (int i = from; i < arrivalDay.length; i++) {
            arrivalDay[i] += days;
        }
    }

    /** The phase I of the present trial; empty where the plan has none. */
    public Optional<DoseFinding> doseFinding() {
        return Optional.ofNullable(doseFinding);
    }

    /** Whether there may be patients who are left out of the analyses. */
    boolean mayBeApart() {
        return doseFinding != null;
    }

    /** Whether patient i was given another dose than the one that phase I recommends, and is left out of the analyses. */
    boolean isApart(int i) {
        return doseFinding != null && doseFinding.isApart(i);
    }

    /** Counts up whenever a trial is enrolled or its arrivals move, so that what is made of its days knows when to be made anew. */
    public long changes() {
        return changes;
    }

    /** How many patients were enrolled by this calendar day. */
    public int enrolledBy(double calendarDay) {
        if (lastArrivalDay() <= calendarDay) { // as at most cuts
            return arrivalDay.length;
        }
        int low = 0;
        int high = arrivalDay.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrivalDay[middle] <= calendarDay) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many patients were enrolled. */
    public int size() {
        return arm.length;
    }

    public int arms() {
        return plan.arms().size();
    }

    /** The journey of those who live one of the plan's {@link Plan#ways}, without what nothing that is asked depends on. */
    public CompiledJourney journey(int way) {
        return lives.journeys()[way];
    }

    /** How many were screened until the last of the first so many was enrolled. */
    public int screenedFor(int enrolled) {
        return arrivals.screenedFor(enrolled);
    }

    /** The calendar day on which patient i was enrolled, a whole tick; rising with i. */
    public double arrivalDay(int i) {
        return arrivalDay[i];
    }

    public int arm(int i) {
        return arm[i];
    }

    /** The arms of all patients, refilled by the next trial. */
    int[] armColumn() {
        return arm;
    }

    /** Which of the plan's {@link Plan#ways} patient i lived: that of the arm, or of the dose that phase I gave. */
    public int way(int i) {
        return doseFinding == null ? arm[i] : doseFinding.way(i);
    }

    /** Until which day of patient time patient i is seen in data cut on this calendar day; below 0 if not enrolled then. */
    public double seenTo(int i, double cutDay) {
        return Math.min(cutDay - arrivalDay[i], followedTo[i]);
    }

    /** The same of the first n patients, in a column. */
    void seenTo(double cutDay, double[] seenTo, int n) {
        for (int i = 0; i < n; i++) {
            seenTo[i] = Math.min(cutDay - arrivalDay[i], followedTo[i]);
        }
    }

    /** Whether a day of patient time of patient i has come by this calendar day, whether the patient is followed so long or not. */
    boolean hasCome(int i, double ownDay, double calendarDay) {
        return ownDay <= calendarDay - arrivalDay[i];
    }

    /** Whether patients of some arm come in when a mark lies behind them. */
    boolean mayComeAfter(String mark) {
        return plan.arms().stream()
                .map(one -> one.entry().daysSince().get(mark))
                .anyMatch(daysSince -> daysSince != null && daysSince.upper() > 0);
    }

    /** The calendar day on which the last patient was enrolled. */
    public double lastArrivalDay() {
        return arrivalDay[arrivalDay.length - 1];
    }

    /** The calendar day after which nobody is followed any more, however late the cut. */
    double lastDayOfFollowUp() {
        double last = 0;
        for (int i = 0; i < arm.length; i++) {
            last = Math.max(last, arrivalDay[i] + seenTo(i, Double.POSITIVE_INFINITY));
        }
        return last;
    }

    /** Whether patient i is lost to follow-up before the cut and before the horizon. */
    public boolean isLost(int i, double cutDay) {
        return followedTo[i] < Math.min(cutDay - arrivalDay[i], plan.horizonDays());
    }

    /** How many are lost to follow-up, alive, before the cut and before the horizon. */
    public int lostBy(double cutDay) {
        if (lives.nobodyIsLost()) {
            return 0;
        }
        int lost = 0;
        for (int i = 0; i < arm.length; i++) {
            lost += isLost(i, cutDay) ? 1 : 0;
        }
        return lost;
    }

    /** Whether all are followed for so many days of patient time, if the data are not cut before. */
    boolean losesNobodyBefore(double days) {
        return lives.nobodyIsLost() && days <= plan.horizonDays();
    }

    /** How these tracks divide the patients. */
    Strata strata(List<String> tracks) {
        return Strata.of(tracks, journey(0));
    }

    /** What was read off the patients, one number a patient. */
    double[] column(Reading reading) {
        return lives.column(reading);
    }
}
