package marrow.journey.life;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.dist.Distribution;
import marrow.dist.Fixed;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.Track;
import org.junit.jupiter.api.Test;

/** First days of a mark after another mark, in lives worked by hand. */
class SequelTest {
    private static final Track VITAL = Track.of("vital", "alive");
    private static final double NEVER = Double.NaN;

    private static Clock on(double day, String name, String... marks) {
        return Clock.of(name, Condition.ALWAYS, Fixed.of(day)).then(Effect.mark(marks));
    }

    private static double[] days(Entry entry, List<Sequel> sequels, Clock... clocks) {
        CompiledJourney journey = CompiledJourney.of(Journey.of(List.of(VITAL), List.of(clocks)), entry);
        Patient patient = Patient.of(journey, 1, sequels);
        double[] days = new double[sequels.size()];
        for (int life = 0; life < 2; life++) { // the second life remembers nothing of the first
            patient.live(0, life, 100);
            for (int k = 0; k < days.length; k++) {
                days[k] = patient.sequelDay(k);
            }
        }
        return days;
    }

    @Test
    void the_first_time_after_the_other_mark_and_not_before() {
        assertArrayEquals(
                new double[] {30, 10, NEVER, 20, NEVER},
                days(
                        Entry.PLAIN,
                        List.of(
                                new Sequel("transplant", "relapse"),
                                new Sequel(null, "relapse"),
                                new Sequel("death", "relapse"),
                                new Sequel("relapse", "transplant"),
                                new Sequel("transplant", "visit")),
                        on(10, "first", "relapse"),
                        on(20, "transplant"),
                        on(30, "second", "relapse"),
                        on(40, "third", "relapse"),
                        on(50, "death"),
                        on(200, "visit")));
    }

    @Test
    void an_origin_set_again_later_does_not_count_anew() {
        assertArrayEquals(
                new double[] {15},
                days(
                        Entry.PLAIN,
                        List.of(new Sequel("transplant", "relapse")),
                        on(10, "one", "transplant"),
                        on(15, "two", "relapse"),
                        on(20, "three", "transplant"),
                        on(25, "four", "relapse")));
    }

    @Test
    void a_mark_of_the_entry_starts_sequels_and_ends_those_of_an_earlier_one() {
        List<Sequel> sequels = List.of(
                new Sequel("transplant", "relapse"),
                new Sequel(null, "relapse"),
                new Sequel(null, "transplant"),
                new Sequel("relapse", "transplant"),
                new Sequel("relapse", "relapse"));
        for (String first : List.of("transplant", "relapse")) { // whichever of the two is found first
            Map<String, Distribution> ago = new LinkedHashMap<>();
            ago.put(first, Fixed.of(first.equals("relapse") ? 10 : 75));
            ago.put("transplant", Fixed.of(75));
            ago.put("relapse", Fixed.of(10));
            assertArrayEquals(
                    new double[] {-10, 5, NEVER, NEVER, 5},
                    days(new Entry(Map.of(), ago), sequels, on(5, "again", "relapse")));
        }
        assertArrayEquals(
                new double[] {5, 5, NEVER, NEVER, 5},
                days(
                        new Entry(Map.of(), Map.of("transplant", Fixed.of(75), "relapse", Fixed.of(75))),
                        sequels,
                        on(5, "again", "relapse")),
                "of two marks of one day before entry neither comes after the other");
    }

    @Test
    void on_the_day_of_entry_what_a_ring_sets_counts() {
        assertArrayEquals(
                new double[] {0, 0},
                days(
                        Entry.at("transplant"),
                        List.of(new Sequel("transplant", "relapse"), new Sequel(null, "relapse")),
                        on(0, "relapse")));
    }

    @Test
    void within_one_ring_the_order_of_the_marks_tells() {
        List<Sequel> sequels = List.of(new Sequel("transplant", "relapse"), new Sequel("relapse", "transplant"));
        assertArrayEquals(
                new double[] {10, NEVER}, days(Entry.PLAIN, sequels, on(10, "both", "transplant", "relapse")));
        assertArrayEquals(
                new double[] {NEVER, 10}, days(Entry.PLAIN, sequels, on(10, "both", "relapse", "transplant")));
        // Two rings of one instant come in the order of the clocks.
        assertArrayEquals(
                new double[] {10, NEVER}, days(Entry.PLAIN, sequels, on(10, "transplant"), on(10, "relapse")));
    }

    @Test
    void after_itself_a_mark_comes_the_second_time() {
        List<Sequel> again = List.of(new Sequel("transplant", "transplant"));
        assertArrayEquals(
                new double[] {30},
                days(
                        Entry.PLAIN,
                        again,
                        on(10, "one", "transplant"),
                        on(30, "two", "transplant"),
                        on(40, "three", "transplant")));
        assertArrayEquals(new double[] {NEVER}, days(Entry.PLAIN, again, on(10, "one", "transplant")));
        assertArrayEquals(new double[] {10}, days(Entry.at("transplant"), again, on(10, "one", "transplant")));
    }

    @Test
    void a_clocks_own_mark_is_set_before_those_of_its_effect() {
        assertArrayEquals(
                new double[] {10, NEVER},
                days(
                        Entry.PLAIN,
                        List.of(new Sequel("ring", "relapse"), new Sequel("relapse", "ring")),
                        on(10, "ring", "relapse")));
    }

    @Test
    void unknown_marks_are_refused() {
        CompiledJourney journey =
                CompiledJourney.of(Journey.of(List.of(VITAL), List.of(on(1, "relapse"))), Entry.PLAIN);
        for (Sequel unknown : List.of(new Sequel("transplant", "relapse"), new Sequel(null, "transplant"))) {
            assertEquals(
                    "there is no mark transplant",
                    assertThrows(IllegalArgumentException.class, () -> Patient.of(journey, 1, List.of(unknown)))
                            .getMessage());
        }
    }
}
