package marrow.journey.life;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marrow.journey.Tick;
import marrow.random.AddressedRandom;

/**
 * One patient's life, simulated event by event. This is the scratch of one thread: every patient of a trial lives in the
 * same arrays, one after the other, and nothing is allocated once they are there. What a life leaves behind (days and
 * counts of marks, accounts, states) is read off after {@link #live}.
 *
 * <p>The method is next-reaction (Gibson and Bruck 2000; Anderson 2007). A running hazard clock has a budget {@code b},
 * drawn from the unit exponential, that it spends at the rate of its multiplied hazard: with factor {@code k} and time
 * {@code s} since its origin it rings when
 *
 * <pre>  k (H(s') - H(s)) = b,   that is at  s' = inverse of H at  H(s) + b / k.</pre>
 *
 * When a factor changes or the condition fails, what was spent is taken off the budget. All days are days of patient
 * time in whole {@link Tick}s, 0 at entry.
 */
public final class Patient {
    /** Until when anybody can be followed, days: a thousand years. */
    public static final double LONGEST_LIFE = 365_250;

    /** More rings than this within an instant are taken for a journey that never moves on. */
    private static final int RINGS_IN_AN_INSTANT = 1_000;

    /** A tenth of a second, in days: not zero, so that ever smaller steps are found out as well. */
    private static final double INSTANT = 1e-6;

    private static final byte IDLE = 0;
    private static final byte RUNNING = 1;
    /** Rang, and its condition has held ever since. */
    private static final byte RANG = 2;

    private final CompiledJourney journey;
    private final CompiledClock[] clocks;
    private final int words;
    private final AddressedRandom random;
    private Witness witness;

    private long replicate;
    private long number;
    /** Budgets given in place of drawn ones, by clock, NaN for none; null where all are drawn. */
    private double[] given;

    private double day;
    private double horizon = Double.NaN;
    private double instantBegan;
    private int ringsThisInstant;

    private final long[] situation;
    private final int[] state;
    private final double[] fact;

    private final byte[] status;
    private final int[] draws;
    private final double[] origin;

    /**
     * Hazards: budget not yet spent. Waits that keep: days left, of the same origin, and while they run the day on which they ring. NaN
     * where the next start draws.
     */
    private final double[] left;

    /** Hazards: cumulative hazard at which {@code left} was last true, and the factor since. */
    private final double[] spentTo;

    private final double[] factor;

    /**
     * Hazards: days since the origin at which the clock was stopped. What it had spent by then is worked out when it starts
     * again, which most clocks never do.
     */
    private final double[] stoppedAt;

    /**
     * Hazards: cumulative hazard that no clock comes to by the horizon, whenever its time began; a day more, so that rounding decides
     * nothing.
     */
    private final double[] limit;

    /** Where the journey has no return, else null. */
    private final Walk walk;

    private final Agenda agenda;
    private final Marks marks;
    private final Ledger ledger;

    /** Scratch of {@link #apply}: for each track that an effect sets, the number of its move. */
    private final int[] moves;

    private Patient(CompiledJourney journey, AddressedRandom random, List<Sequel> sequels) {
        this.journey = journey;
        clocks = journey.clocks;
        words = journey.words;
        this.random = random;
        int tracks = journey.space.tracks();
        situation = new long[words];
        state = new int[tracks];
        fact = new double[journey.factNames().size()];
        status = new byte[clocks.length];
        draws = new int[clocks.length];
        origin = new double[clocks.length];
        left = new double[clocks.length];
        spentTo = new double[clocks.length];
        factor = new double[clocks.length];
        stoppedAt = new double[clocks.length];
        limit = new double[clocks.length];
        walk = journey.oneWay == null ? null : new Walk(journey, random, limit);
        agenda = new Agenda(clocks.length);
        marks = new Marks(journey.markNames(), sequels);
        ledger = new Ledger(journey.accruals, journey.accountNames().size());
        moves = new int[tracks];
    }

    /** Room for the lives of one thread's patients, with the random numbers of this seed. */
    public static Patient of(CompiledJourney journey, long seed) {
        return new Patient(journey, AddressedRandom.of(seed), List.of());
    }

