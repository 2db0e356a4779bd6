package marrow.journey.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.dist.Distribution;
import marrow.dist.Hazard;
import marrow.journey.Case;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Factor;
import marrow.journey.Journey;
import marrow.journey.Outcome;
import marrow.journey.Start;
import marrow.journey.Tick;
import marrow.journey.Track;
import marrow.random.AddressedRandom;

/**
 * A life as the language tells it, with none of the engine's arts: after every ring all budgets are spent, every clock is asked
 * whether its condition holds, and every time of ring is worked out anew. The numbers are those of the same addresses.
 */
final class NaiveLife {
    /** One ring: which clock, all states after it, and the day. */
    record Ring(String clock, List<String> states, double day) {}

    private enum Status {
        IDLE,
        RUNNING,
        RANG
    }

    private final List<Track> tracks;
    private final List<Clock> clocks;
    private final Entry entry;
    private final AddressedRandom random;

    private final Map<String, String> state = new HashMap<>();
    private final Map<String, Double> lastSet = new HashMap<>();
    private double day;
    private final Status[] status;
    private final int[] draws;
    private final double[] origin;

    /** Hazards: the budget that is left; waits that keep: the days left when they were stopped. NaN for what is drawn anew. */
    private final double[] left;

    private final double[] factor;

    /** Waits: the day on which they ring, infinite for never. */
    private final double[] ringDay;

    NaiveLife(Journey journey, Entry entry, long seed) {
        tracks = journey.tracks();
        clocks = journey.clocks();
        this.entry = entry;
        random = AddressedRandom.of(seed);
        int n = clocks.size();
        status = new Status[n];
        draws = new int[n];
        origin = new double[n];
        left = new double[n];
        factor = new double[n];
        ringDay = new double[n];
    }

    /** All rings until the horizon, but no more than so many. */
    List<Ring> live(long replicate, long patient, double horizon, int most) {
        enter(replicate, patient);
        List<Ring> rings = new ArrayList<>();
        int next = nextUntil(horizon);
        while (next >= 0 && rings.size() < most) {
            double then = dayOf(next);
            spendUntil(then);
            day = then;
            ring(next);
            rings.add(new Ring(
                    clocks.get(next).name(),
                    tracks.stream().map(track -> state.get(track.name())).toList(),
                    day));
            next = nextUntil(horizon);
        }
        return rings;
    }

    private void enter(long replicate, long patient) {
        random.patient(replicate, patient);
        day = 0;
        Arrays.fill(status, Status.IDLE);
        Arrays.fill(draws, 0);
        Arrays.fill(left, Double.NaN);
        lastSet.clear();
        for (Track track : tracks) {
            String start = ((Start.In) track.start()).state();
            state.put(track.name(), entry.states().getOrDefault(track.name(), start));
        }
        entry.daysSince().forEach((mark, law) -> {
            random.at(AddressedRandom.clockKey("since " + mark), 0);
            lastSet.put(mark, Tick.nearest(0 - law.sample(random)));
        });
        for (int i = 0; i < clocks.size(); i++) {
            visit(i);
        }
    }

    private int nextUntil(double horizon) {
        int next = -1;
        for (int i = 0; i < clocks.size(); i++) {
            if (status[i] == Status.RUNNING && dayOf(i) <= horizon && (next < 0 || dayOf(i) < dayOf(next))) {
                next = i;
            }
        }
        return next;
    }

    private double dayOf(int i) {
        double ring = ringDay[i];
        if (clocks.get(i).law() instanceof Hazard hazard) {
            double spent = hazard.cumulative(day - origin[i]);
            ring = factor[i] == 0 ? Double.POSITIVE_INFINITY : origin[i] + hazard.inverse(spent + left[i] / factor[i]);
        }
        return Math.max(Tick.nearest(ring), day);
    }

    private void spendUntil(double then) {
        for (int i = 0; i < clocks.size(); i++) {
            if (status[i] == Status.RUNNING && clocks.get(i).law() instanceof Hazard hazard) {
                double spent = hazard.cumulative(then - origin[i]) - hazard.cumulative(day - origin[i]);
                left[i] = Math.max(0, left[i] - factor[i] * spent);
            }
        }
    }

