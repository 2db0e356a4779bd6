package marrow.report.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import marrow.dist.Fixed;
import marrow.journey.Case;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.Outcome;
import marrow.journey.Track;
import org.junit.jupiter.api.Test;

final class MovesTest {
    private static final Track DISEASE = Track.of("disease", "remission", "molecular", "relapsed", "refractory");
    private static final Track MRD = Track.of("mrd", "negative", "positive");

    private static List<String> moves(Clock clock) {
        Journey journey = Journey.of(List.of(DISEASE, MRD), List.of(clock));
        ClockText text = new ClockText(new ConditionText(journey));
        return Moves.of(journey).stream()
                .map(move -> move.track() + ": " + move.from() + " > " + move.to() + " " + text.chances(move))
                .toList();
    }

    private static Clock clock(Condition condition) {
        return Clock.of("marrow", condition, Fixed.of(15));
    }

    private static Case between(Condition when, double chance, String one, String other) {
        return new Case(
                when,
                List.of(
                        new Outcome(chance, Effect.set("disease", one)),
                        new Outcome(1 - chance, Effect.set("disease", other))));
    }

    @Test
    void a_plain_effect_moves_from_where_the_clock_may_run() {
        assertEquals(
                List.of("disease: [remission, molecular] > relapsed "),
                moves(clock(Condition.in("disease", "remission", "molecular"))
                        .then(Effect.set("disease", "relapsed"))));
        assertEquals(
                List.of("disease: [remission, molecular, refractory] > relapsed "),
                moves(clock(Condition.ALWAYS).then(Effect.set("disease", "relapsed"))));
    }

    @Test
    void a_case_on_the_track_itself_says_from_where() {
        assertEquals(
                List.of(
                        "disease: [molecular] > remission 25 %",
                        "disease: [molecular] > refractory 75 %",
                        "disease: [relapsed] > remission 20 %",
                        "disease: [relapsed] > refractory 80 %"),
                moves(clock(Condition.in("disease", "molecular", "relapsed"))
                        .choosing(
                                between(Condition.in("disease", "molecular"), 0.25, "remission", "refractory"),
                                between(Condition.ALWAYS, 0.2, "remission", "refractory"))));
    }

    @Test
    void a_case_on_another_track_is_told_with_its_chance() {
        assertEquals(
                List.of(
                        "disease: [relapsed] > remission 50 % when mrd positive; 90 % otherwise",
                        "disease: [relapsed] > refractory 50 % when mrd positive; 10 % otherwise"),
                moves(clock(Condition.in("disease", "relapsed"))
                        .choosing(
                                between(Condition.in("mrd", "positive"), 0.5, "remission", "refractory"),
                                between(Condition.ALWAYS, 0.9, "remission", "refractory"))));
    }

    @Test
    void an_effect_that_no_choice_changes_is_always_made() {
        Case marking = new Case(
                Condition.in("mrd", "positive"),
                List.of(new Outcome(0.3, Effect.mark("cd19-negative")), new Outcome(0.7, Effect.NOTHING)));
        assertEquals(
                List.of("disease: [remission] > relapsed "),
                moves(clock(Condition.in("disease", "remission"))
                        .then(Effect.set("disease", "relapsed"))
                        .choosing(marking)));
    }

    @Test
    void states_that_nothing_leads_to_are_not_on_the_map() {
        Clock relapse = Clock.of("relapse", Condition.in("disease", "remission", "refractory"), Fixed.of(9))
                .then(Effect.set("disease", "relapsed"));
        Journey journey = Journey.of(List.of(DISEASE, MRD), List.of(relapse));
        JourneyMap map = JourneyMap.of(journey, Entry.PLAIN, List.of(), Map.of());
        assertEquals(List.of("remission", "relapsed"), map.reached(DISEASE));
        assertEquals("[remission]", map.moves(DISEASE).get(0).from().toString());
        assertEquals(List.of(MRD), map.fixedTracks());
    }
}
