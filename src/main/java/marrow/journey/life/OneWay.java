package marrow.journey.life;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import marrow.dist.Fixed;
import marrow.dist.Hazard;
import marrow.journey.Clock;
import marrow.journey.Entry;
import marrow.journey.Journey;

/**
 * A journey without return: one track moves, each clock is a hazard that runs in one state of it and moves the patient on to
 * another, no state is come to twice, and everybody starts alike. These are the multi-state models of the textbooks: survival with
 * one hazard, competing risks, illness and death.
 *
 * <p>In such a journey whoever leaves a state leaves its clocks for good. Nothing is ever stopped, resumed or refactored, which factors
 * hold is known beforehand, and no agenda or memory of budgets is needed: in each state the first of its clocks to ring is
 * found, and that is all. The numbers are those that the general engine would read and the arithmetic is the same, so the
 * lives are too, bit for bit.
 */
final class OneWay {
    /** The track that moves. */
    final int track;

    /** The state in which everybody starts, counted from the first of the track. */
    final int start;

    /** Per state of the track: the clocks that run in it, in declared order. */
    final Step[][] from;

    private OneWay(int track, int start, Step[][] from) {
        this.track = track;
        this.start = start;
        this.from = from;
    }

    /** A clock that may lead on from a state. */
    static final class Step {
        final int clock;

        /** Where its budget stands among the random numbers. */
        final long key;

        final Hazard hazard;

        /** The product of the factors that hold. */
        final double factor;

        /** The mark its time runs from, or -1 where that is the moment at which the state was come to. */
        final int since;

        /** The state that it leads to, as a global bit, and the marks that it sets. */
        final int to;

        final int[] marks;

        private Step(int clock, CompiledClock c, CompiledEffect effect, double factor) {
            this.clock = clock;
            key = c.key;
            hazard = c.hazard;
            this.factor = factor;
            since = c.since;
            to = effect.bits[0];
            marks = effect.marks;
        }

        boolean sets(int mark) {
            for (int one : marks) {
                if (one == mark) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The most clocks that run at a time. */
    int mostSteps() {
        return Arrays.stream(from).mapToInt(steps -> steps.length).max().orElse(0);
    }

    /** Whether nothing more can happen after the first ring. */
    boolean endsWithFirst() {
        return Arrays.stream(from).filter(steps -> steps.length > 0).count() <= 1 && from[start].length > 0;
    }

    /** The way of a journey, or null where it is of another kind. */
    static OneWay of(Journey journey, Entry entry, CompiledJourney compiled) {
        Set<String> moved = new HashSet<>();
        journey.clocks().forEach(clock -> moved.addAll(clock.effect().sets().keySet()));
        int[] starts = compiled.baseline.sameState;
        if (moved.size() != 1
                || !journey.accruals().isEmpty()
                || Arrays.stream(starts).anyMatch(state -> state < 0)) {
            return null;
        }
        String track = moved.iterator().next();
        boolean movesOn = journey.clocks().stream()
                .allMatch(clock -> movesOn(clock, track) && runsFromKnownDay(clock, journey, entry));
        return !movesOn || returns(journey.clocks(), track) ? null : along(compiled.space.track(track), compiled);
    }

    /** Whether the clock is a hazard that runs in one state of the track, and does no more than move it. */
    private static boolean movesOn(Clock clock, String track) {
        return clock.law() instanceof Hazard
                && clock.condition().allowed().getOrDefault(track, Set.of()).size() == 1
                && clock.cases().isEmpty()
                && clock.effect().sets().size() == 1
                && clock.effect().uses().isEmpty();
    }

    /** Whether its time runs from its start, or since a mark whose day the entry fixes and no clock sets again. */
    private static boolean runsFromKnownDay(Clock clock, Journey journey, Entry entry) {
        return clock.since() == null
                || (entry.daysSince().get(clock.since()) instanceof Fixed
                        && journey.clocks().stream().noneMatch(other -> other.setsMark(clock.since())));
    }

    /** Whether some state can be come to again: takes away states from which nothing leads on, until none is left. */
    private static boolean returns(List<Clock> clocks, String track) {
        Map<String, Set<String>> next = new HashMap<>();
        for (Clock clock : clocks) {
            String state = clock.condition().allowed().get(track).iterator().next();
            next.computeIfAbsent(state, one -> new HashSet<>())
                    .add(clock.effect().sets().get(track));
        }
        Map<String, Set<String>> left = new HashMap<>(next);
        boolean fewer = true;
        while (fewer) {
            fewer = left.keySet().removeIf(state -> next.get(state).stream().noneMatch(left::containsKey));
        }
        return !left.isEmpty();
    }

    /** The way along this track of a journey that has no return. */
    static OneWay along(int track, CompiledJourney compiled) {
        int firstBit = compiled.space.firstBit(track);
        long[] situation = compiled.baseline.sameSituation.clone();
        int start = compiled.baseline.sameState[track];
        situation[start >>> 6] &= ~(1L << start);
        Step[][] from = new Step[compiled.space.states(track)][];
        for (int s = 0; s < from.length; s++) {
            int bit = firstBit + s;
            long[] here = situation.clone();
            here[bit >>> 6] |= 1L << bit;
            from[s] = IntStream.range(0, compiled.clocks.length)
                    .filter(c -> compiled.holds(c, here))
                    .mapToObj(c -> step(c, compiled, here))
                    .toArray(Step[]::new);
        }
        return new OneWay(track, start - firstBit, from);
    }

    private static Step step(int clock, CompiledJourney compiled, long[] situation) {
        CompiledClock c = compiled.clocks[clock];
        return new Step(clock, c, compiled.effects[c.plainEffect], c.factor(situation));
    }
}
