package marrow.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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

    /** Per track: where its moves begin in {@code concerned}. */
    private final int[] firstMove;

    /** Per move (track, from, to): the watchers whose condition or factors it may change. */
    private final int[][] concerned;

    private final List<String> marks;
    private final List<String> accounts;
    private final List<String> facts;

    private CompiledJourney(Journey journey, Entry entry) {
        space = new StateSpace(journey.tracks());
        words = space.words();
        facts = journey.facts().stream().map(Fact::name).toList();
        marks = marks(journey, entry);
        accounts = journey.accruals().stream()
                .flatMap(accrual -> accrual.accounts().stream())
                .distinct()
                .toList();

        List<CompiledEffect> effectList = new ArrayList<>();
        clocks = journey.clocks().stream()
                .map(clock -> new CompiledClock(clock, space, marks, effectList))
                .toArray(CompiledClock[]::new);
        effects = effectList.toArray(CompiledEffect[]::new);
        accruals = journey.accruals().stream()
                .map(accrual -> new CompiledAccrual(accrual, accounts, facts))
                .toArray(CompiledAccrual[]::new);
        runSince = IntStream.range(0, marks.size())
                .mapToObj(mark -> IntStream.range(0, clocks.length)
                        .filter(clock -> clocks[clock].since == mark)
                        .toArray())
                .toArray(int[][]::new);

        List<Watcher> watchers = watchers(journey);
        forbids = watchers.stream()
                .flatMapToLong(w -> Arrays.stream(space.forbidden(w.condition)))
                .toArray();
        firstMove = new int[space.tracks() + 1];
        for (int track = 0; track < space.tracks(); track++) {
            firstMove[track + 1] = firstMove[track] + space.states(track) * space.states(track);
        }
        concerned = concerned(watchers);
        baseline = Baseline.of(journey, entry, space, facts, marks);
    }

    /** Compiles a journey for patients who come through this door; refuses names that the journey does not have. */
    public static CompiledJourney of(Journey journey, Entry entry) {
        return new CompiledJourney(journey, entry);
    }

    /** Whose condition, or whose factors' conditions, a move may change. */
    private record Watcher(Condition condition, List<Factor> factors) {}

    private static List<Watcher> watchers(Journey journey) {
        List<Watcher> watchers = new ArrayList<>();
        journey.clocks().forEach(clock -> watchers.add(new Watcher(clock.condition(), clock.factors())));
        journey.accruals().forEach(accrual -> watchers.add(new Watcher(accrual.condition(), List.of())));
        return watchers;
    }

    private static List<String> marks(Journey journey, Entry entry) {
        Set<String> names = new LinkedHashSet<>(entry.daysSince().keySet());
        for (Clock clock : journey.clocks()) {
            if (!names.add(clock.name()) && !entry.daysSince().containsKey(clock.name())) {
                throw new IllegalArgumentException("two clocks are called " + clock.name());
            }
        }
        for (Clock clock : journey.clocks()) {
            names.addAll(clock.effect().marks());
            clock.cases().forEach(one -> one.outcomes()
                    .forEach(outcome -> names.addAll(outcome.effect().marks())));
            if (clock.since() != null) {
                names.add(clock.since());
            }
        }
        return List.copyOf(names);
    }

    private int[][] concerned(List<Watcher> watchers) {
        int[][] moves = new int[firstMove[space.tracks()]][];
        for (int track = 0; track < space.tracks(); track++) {
            int states = space.states(track);
            for (int from = 0; from < states; from++) {
                for (int to = 0; to < states; to++) {
                    int t = track;
                    int fromBit = space.firstBit(track) + from;
                    int toBit = space.firstBit(track) + to;
                    moves[firstMove[track] + from * states + to] = IntStream.range(0, watchers.size())
                            .filter(w -> space.sees(watchers.get(w).condition, t, fromBit, toBit)
                                    || watchers.get(w).factors.stream()
                                            .anyMatch(factor -> space.sees(factor.when(), t, fromBit, toBit)))
                            .toArray();
                }
            }
        }
        return moves;
    }

    /** The watchers that a move of the track between two of its states (global bits) concerns. */
    int[] concernedBy(int track, int fromBit, int toBit) {
        int first = space.firstBit(track);
        return concerned[firstMove[track] + (fromBit - first) * space.states(track) + (toBit - first)];
    }

    public List<String> clockNames() {
        return Arrays.stream(clocks).map(clock -> clock.name).toList();
    }

    /** Marks by index: those of the entry, those of the clocks' own names, then the others. */
    public List<String> markNames() {
        return marks;
    }

    public List<String> accountNames() {
        return accounts;
    }

    public List<String> factNames() {
        return facts;
    }

    public List<String> trackNames() {
        return List.of(space.trackNames());
    }

    /** The name of a state by its global bit, as {@link Patient#state} gives it. */
    public String stateName(int bit) {
        return space.stateNames()[bit];
    }

    /** In words, what an effect sets and marks beside the clock's own mark. */
    public String effectLabel(int effect) {
        return effects[effect].label;
    }

    /** The key of a clock among the random numbers. */
    public long clockKey(int clock) {
        return clocks[clock].key;
    }
}