    /** As {@link #of(CompiledJourney, long)}; these sequels are watched for. */
    public static Patient of(CompiledJourney journey, long seed, List<Sequel> sequels) {
        return new Patient(journey, AddressedRandom.of(seed), sequels);
    }

    /** With random numbers that may be shared with other patients of this thread; these sequels are watched for. */
    public static Patient of(CompiledJourney journey, AddressedRandom random, List<Sequel> sequels) {
        return new Patient(journey, random, sequels);
    }

    /** From now on {@code witness} sees every event; null for nobody. */
    public void watchedBy(Witness newWitness) {
        witness = newWitness;
    }

    /**
     * From now on the first budgets of these clocks are the given ones, in place of those at their addresses: what a
     * stratified sample of lives is made with. The array is read at every life; null for all drawn.
     *
     * @param budgetOfClock by clock, NaN where the address decides
     */
    public void withFirstBudgets(double[] budgetOfClock) {
        given = budgetOfClock;
        if (walk != null) {
            walk.withFirstBudgets(budgetOfClock);
        }
    }

    /** Lives the life of this patient of this replicate, from entry to the horizon (days). */
    public void live(long replicateNumber, long patientNumber, double untilDay) {
        replicate = replicateNumber;
        number = patientNumber;
        if (untilDay != horizon) {
            follow(untilDay);
        }
        begin();
        if (walk != null && witness == null) {
            walk.live(marks, state);
            day = horizon;
        } else {
            race();
        }
    }

    /** The life of any journey: the clocks that run, each till the next of them rings. */
    private void race() {
        awaken();
        int clock = agenda.next();
        while (clock >= 0) {
            moveTo(agenda.dayOf(clock));
            ring(clock);
            clock = agenda.next();
        }
        day = horizon;
        ledger.close(day, fact);
        if (witness != null) {
            witness.ends(this);
        }
    }

    /** Meets this patient at entry: facts, states and marks of the baseline are known, nothing is lived. */
    public void meet(long replicateNumber, long patientNumber) {
        replicate = replicateNumber;
        number = patientNumber;
        begin();
    }

    private void follow(double untilDay) {
        if (!(untilDay <= LONGEST_LIFE)) {
            throw new IllegalArgumentException(
                    "nobody is followed for more than " + LONGEST_LIFE + " days, not for " + untilDay);
        }
        horizon = untilDay;
        if (walk != null) {
            walk.follow(untilDay);
        }
        for (int i = 0; i < limit.length; i++) {
            CompiledClock c = clocks[i];
            limit[i] =
                    c.hazard == null ? Double.POSITIVE_INFINITY : c.hazard.cumulative(untilDay - c.earliestOrigin + 1);
        }
    }

    /** The baseline: facts, states and marks at entry. */
    private void begin() {
        random.patient(replicate, number);
        day = 0;
        marks.clear();
        ledger.clear();
        Baseline baseline = journey.baseline;
        System.arraycopy(baseline.sameState, 0, state, 0, state.length);
        System.arraycopy(baseline.sameSituation, 0, situation, 0, words);
        for (Baseline.Step step : baseline.steps) {
            step.find(this);
        }
    }

    private void awaken() {
        instantBegan = 0;
        ringsThisInstant = 0;
        agenda.clear();
        Arrays.fill(status, IDLE);
        Arrays.fill(draws, 0);
        Arrays.fill(left, Double.NaN);
        if (witness != null) {
            witness.enters(this);
        }
        for (int watcher : journey.atEntry) {
            revisit(watcher);
        }
    }

    private void moveTo(double ring) {
        day = ring;
        if (day > instantBegan + INSTANT) {
            instantBegan = day;
            ringsThisInstant = 0;
        } else if (++ringsThisInstant > RINGS_IN_AN_INSTANT) {
            throw EndlessJourneyException.of(this);
        }
    }

    private void ring(int clock) {
        CompiledClock c = clocks[clock];
        agenda.strike(clock);
        status[clock] = c.repeats ? IDLE : RANG;
        left[clock] = Double.NaN;
        int occurrence = draws[clock] - 1;
        int effect = choose(c, occurrence);
        apply(journey.effects[effect]);
        revisit(clock);
        if (witness != null) {
            witness.rings(this, clock, occurrence, effect);
        }
    }

