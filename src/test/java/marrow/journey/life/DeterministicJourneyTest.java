package marrow.journey.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marrow.dist.Distribution;
import marrow.dist.Exponential;
import marrow.dist.Fixed;
import marrow.dist.Uniform;
import marrow.journey.Case;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Factor;
import marrow.journey.Journey;
import marrow.journey.Outcome;
import marrow.journey.Track;
import org.junit.jupiter.api.Test;

/** Lives that can be worked out by hand, event by event. */
class DeterministicJourneyTest {
    private static final Track VITAL = Track.of("vital", "alive", "dead");
    private static final Condition ALIVE = Condition.in("vital", "alive");

    private static CompiledJourney compile(List<Track> tracks, Clock... clocks) {
        return CompiledJourney.of(Journey.of(tracks, List.of(clocks)), Entry.at("transplant"));
    }

    @Test
    void ringsAtOneInstantComeInDeclaredOrderAndTheFirstMayStopTheSecond() {
        CompiledJourney journey = compile(
                List.of(VITAL),
                Clock.of("marrow", ALIVE, Fixed.of(14)),
                Clock.of("death", ALIVE, Fixed.of(14)).then(Effect.set("vital", "dead")),
                Clock.of("visit", ALIVE, Fixed.of(14)));
        assertEquals(List.of("14.0000 marrow", "14.0000 death > vital: dead"), Diary.of(journey, 100));
    }

    @Test
    void aClockRingsOnceWhileItsConditionHoldsAndAgainWhenItBeginsToHoldAnew() {
        Track mood = Track.of("mood", "up", "down");
        CompiledJourney journey = compile(
                List.of(mood),
                Clock.of("fall", Condition.in("mood", "up"), Fixed.of(5)).then(Effect.set("mood", "down")),
                Clock.of("rise", Condition.in("mood", "down"), Fixed.of(3)).then(Effect.set("mood", "up")),
                Clock.of("nod", Condition.in("mood", "up"), Fixed.of(1)));
        assertEquals(
                List.of(
                        "1.0000 nod",
                        "5.0000 fall > mood: down",
                        "8.0000 rise > mood: up",
                        "9.0000 nod",
                        "13.0000 fall > mood: down"),
                Diary.of(journey, 15));
    }

    @Test
    void repeatsStartsAnewAfterEachRing() {
        CompiledJourney journey =
                compile(List.of(VITAL), Clock.of("visit", ALIVE, Fixed.of(10)).repeating());
        assertEquals(List.of("10.0000 visit", "20.0000 visit", "30.0000 visit"), Diary.of(journey, 35));
    }

    @Test
    void theHorizonItselfBelongsToTheLife() {
        CompiledJourney journey =
                compile(List.of(VITAL), Clock.of("visit", ALIVE, Fixed.of(10)).repeating());
        assertEquals(3, Diary.of(journey, 30).size());
    }

    @Test
    void keepsGoesOnWithTheTimeLeftAndOtherwiseTimeIsDrawnAnew() {
        Track pump = Track.of("pump", "on", "off");
        Condition on = Condition.in("pump", "on");
        CompiledJourney journey = compile(
                List.of(pump),
                Clock.of("interrupt", on, Fixed.of(4)).since("transplant").then(Effect.set("pump", "off")),
                Clock.of("resume", Condition.in("pump", "off"), Fixed.of(2)).then(Effect.set("pump", "on")),
                Clock.of("ten-days-on", on, Fixed.of(10)).keeping(),
                Clock.of("ten-days-without-break", on, Fixed.of(10)));
        assertEquals(
                List.of(
                        "4.0000 interrupt > pump: off",
                        "6.0000 resume > pump: on",
                        "12.0000 ten-days-on",
                        "16.0000 ten-days-without-break"),
                Diary.of(journey, 50));
    }