    private void ring(int rung) {
        Clock clock = clocks.get(rung);
        status[rung] = clock.repeats() ? Status.IDLE : Status.RANG;
        left[rung] = Double.NaN;
        Effect effect = effect(clock, draws[rung] - 1);
        state.putAll(effect.sets());
        Set<String> marks = new LinkedHashSet<>(List.of(clock.name()));
        marks.addAll(effect.marks());
        marks.forEach(mark -> lastSet.put(mark, day));
        for (int i = 0; i < clocks.size(); i++) {
            if (i != rung || !clock.repeats()) {
                visit(i);
            }
        }
        for (String mark : marks) {
            for (int i = 0; i < clocks.size(); i++) {
                if (mark.equals(clocks.get(i).since())) {
                    beginAnew(i);
                }
            }
        }
        visit(rung);
    }

    private Effect effect(Clock clock, int occurrence) {
        for (Case one : clock.cases()) {
            if (holds(one.when())) {
                double u = random.firstUniform(AddressedRandom.clockKey("choice of " + clock.name()), occurrence);
                double upTo = 0;
                for (Outcome outcome : one.outcomes()) {
                    upTo += outcome.chance();
                    if (u <= upTo) {
                        return clock.effect().and(outcome.effect());
                    }
                }
                return clock.effect()
                        .and(one.outcomes().get(one.outcomes().size() - 1).effect());
            }
        }
        return clock.effect();
    }

    private void beginAnew(int i) {
        if (status[i] == Status.RUNNING && origin[i] == day) {
            return;
        }
        if (clocks.get(i).law() instanceof Distribution) {
            left[i] = Double.NaN;
        }
        status[i] = Status.IDLE;
        visit(i);
    }

    private void visit(int i) {
        Clock clock = clocks.get(i);
        if (!holds(clock.condition())) {
            if (status[i] == Status.RUNNING && clock.keeps() && !Double.isNaN(left[i])) {
                left[i] = Math.max(Tick.nearest(ringDay[i]), day) - day;
            }
            status[i] = Status.IDLE;
        } else if (status[i] == Status.IDLE) {
            start(i, clock);
        } else if (status[i] == Status.RUNNING) {
            factor[i] = product(clock);
        }
    }

    private void start(int i, Clock clock) {
        double from = clock.since() == null ? day : lastSet.getOrDefault(clock.since(), Double.NaN);
        if (Double.isNaN(from)) {
            return;
        }
        boolean sameOrigin = clock.since() == null || from == origin[i];
        status[i] = Status.RUNNING;
        origin[i] = from;
        factor[i] = product(clock);
        if (clock.law() instanceof Hazard) {
            if (Double.isNaN(left[i])) {
                left[i] = random.firstExponential(AddressedRandom.clockKey(clock.name()), draws[i]++);
            }
        } else if (!Double.isNaN(left[i]) && sameOrigin) {
            ringDay[i] = day + left[i];
        } else {
            ringDay[i] = from + wait(clock, draws[i]++, day - from);
            boolean kept = clock.keeps() && (ringDay[i] < Double.POSITIVE_INFINITY || clock.since() != null);
            left[i] = kept ? 0 : Double.NaN; // worked out when it is stopped
        }
    }

    private double wait(Clock clock, int occurrence, double passed) {
        Distribution law = (Distribution) clock.law();
        double unrung = passed > 0 ? law.survival(passed) : 1;
        double armed = clock.chance() * unrung / (1 - clock.chance() + clock.chance() * unrung);
        if (clock.chance() < 1
                && random.firstUniform(AddressedRandom.clockKey("chance of " + clock.name()), occurrence) >= armed) {
            return Double.POSITIVE_INFINITY;
        }
        random.at(AddressedRandom.clockKey(clock.name()), occurrence);
        return passed > 0 ? law.sampleAbove(passed, random) : law.sample(random);
    }

    private double product(Clock clock) {
        return clock.factors().stream()
                .filter(one -> holds(one.when()))
                .mapToDouble(Factor::by)
                .reduce(1, (a, b) -> a * b);
    }

    private boolean holds(Condition condition) {
        return condition.allowed().entrySet().stream()
                .allMatch(one -> one.getValue().contains(state.get(one.getKey())));
    }
}