    private int choose(CompiledClock c, int occurrence) {
        for (CompiledCase one : c.cases) {
            if (allows(one.forbids)) {
                return one.at(random.firstUniform(c.choiceKey, occurrence));
            }
        }
        return c.plainEffect;
    }

    /** Everything an effect does happens at once: no clock sees a state in which only a part of it is done. */
    private void apply(CompiledEffect effect) {
        int[] tracks = effect.tracks;
        for (int i = 0; i < tracks.length; i++) {
            int track = tracks[i];
            int from = state[track];
            int to = effect.bits[i];
            moves[i] = journey.moves.number(from, to);
            situation[from >>> 6] &= ~(1L << from);
            startIn(track, to);
        }
        for (int mark : effect.marks) {
            marks.set(mark, day);
        }
        for (int i = 0; i < effect.accounts.length; i++) {
            int scale = effect.scales[i];
            ledger.add(effect.accounts[i], scale < 0 ? effect.amounts[i] : effect.amounts[i] * fact[scale]);
        }
        for (int i = 0; i < tracks.length; i++) {
            tell(moves[i]);
        }
        for (int mark : effect.marks) {
            for (int clock : journey.runSince[mark]) {
                restart(clock);
            }
        }
    }

    /** Lets those clocks and accruals know of a move that it concerns. */
    private void tell(int move) {
        Moves all = journey.moves;
        int concerned = all.firstConcerned(move);
        int end = all.firstEnded(move + 1);
        for (int i = all.firstEnded(move); i < concerned; i++) {
            halt(all.watcher(i));
        }
        for (int i = concerned; i < end; i++) {
            revisit(all.watcher(i));
        }
    }

    /** Brings a clock or an accrual into line with the present situation. Does nothing where it is so already. */
    private void revisit(int watcher) {
        boolean holds = holds(watcher);
        if (watcher >= clocks.length) {
            int accrual = watcher - clocks.length;
            if (holds) {
                ledger.begin(accrual, day);
            } else {
                ledger.end(accrual, day, fact);
            }
        } else if (!holds) {
            halt(watcher);
        } else if (status[watcher] == IDLE) {
            start(watcher);
        } else if (status[watcher] == RUNNING && clocks[watcher].factors.length > 0) {
            refactor(watcher);
        }
    }

    /** The condition does not hold. */
    private void halt(int clock) {
        if (status[clock] == RUNNING) {
            stop(clock);
        }
        status[clock] = IDLE;
    }

    private void start(int clock) {
        CompiledClock c = clocks[clock];
        double from = c.since < 0 ? day : marks.last(c.since);
        if (Double.isNaN(from)) {
            return;
        }
        double before = origin[clock];
        status[clock] = RUNNING;
        origin[clock] = from;
        if (c.hazard != null) {
            if (Double.isNaN(left[clock])) {
                left[clock] = budget(clock, c.key, draws[clock]++);
            } else {
                settle(clock, c, stoppedAt[clock]);
            }
            factor[clock] = product(c);
            spentTo[clock] = day == from ? 0 : c.hazard.spentBy(day - from);
            schedule(clock, timeOfRing(clock, c));
        } else {
            boolean goesOn = !Double.isNaN(left[clock]) && (c.since < 0 || from == before);
            double ring = goesOn ? day + left[clock] : from + waitFrom(clock, c, day - from);
            if (c.keeps) {
                boolean thrownAnew = c.since < 0 && ring == Double.POSITIVE_INFINITY;
                left[clock] = thrownAnew ? Double.NaN : ring;
            }
            schedule(clock, ring);
        }
    }

    private double budget(int clock, long key, int occurrence) {
        if (given != null && occurrence == 0 && !Double.isNaN(given[clock])) {
            return given[clock];
        }
        return random.firstExponential(key, occurrence);
    }

    /** The clock's waiting time, counted from its origin, given that it is longer than the days passed since; infinite where the clock is not armed. */
    private double waitFrom(int clock, CompiledClock c, double passed) {
        int occurrence = draws[clock]++;
        double armed = c.chanceAfter(passed);
        if (armed < 1 && random.firstUniform(c.chanceKey, occurrence) >= armed) {
            return Double.POSITIVE_INFINITY;
        }
        random.at(c.key, occurrence);
        return passed > 0 ? c.waiting.sampleAbove(passed, random) : c.waiting.sample(random);
    }

