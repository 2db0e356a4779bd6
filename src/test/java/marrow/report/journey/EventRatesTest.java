package marrow.report.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marrow.dist.Exponential;
import marrow.dist.Fixed;
import marrow.dist.Uniform;
import marrow.journey.Accrual;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Fact;
import marrow.journey.Formula;
import marrow.journey.Journey;
import marrow.journey.Start;
import marrow.journey.Track;
import org.junit.jupiter.api.Test;

final class EventRatesTest {
    private static final int PATIENTS = 20_000;
    private static final double HORIZON = 3 * 365.25;
    private static final double RATE = 0.3 / 365.25;

    private static EventRates rates(int patients) {
        Condition alive = Condition.in("vital", "alive");
        Journey journey = new Journey(
                List.of(),
                List.of(Track.of("vital", "alive", "dead")),
                List.of(
                        Clock.of("death", alive, Exponential.ofRate(RATE)).then(Effect.set("vital", "dead")),
                        Clock.of("visit", Condition.ALWAYS, Fixed.of(50)),
                        Clock.of("after-death", Condition.in("vital", "dead"), Fixed.of(HORIZON))),
                List.of(Accrual.perDay(List.of("days"), alive, 1)));
        Entry entry = Entry.at("enrolment");
        return EventRates.of(JourneyMap.of(journey, entry, List.of(), Map.of()), 11, patients, HORIZON);
    }

    @Test
    void shares_follow_the_law_within_their_error() {
        EventRates rates = rates(PATIENTS);
        assertEquals(List.of(100.0, 365.25, 730.5, HORIZON), rates.days());
        EventRates.Rate death = rates.rates().get(0);
        assertEquals("death", death.mark());
        for (int i = 0; i < 4; i++) {
            double p = -StrictMath.expm1(-RATE * rates.days().get(i));
            double error = Math.sqrt(p * (1 - p) / PATIENTS);
            assertEquals(error, death.error().get(i), 0.05 * error);
            // Four correlated looks at 4 standard errors: a false alarm in about 5,000 seeds.
            assertEquals(p, death.share().get(i), 4 * error);
        }
    }

    @Test
    void the_mean_in_an_account_follows_the_law_within_its_error() {
        EventRates.Use days = rates(PATIENTS).uses().get(0);
        double mean = -StrictMath.expm1(-RATE * HORIZON) / RATE;
        assertTrue(days.error() > 0 && days.error() < 5, () -> "error " + days.error());
        // At 4 standard errors, a false alarm in 16,000 seeds.
        assertEquals(mean, days.mean(), 4 * days.error());
    }

    @Test
    void what_always_and_what_never_happens() {
        Map<String, EventRates.Rate> rates =
                rates(100).rates().stream().collect(Collectors.toMap(EventRates.Rate::mark, rate -> rate));
        assertEquals(List.of(1.0, 1.0, 1.0, 1.0), rates.get("visit").share());
        assertEquals(List.of(0.0, 0.0, 0.0, 0.0), rates.get("visit").error());
        assertEquals(50, rates.get("visit").medianDay());
        assertEquals(List.of(0.0, 0.0, 0.0, 0.0), rates.get("after-death").share());
        assertTrue(Double.isNaN(rates.get("after-death").medianDay()));
        assertTrue(!rates.containsKey("enrolment"), "all have it from the entry");
    }

    /** Bound: 4 standard errors, a false alarm in 16,000 seeds. */
    @Test
    void states_that_differ_at_entry_and_stay_are_counted() {
        Journey journey = new Journey(
                List.of(new Fact("age", new Formula.Drawn(Uniform.of(0, 10)))),
                List.of(
                        Track.of("vital", "alive", "dead"),
                        Track.of("arm", "one"),
                        new Track("band", List.of("low", "high", "beyond"), new Start.Cut("age", List.of(2.5, 20.0)))),
                List.of(Clock.of("death", Condition.in("vital", "alive"), Exponential.ofRate(RATE))
                        .then(Effect.set("vital", "dead"))),
                List.of());
        Entry entry = Entry.at("enrolment");
        EventRates rates = EventRates.of(JourneyMap.of(journey, entry, List.of(), Map.of()), 11, PATIENTS, HORIZON);
        EventRates.AtEntry band = rates.atEntry().get(0);
        assertEquals(1, rates.atEntry().size(), "the others start alike, or move");
        double error = Math.sqrt(0.25 * 0.75 / PATIENTS);
        assertEquals(0.25, band.share().get(0), 4 * error);
        assertEquals(0.75, band.share().get(1), 4 * error);
        assertEquals(error, band.error().get(0), 0.05 * error);
        String page = EntryTable.of(rates);
        assertTrue(page.contains("\nNobody starts with: band beyond\n"), page);
        assertTrue(page.contains("\nband                    low 2"), page);
    }
}
