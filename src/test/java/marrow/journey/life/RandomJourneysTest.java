package marrow.journey.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import marrow.random.AddressedRandom;
import org.junit.jupiter.api.Test;

/** Journeys that nobody would write are lived as the language says, and the short ways live them as the long one does. */
class RandomJourneysTest {
    private static final long SEED = 20261122;
    private static final double HORIZON = 100;

    /** What rings at ever the same instant would ring for ever. */
    private static final int MOST_RINGS = 400;

    /** Days are worked out by another order of sums, which a power or a logarithm of a Weibull or log-logistic clock amplifies. */
    private static final double SAME_DAY = 1e-5;

    private static final class Rings implements Witness {
        private final List<NaiveLife.Ring> seen = new ArrayList<>();

        @Override
        public void enters(Patient patient) {
            seen.clear();
        }

        @Override
        public void rings(Patient patient, int clock, int occurrence, int effect) {
            CompiledJourney journey = patient.journey();
            seen.add(new NaiveLife.Ring(
                    journey.clockNames().get(clock),
                    IntStream.range(0, journey.trackNames().size())
                            .mapToObj(track -> journey.stateName(patient.state(track)))
                            .toList(),
                    patient.day()));
        }

        @Override
        public void ends(Patient patient) {}
    }

    @Test
    void lives_are_those_of_an_engine_without_arts() {
        int rings = 0;
        int lives = 0;
        for (int seed = 0; seed < 1200; seed++) {
            RandomJourney.Drawn drawn = new RandomJourney(new SplittableRandom(seed)).anyWay();
            Patient patient = Patient.of(CompiledJourney.of(drawn.journey(), drawn.entry()), SEED);
            Rings witness = new Rings();
            patient.watchedBy(witness);
            NaiveLife naive = new NaiveLife(drawn.journey(), drawn.entry(), SEED);
            for (int i = 0; i < 20; i++) {
                if (livesOn(patient, i) && witness.seen.size() < MOST_RINGS) {
                    List<NaiveLife.Ring> expected = naive.live(1, i, HORIZON, MOST_RINGS);
                    String who = "journey " + seed + ", patient " + i;
                    same(expected, witness.seen, who);
                    rings += expected.size();
                    lives++;
                }
            }
        }
        assertTrue(lives > 15_000 && rings > 50_000, lives + " lives with " + rings + " rings were compared");
    }

    private static boolean livesOn(Patient patient, int number) {
        try {
            patient.live(1, number, HORIZON);
            return true;
        } catch (EndlessJourneyException endless) {
            return false;
        }
    }

    private static void same(List<NaiveLife.Ring> expected, List<NaiveLife.Ring> found, String who) {
        for (int k = 0; k < Math.min(expected.size(), found.size()); k++) {
            String ring = who + ", ring " + k;
            assertEquals(expected.get(k).clock(), found.get(k).clock(), ring);
            assertEquals(expected.get(k).states(), found.get(k).states(), ring);
            assertEquals(expected.get(k).day(), found.get(k).day(), SAME_DAY, ring);
        }
        assertEquals(expected.size(), found.size(), who);
    }

    @Test
    void the_short_ways_live_them_to_the_bit() {
        int walked = 0;
        int first = 0;
        int columns = 0;
        for (int seed = 0; seed < 1000; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            RandomJourney.Drawn drawn = new RandomJourney(chance).oneWay();
            CompiledJourney plain = CompiledJourney.of(drawn.journey(), drawn.entry());
            CompiledJourney journey =
                    chance.nextInt(4) == 0 ? plain.tilted(Set.of("c0"), 2 * chance.nextDouble()) : plain;
            double horizon = 20 + 200 * chance.nextDouble();
            FirstRing ring = FirstRing.of(journey, AddressedRandom.of(SEED), horizon);
            OneClock clock = ring == null ? null : ring.ofOneClock();
            walked += journey.oneWay == null ? 0 : 1;
            first += ring == null ? 0 : 1;
            columns += clock == null ? 0 : 1;
            Patient walking = Patient.of(journey, SEED);
            Patient racing = Patient.of(journey, SEED);
            racing.watchedBy(new Rings());
            AddressedRandom random = AddressedRandom.of(SEED);
            for (int i = 0; i < 50; i++) {
                String who = "journey " + seed + ", patient " + i;
                walking.live(1, i, horizon);
                racing.live(1, i, horizon);
                assertEquals(left(racing), left(walking), who);
                double day = ring == null ? Double.NaN : ring.live(1, i);
                for (int mark = 0; ring != null && mark < journey.markNames().size(); mark++) {
                    boolean now = racing.count(mark) > 0 && racing.firstDay(mark) >= 0;
                    assertEquals(now, ring.sets(mark), who);
                    assertEquals(now ? racing.firstDay(mark) : day, day, who);
                }
                if (clock != null) {
                    random.patient(1, i);
                    assertEquals(day, clock.dayOf(random.firstExponential(clock.key(), 0)), who);
                }
            }
        }
        assertTrue(
                walked > 300 && first > 50 && columns > 20,
                walked + " journeys had a short way, " + first + " one ring, " + columns + " one clock");
    }

    private static List<Object> left(Patient patient) {
        List<Object> life = new ArrayList<>();
        for (int mark = 0; mark < patient.journey().markNames().size(); mark++) {
            life.addAll(List.of(patient.firstDay(mark), patient.lastDay(mark), patient.count(mark)));
        }
        for (int track = 0; track < patient.journey().trackNames().size(); track++) {
            life.add(patient.state(track));
        }
        return life;
    }
}