    private double timeOfRing(int clock, CompiledClock c) {
        double target = spentTo[clock] + left[clock] / factor[clock];
        return target > limit[clock] || factor[clock] == 0
                ? Double.POSITIVE_INFINITY
                : origin[clock] + c.hazard.inverse(target);
    }

    private void schedule(int clock, double ring) {
        double ringDay = Math.max(Tick.nearest(ring), day);
        if (ringDay <= horizon) {
            agenda.put(clock, ringDay);
        }
    }

    private void stop(int clock) {
        CompiledClock c = clocks[clock];
        if (c.hazard != null) {
            stoppedAt[clock] = day - origin[clock];
        } else if (c.keeps) {
            left[clock] = Math.max(Tick.nearest(left[clock]), day) - day;
        }
        agenda.strike(clock);
    }

    /** Takes off the budget what was spent until the clock had run for {@code age} days since its origin. */
    private void settle(int clock, CompiledClock c, double age) {
        double now = c.hazard.spentBy(age);
        left[clock] = Math.max(0, left[clock] - factor[clock] * (now - spentTo[clock]));
        spentTo[clock] = now;
    }

    private void refactor(int clock) {
        CompiledClock c = clocks[clock];
        double product = product(c);
        if (product != factor[clock]) {
            settle(clock, c, day - origin[clock]);
            factor[clock] = product;
            agenda.strike(clock);
            schedule(clock, timeOfRing(clock, c));
        }
    }

    /** After the mark of its origin was set: time starts anew from today. */
    private void restart(int clock) {
        if (status[clock] == RUNNING && origin[clock] == day) {
            return;
        }
        if (status[clock] == RUNNING) {
            stop(clock);
        }
        if (clocks[clock].waiting != null) {
            left[clock] = Double.NaN;
        }
        status[clock] = IDLE;
        revisit(clock);
    }

    private double product(CompiledClock c) {
        return c.factor(situation);
    }

    private boolean holds(int watcher) {
        return journey.holds(watcher, situation);
    }

    boolean allows(long[] forbids) {
        return StateSpace.allows(forbids, 0, situation);
    }

    void startIn(int track, int bit) {
        state[track] = bit;
        situation[bit >>> 6] |= 1L << bit;
    }

    void markBefore(int mark, double daysAgo) {
        marks.setBefore(mark, Tick.nearest(0 - daysAgo));
    }

    void setFact(int index, double value) {
        fact[index] = value;
    }

    /** This patient's random numbers at another address, for what is decided around the journey. */
    AddressedRandom randomAt(long key, long occurrence) {
        random.at(key, occurrence);
        return random;
    }

    public CompiledJourney journey() {
        return journey;
    }

    long replicate() {
        return replicate;
    }

    long number() {
        return number;
    }

    /** The present day; after a life, the horizon. */
    public double day() {
        return day;
    }

    /** The state of a track, as a global bit (see {@link CompiledJourney#stateName}). */
    public int state(int track) {
        return state[track];
    }

    public double fact(int index) {
        return fact[index];
    }

    /** The day on which the mark was first set; NaN if never; negative if before entry. */
    public double firstDay(int mark) {
        return marks.first(mark);
    }

    /** The day on which the mark was last set; NaN if never. */
    public double lastDay(int mark) {
        return marks.last(mark);
    }

    /** The first day of a sequel, in the order in which they were given; NaN if it never came, negative if both its marks lie before entry. */
    public double sequelDay(int sequel) {
        return marks.sequelDay(sequel);
    }

    /** How often the mark was set. */
    public int count(int mark) {
        return marks.count(mark);
    }

    /** What stands in an account: closed spells during a life, everything after it. */
    public double account(int index) {
        return ledger.account(index);
    }

    /** What stands in an account by now, the running spells counted up to the present day. */
    double accountSoFar(int index) {
        return ledger.accountOn(day, index, fact);
    }

    /** The clocks whose rings are due at this instant, by name. */
    String dueNow() {
        return IntStream.range(0, clocks.length)
                .filter(clock -> agenda.dayOf(clock) == day)
                .mapToObj(clock -> clocks[clock].name)
                .collect(Collectors.joining(", "));
    }
}