    @Test
    void sinceWaitsForItsMarkAndStartsAnewWhenTheMarkIsSetAgain() {
        CompiledJourney journey = compile(
                List.of(VITAL),
                Clock.of("course", ALIVE, Fixed.of(20)).repeating().then(Effect.mark("blinatumomab")),
                Clock.of("follow-up", ALIVE, Fixed.of(7)).since("blinatumomab"),
                Clock.of("late-follow-up", ALIVE, Fixed.of(21)).since("blinatumomab"));
        assertEquals(
                List.of(
                        "20.0000 course > mark blinatumomab",
                        "27.0000 follow-up",
                        "40.0000 course > mark blinatumomab",
                        "47.0000 follow-up",
                        "60.0000 course > mark blinatumomab"),
                Diary.of(journey, 65));
    }

    @Test
    void aWaitWhoseTimeSinceTheMarkHasPassedDoesNotRing() {
        Track line = Track.of("line", "in", "out");
        CompiledJourney journey = compile(
                List.of(line),
                Clock.of("out", Condition.in("line", "in"), Fixed.of(50)).then(Effect.set("line", "out")),
                Clock.of("day-30", Condition.in("line", "out"), Fixed.of(30)).since("transplant"),
                Clock.of("day-60", Condition.in("line", "out"), Fixed.of(60)).since("transplant"));
        assertEquals(List.of("50.0000 out > line: out", "60.0000 day-60"), Diary.of(journey, 100));
    }

    @Test
    void anEffectHappensAllAtOnce() {
        Track graft = Track.of("graft", "first", "failed", "second");
        Track count = Track.of("blood", "low", "normal");
        CompiledJourney journey = compile(
                List.of(graft, count),
                Clock.of("rescue", Condition.in("graft", "first"), Fixed.of(20))
                        .then(Effect.set("graft", "second").and(Effect.set("blood", "normal"))),
                Clock.of("half-way", Condition.in("graft", "second").and(Condition.in("blood", "low")), Fixed.of(0)),
                Clock.of(
                        "whole-way",
                        Condition.in("graft", "second").and(Condition.in("blood", "normal")),
                        Fixed.of(0)));
        assertEquals(
                List.of("20.0000 rescue > graft: second, blood: normal", "20.0000 whole-way"), Diary.of(journey, 100));
    }

    @Test
    void aMarkThatARingNamesTwiceIsSetOnce() {
        Clock own = Clock.of("own", ALIVE, Fixed.of(2))
                .then(Effect.mark("own", "toxic", "toxic"))
                .choosing(new Case(ALIVE, List.of(new Outcome(1, Effect.mark("toxic")))));
        CompiledJourney journey = compile(List.of(VITAL), own);
        Patient patient = Patient.of(journey, 1, List.of(new Sequel("own", "own"), new Sequel("toxic", "toxic")));
        patient.live(0, 0, 10);
        for (String mark : List.of("own", "toxic")) {
            assertEquals(1, patient.count(journey.markNames().indexOf(mark)), mark);
        }
        assertTrue(Double.isNaN(patient.sequelDay(0)) && Double.isNaN(patient.sequelDay(1)), "none comes again");
    }

    @Test
    void choicesSeeThePatientAsJustBeforeTheRing() {
        Track response = Track.of("response", "none", "assessed");
        Track blasts = Track.of("blasts", "high", "low");
        CompiledJourney journey = compile(
                List.of(response, blasts),
                Clock.of("marrow", Condition.in("response", "none"), Fixed.of(15))
                        .then(Effect.set("response", "assessed").and(Effect.set("blasts", "low")))
                        .choosing(
                                new Case(Condition.in("blasts", "low"), List.of(new Outcome(1, Effect.mark("wrong")))),
                                new Case(
                                        Condition.in("blasts", "high"),
                                        List.of(new Outcome(1, Effect.mark("right"))))));
        assertEquals(List.of("15.0000 marrow > response: assessed, blasts: low, mark right"), Diary.of(journey, 100));
    }

