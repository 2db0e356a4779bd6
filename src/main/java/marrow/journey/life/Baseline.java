package marrow.journey.life;

import java.util.ArrayList;
import java.util.List;
import marrow.dist.Distribution;
import marrow.journey.Entry;
import marrow.journey.Formula;
import marrow.journey.Journey;
import marrow.journey.Start;
import marrow.journey.Track;
import marrow.random.AddressedRandom;

/**
 * What a patient is at entry: the facts, the states in which the tracks start, and the marks that lie behind. Worked out
 * once a patient, each part after those it needs.
 */
final class Baseline {
    /** The states of the tracks that start alike in all patients (global bits), and -1 where one is yet to be found. */
    final int[] sameState;

    /** The same as a set of bits. */
    final long[] sameSituation;

    final Step[] steps;

    private Baseline(int[] sameState, Step[] steps, int words) {
        this.sameState = sameState;
        this.steps = steps;
        sameSituation = new long[words];
        for (int state : sameState) {
            if (state >= 0) {
                sameSituation[state >>> 6] |= 1L << state;
            }
        }
    }

    /** Finds one fact, one starting state or one mark of the patient. */
    interface Step {
        void find(Patient patient);
    }

    /** A number of the patient. */
    private interface Reading {
        double of(Patient patient);
    }

    static Baseline of(Journey journey, Entry entry, Index index) {
        StateSpace space = index.space();
        List<String> facts = index.facts();
        entry.states().forEach(space::bit);
        int[] same = new int[space.tracks()];
        List<Step> steps = new ArrayList<>();
        for (int t = 0; t < same.length; t++) {
            Track track = journey.tracks().get(t);
            String fixed =
                    entry.states().getOrDefault(track.name(), track.start() instanceof Start.In in ? in.state() : null);
            same[t] = fixed == null ? -1 : space.bit(track.name(), fixed);
        }
        for (String name : BaselineOrder.of(journey, entry)) {
            int fact = facts.indexOf(name);
            if (fact >= 0) {
                Reading reading = reading(journey.facts().get(fact).formula(), new Draws(name), index);
                steps.add(patient -> patient.setFact(fact, reading.of(patient)));
            } else {
                Track track = journey.tracks().get(space.track(name));
                if (same[space.track(name)] < 0) {
                    steps.add(start(track, index));
                }
            }
        }
        entry.daysSince().forEach((mark, law) -> steps.add(since(index.mark(mark), mark, law)));
        return new Baseline(same, steps.toArray(Step[]::new), space.words());
    }

    /** The addresses of the numbers that one fact draws: its own key, one occurrence a law in it. */
    private static final class Draws {
        final long key;
        int next;

        Draws(String fact) {
            key = AddressedRandom.clockKey("fact " + fact);
        }
    }

    private static Reading reading(Formula formula, Draws draws, Index index) {
        if (formula instanceof Formula.Constant constant) {
            return patient -> constant.value();
        }
        if (formula instanceof Formula.Drawn drawn) {
            int occurrence = draws.next++;
            Distribution law = drawn.law();
            return patient -> law.sample(patient.randomAt(draws.key, occurrence));
        }
        if (formula instanceof Formula.Of of) {
            int fact = index.fact(of.fact());
            return patient -> patient.fact(fact) * of.times();
        }
        if (formula instanceof Formula.Sum sum) {
            Reading[] terms = sum.terms().stream()
                    .map(term -> reading(term, draws, index))
                    .toArray(Reading[]::new);
            return patient -> {
                double total = 0;
                for (Reading term : terms) {
                    total += term.of(patient);
                }
                return total;
            };
        }
        if (formula instanceof Formula.Lookup lookup) {
            int fact = index.fact(lookup.fact());
            double[] x = lookup.x().stream().mapToDouble(Double::doubleValue).toArray();
            double[] y = lookup.y().stream().mapToDouble(Double::doubleValue).toArray();
            return patient -> along(x, y, patient.fact(fact));
        }
        List<Formula.When> cases = ((Formula.ByCase) formula).cases();
        long[][] forbids = cases.stream()
                .map(one -> index.space().forbidden(one.condition()))
                .toArray(long[][]::new);
        Reading[] readings =
                cases.stream().map(one -> reading(one.formula(), draws, index)).toArray(Reading[]::new);
        return patient -> {
            for (int i = 0; i < forbids.length; i++) {
                if (patient.allows(forbids[i])) {
                    return readings[i].of(patient);
                }
            }
            throw new IllegalArgumentException("no case of the fact holds for the patient");
        };
    }

    /** Straight lines through the points, flat beyond the ends. */
    private static double along(double[] x, double[] y, double at) {
        int i = 0;
        while (i < x.length && x[i] <= at) {
            i++;
        }
        if (i == 0) {
            return y[0];
        }
        if (i == x.length) {
            return y[i - 1];
        }
        return y[i - 1] + (y[i] - y[i - 1]) * (at - x[i - 1]) / (x[i] - x[i - 1]);
    }

    private static Step start(Track track, Index index) {
        StateSpace space = index.space();
        int place = space.track(track.name());
        int first = space.firstBit(place);
        if (track.start() instanceof Start.Cut cut) {
            int fact = index.fact(cut.fact());
            double[] thresholds =
                    cut.thresholds().stream().mapToDouble(Double::doubleValue).toArray();
            return patient -> {
                int band = 0;
                while (band < thresholds.length && patient.fact(fact) >= thresholds[band]) {
                    band++;
                }
                patient.startIn(place, first + band);
            };
        }
        List<Start.Chances> cases = ((Start.Drawn) track.start()).cases();
        long key = AddressedRandom.clockKey("track " + track.name());
        long[][] forbids =
                cases.stream().map(one -> space.forbidden(one.when())).toArray(long[][]::new);
        double[][] chances = cases.stream()
                .map(one ->
                        one.ofStates().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return patient -> {
            double u = patient.randomAt(key, 0).uniform();
            for (int i = 0; i < forbids.length; i++) {
                if (patient.allows(forbids[i])) {
                    patient.startIn(place, first + drawn(chances[i], u));
                    return;
                }
            }
            throw new IllegalArgumentException("no case of track " + track.name() + " holds for the patient");
        };
    }

    private static int drawn(double[] chances, double u) {
        int state = 0;
        double upTo = chances[0];
        while (u > upTo && state < chances.length - 1) {
            upTo += chances[++state];
        }
        return state;
    }

    private static Step since(int mark, String name, Distribution daysSince) {
        long key = AddressedRandom.clockKey("since " + name);
        return patient -> patient.markBefore(mark, daysSince.sample(patient.randomAt(key, 0)));
    }
}
