package marrow.journey.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marrow.dist.Distribution;
import marrow.journey.Accrual;
import marrow.journey.Clock;
import marrow.journey.Entry;
import marrow.journey.Journey;

/**
 * A journey in the form in which patients live it: names have become numbers, conditions masks, and for every move
 * between two states there is the list of what the move concerns. Immutable, and shared by all threads.
 *
 * <p>Clocks and accruals are together called watchers, because both watch a condition: clock {@code c} is watcher
 * {@code c}, accrual {@code a} is watcher {@code clocks + a}.
 */
public final class CompiledJourney {
    final StateSpace space;
    final CompiledClock[] clocks;
    final CompiledAccrual[] accruals;
    final CompiledEffect[] effects;
    final Baseline baseline;

    /** Per watcher, {@code words} longs: the states that its condition forbids. */
    final long[] forbids;

    final int words;

    /** Per mark: the clocks whose time runs since it. */
    final int[][] runSince;

    final Moves moves;

    /** The watchers whose conditions the states in which all patients start do not forbid: none other can hold at entry. */
    final int[] atEntry;

    /** Where the journey has no return, else null. */
    final OneWay oneWay;

    private final Index index;

    private CompiledJourney(Journey journey, Entry entry) {
        index = Index.of(journey, entry);
        space = index.space();
        words = space.words();
        List<CompiledEffect> effectList = new ArrayList<>();
        clocks = journey.clocks().stream()
                .map(clock -> new CompiledClock(clock, earliestOrigin(clock, entry), index, effectList))
                .toArray(CompiledClock[]::new);
        effects = effectList.toArray(CompiledEffect[]::new);
        accruals = journey.accruals().stream()
                .map(accrual -> new CompiledAccrual(accrual, index))
                .toArray(CompiledAccrual[]::new);
        runSince = Places.of(
                Arrays.stream(clocks).mapToInt(clock -> clock.since).toArray(),
                index.marks().size());
        forbids = Stream.concat(
                        journey.clocks().stream().map(Clock::condition),
                        journey.accruals().stream().map(Accrual::condition))
                .flatMapToLong(condition -> Arrays.stream(space.forbidden(condition)))
                .toArray();
        moves = new Moves(space, journey);
        baseline = Baseline.of(journey, entry, index);
        atEntry = IntStream.range(0, clocks.length + accruals.length)
                .filter(watcher -> holds(watcher, baseline.sameSituation))
                .toArray();
        oneWay = OneWay.of(journey, entry, this);
    }

    private CompiledJourney(CompiledJourney journey, CompiledClock[] clocks) {
        this.clocks = clocks;
        index = journey.index;
        space = journey.space;
        words = journey.words;
        effects = journey.effects;
        accruals = journey.accruals;
        runSince = journey.runSince;
        forbids = journey.forbids;
        moves = journey.moves;
        baseline = journey.baseline;
        atEntry = journey.atEntry;
        oneWay = journey.oneWay == null ? null : OneWay.along(journey.oneWay.track, this);
    }

    /** What {@link Journey#tilted} is once it is compiled; but nothing is compiled anew, which takes 4 to 8 ms for 50 clocks. */
    public CompiledJourney tilted(Collection<String> clocksToTilt, double factor) {
        return new CompiledJourney(
                this,
                Arrays.stream(clocks)
                        .map(clock -> clocksToTilt.contains(clock.name) ? clock.alsoTimes(factor, words) : clock)
                        .toArray(CompiledClock[]::new));
    }

    /** Compiles a journey for patients who come through this door; refuses names that the journey does not have. */
    public static CompiledJourney of(Journey journey, Entry entry) {
        return new CompiledJourney(journey, entry);
    }

    /** Whether the condition of a watcher holds in a situation. */
    boolean holds(int watcher, long[] situation) {
        return StateSpace.allows(forbids, watcher * words, situation);
    }

    /** The day before which the mark that a clock runs since, if it does, cannot have been set. */
    private static double earliestOrigin(Clock clock, Entry entry) {
        Distribution daysSince = entry.daysSince().get(clock.since());
        return daysSince == null ? 0 : -daysSince.upper();
    }

    public List<String> clockNames() {
        return Arrays.stream(clocks).map(clock -> clock.name).toList();
    }

    /** Marks by index: those of the entry, those of the clocks' own names, then the others. */
    public List<String> markNames() {
        return index.marks();
    }

    public List<String> accountNames() {
        return index.accounts();
    }

    List<String> factNames() {
        return index.facts();
    }

    public List<String> trackNames() {
        return List.of(space.trackNames());
    }

    /** The global bit of a track's first state; those of the others follow it. */
    public int firstStateOf(int track) {
        return space.firstBit(track);
    }

    /** How many states a track has. */
    public int statesOf(int track) {
        return space.states(track);
    }

    /** The name of a state by its global bit, as {@link Patient#state} gives it. */
    public String stateName(int bit) {
        return space.stateNames()[bit];
    }

    /** In words, what an effect sets and marks beside the clock's own mark. */
    String effectLabel(int effect) {
        return effects[effect].label;
    }

    /** The key of a clock among the random numbers. */
    long clockKey(int clock) {
        return clocks[clock].key;
    }
}