    @Test
    void aFactorOfZeroSilencesAHazardAndItGoesOnWithItsBudget() {
        Track shield = Track.of("shield", "up", "down");
        Clock down =
                Clock.of("down", Condition.in("shield", "up"), Fixed.of(100)).then(Effect.set("shield", "down"));
        Clock relapse = Clock.of("relapse", Condition.ALWAYS, Exponential.ofMean(1));
        double free = ringDay(compile(List.of(shield), down, relapse));
        double shielded =
                ringDay(compile(List.of(shield), down, relapse.times(new Factor(Condition.in("shield", "up"), 0))));
        assertEquals(100 + free, shielded, 1e-12);
    }

    private static double ringDay(CompiledJourney journey) {
        Patient patient = Patient.of(journey, 1);
        patient.live(0, 0, 1e5);
        return patient.firstDay(journey.markNames().indexOf("relapse"));
    }

    @Test
    void nobodyIsFollowedForMoreThanAThousandYears() {
        Clock late = Clock.of("late", Condition.ALWAYS, Fixed.of(Patient.LONGEST_LIFE));
        CompiledJourney journey = compile(List.of(), late);
        Patient patient = Patient.of(journey, 1);
        patient.live(0, 0, Patient.LONGEST_LIFE);
        assertEquals(Patient.LONGEST_LIFE, patient.firstDay(journey.markNames().indexOf("late")));
        for (double horizon : new double[] {Math.nextUp(Patient.LONGEST_LIFE), Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> patient.live(0, 0, horizon));
        }
    }

    @Test
    void aJourneyThatRingsForEverInZeroTimeIsStoppedWithThePatientsAddress() {
        EndlessJourneyException stopped = pingPong(Fixed.of(0));
        assertEquals(
                "patient 17 of replicate 3 is caught on day 3.0: clocks ring for ever without time passing, now back",
                stopped.getMessage());
    }

    @Test
    void soIsOneThatRingsForEverInAlmostZeroTime() {
        EndlessJourneyException stopped = pingPong(Uniform.of(0, 1e-300));
        assertTrue(
                stopped.getMessage().startsWith("patient 17 of replicate 3 is caught on day 3.0"),
                stopped.getMessage());
    }

    /** From day 3 on the ball goes to and fro, each time after {@code pause} at the most. */
    private static EndlessJourneyException pingPong(Distribution pause) {
        Track ball = Track.of("ball", "here", "there", "away");
        CompiledJourney journey = compile(
                List.of(ball),
                Clock.of("serve", Condition.in("ball", "here"), Fixed.of(3)).then(Effect.set("ball", "there")),
                Clock.of("back", Condition.in("ball", "there"), pause).then(Effect.set("ball", "away")),
                Clock.of("forth", Condition.in("ball", "away"), pause).then(Effect.set("ball", "there")));
        return assertThrows(EndlessJourneyException.class, () -> Diary.of(journey, 7, 3, 17, 10));
    }

    @Test
    void threeHundredClocksAndThreeHundredStates() {
        String[] stations = new String[300];
        Clock[] clocks = new Clock[300];
        for (int i = 0; i < 300; i++) {
            stations[i] = "station-" + i;
        }
        for (int i = 0; i < 300; i++) {
            clocks[i] = Clock.of("leave-" + i, Condition.in("line", stations[i]), Fixed.of(1))
                    .then(Effect.set("line", stations[(i + 1) % 300]));
        }
        CompiledJourney journey = compile(List.of(Track.of("line", stations), VITAL), clocks);
        Patient patient = Patient.of(journey, 1);
        patient.live(0, 0, 650.5);
        assertEquals("station-50", journey.stateName(patient.state(0)));
        assertEquals(3, patient.count(journey.markNames().indexOf("leave-7")));
        assertEquals(2, patient.count(journey.markNames().indexOf("leave-107")));
    }
}
