package marrow.journey.life;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import marrow.dist.Cure;
import marrow.dist.Distribution;
import marrow.dist.Exponential;
import marrow.dist.Fixed;
import marrow.dist.Gompertz;
import marrow.dist.Hazard;
import marrow.dist.Law;
import marrow.dist.LogLogistic;
import marrow.dist.PiecewiseExponential;
import marrow.dist.Uniform;
import marrow.dist.Weibull;
import marrow.journey.Case;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Factor;
import marrow.journey.Journey;
import marrow.journey.Outcome;
import marrow.journey.Tick;
import marrow.journey.Track;

/** Journeys that nobody would write, with every key of the language that a clock has, drawn from a generator. */
final class RandomJourney {
    private final RandomGenerator chance;

    RandomJourney(RandomGenerator chance) {
        this.chance = chance;
    }

    /** A journey with its door. */
    record Drawn(Journey journey, Entry entry) {}

    /** Clocks with conditions, marks, waits, chances, factors and choices, on up to four tracks that go anywhere. */
    Drawn anyWay() {
        List<Track> tracks = IntStream.range(0, between(1, 4))
                .mapToObj(t -> Track.of("t" + t, states(between(2, 4))))
                .toList();
        List<String> marks = names("m", between(1, 3));
        List<Clock> clocks = new ArrayList<>();
        int count = between(2, 8);
        for (int i = 0; i < count; i++) {
            clocks.add(clock(i, tracks, marks));
        }
        Map<String, Distribution> since = new LinkedHashMap<>();
        for (String mark : marks) {
            // A mark that no clock sets needs a day before entry.
            since.put(mark, maybe(0.5) ? Fixed.of(between(0, 19)) : Uniform.of(0, 30));
        }
        return new Drawn(Journey.of(tracks, clocks), new Entry(Map.of(), since));
    }

    /** Hazards alone, on one track that goes forward and two that stay: journeys that have a short way to live. */
    Drawn oneWay() {
        int states = between(2, 6);
        boolean late = maybe(0.4);
        List<Track> tracks = List.of(
                Track.of("x", states(states)), Track.of("arm", "old", "new"), Track.of("band", "low", "mid", "high"));
        List<Clock> clocks = new ArrayList<>();
        int count = between(1, 6);
        for (int i = 0; i < count; i++) {
            int from = between(0, states - 2);
            Condition in = Condition.in("x", "s" + from);
            in = maybe(0.25) ? in.and(Condition.in("arm", "new")) : in;
            in = maybe(0.15) ? in.and(Condition.in("band", "low", "mid")) : in;
            List<Factor> factors = new ArrayList<>();
            while (maybe(0.5)) {
                Condition when = maybe(0.5)
                        ? Condition.in("arm", "new")
                        : maybe(0.5) ? Condition.in("x", "s" + between(0, states - 1)) : Condition.in("band", "high");
                factors.add(new Factor(when, maybe(0.2) ? 0 : 2 * chance.nextDouble()));
            }
            Effect effect = Effect.set("x", "s" + between(from + 1, states - 1));
            effect = maybe(0.5) ? effect.and(Effect.mark("e" + between(0, 1))) : effect;
            Clock clock = Clock.of("c" + i, in, hazard())
                    .times(factors.toArray(Factor[]::new))
                    .then(effect);
            clocks.add(late && maybe(0.5) ? clock.since("transplant") : clock);
        }
        Map<String, String> door = Map.of("arm", maybe(0.5) ? "new" : "old", "x", maybe(0.2) ? "s1" : "s0");
        Map<String, Distribution> since = late
                ? Map.of("transplant", Fixed.of(maybe(0.3) ? 0 : Tick.nearest(40 * chance.nextDouble())))
                : Map.of();
        return new Drawn(Journey.of(tracks, clocks), new Entry(door, since));
    }

    private Clock clock(int i, List<Track> tracks, List<String> marks) {
        boolean hazard = maybe(0.6);
        Law law = hazard
                ? hazard()
                : maybe(0.3) ? Fixed.of(between(1, 10)) : Uniform.of(0.5, 5 + 20 * chance.nextDouble());
        List<Factor> factors = new ArrayList<>();
        while (hazard && maybe(0.5)) {
            factors.add(new Factor(condition(tracks, 0.4), maybe(0.25) ? 0 : 0.2 + 3 * chance.nextDouble()));
        }
        List<Case> cases = new ArrayList<>();
        while (maybe(0.3)) {
            double p = chance.nextDouble();
            cases.add(new Case(
                    condition(tracks, 0.4),
                    List.of(new Outcome(p, effect(tracks, marks)), new Outcome(1 - p, effect(tracks, marks)))));
        }
        List<String> origins = new ArrayList<>(marks);
        origins.add("c" + between(0, i));
        return new Clock(
                "c" + i,
                condition(tracks, 0.5),
                maybe(0.35) ? origins.get(between(0, origins.size() - 1)) : null,
                law,
                !hazard && maybe(0.3) ? 0.6 : 1,
                !hazard && maybe(0.3),
                maybe(0.25),
                factors,
                effect(tracks, marks),
                cases);
    }

    private Condition condition(List<Track> tracks, double ofTrack) {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        for (Track track : tracks) {
            if (maybe(ofTrack)) {
                List<String> states = new ArrayList<>(track.states());
                Collections.shuffle(states, new java.util.Random(chance.nextLong()));
                allowed.put(track.name(), new LinkedHashSet<>(states.subList(0, between(1, states.size()))));
            }
        }
        return new Condition(allowed);
    }

    private Effect effect(List<Track> tracks, List<String> marks) {
        Map<String, String> sets = new LinkedHashMap<>();
        for (Track track : tracks) {
            if (maybe(0.4)) {
                sets.put(
                        track.name(),
                        track.states().get(between(0, track.states().size() - 1)));
            }
        }
        return new Effect(sets, marks.stream().filter(mark -> maybe(0.25)).toList());
    }

    private Hazard hazard() {
        return switch (between(0, 5)) {
            case 0 -> Exponential.ofRate(0.002 + 0.2 * chance.nextDouble());
            case 1 -> Weibull.of(0.4 + 2 * chance.nextDouble(), 5 + 40 * chance.nextDouble());
            case 2 ->
                PiecewiseExponential.of(
                        new double[] {5 + 10 * chance.nextDouble(), 30},
                        new double[] {maybe(0.5) ? 0 : 0.05, 0.1 * chance.nextDouble(), maybe(0.5) ? 0 : 0.03});
            case 3 -> Cure.of(0.1 + 0.8 * chance.nextDouble(), Exponential.ofRate(0.05));
            case 4 -> Gompertz.of(0.02, maybe(0.5) ? -0.02 : 0.03);
            default -> LogLogistic.of(0.7 + 2 * chance.nextDouble(), 20);
        };
    }

    private static List<String> names(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
    }

    private static String[] states(int count) {
        return names("s", count).toArray(String[]::new);
    }

    private int between(int least, int most) {
        return chance.nextInt(least, most + 1);
    }

    private boolean maybe(double p) {
        return chance.nextDouble() < p;
    }
}
