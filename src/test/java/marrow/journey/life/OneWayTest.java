package marrow.journey.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.dist.Exponential;
import marrow.dist.Fixed;
import marrow.dist.Weibull;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Factor;
import marrow.journey.Journey;
import marrow.journey.Tick;
import marrow.journey.Track;
import marrow.random.AddressedRandom;
import org.junit.jupiter.api.Test;

/** The short ways to live give the lives of the general engine, to the bit. */
class OneWayTest {
    private static final long SEED = 20261121;
    private static final double HORIZON = 900;

    /** The general engine lives whoever is watched. */
    private static final Witness WITNESS = new Witness() {
        @Override
        public void enters(Patient patient) {}

        @Override
        public void rings(Patient patient, int clock, int occurrence, int effect) {}

        @Override
        public void ends(Patient patient) {}
    };

    private static Clock move(String name, String from, String to, Exponential hazard) {
        return Clock.of(name, Condition.in("state", from), hazard).then(Effect.set("state", to));
    }

    private static Journey competing() {
        return Journey.of(
                List.of(Track.of("state", "well", "relapsed", "dead"), Track.of("arm", "old", "new")),
                List.of(
                        move("relapse", "well", "relapsed", Exponential.ofRate(0.001))
                                .times(new Factor(Condition.in("arm", "new"), 0.5))
                                .then(new Effect(Map.of("state", "relapsed"), List.of("event"))),
                        move("death", "well", "dead", Exponential.ofRate(0.0005))
                                .then(new Effect(Map.of("state", "dead"), List.of("event")))));
    }

    private static Journey illness() {
        List<Clock> clocks = new ArrayList<>(competing().clocks());
        clocks.add(Clock.of("late", Condition.in("state", "relapsed"), Weibull.of(0.7, 300))
                .since("transplant")
                .then(Effect.set("state", "dead")));
        return Journey.of(competing().tracks(), clocks);
    }

    private static Entry entry(String arm, Map<String, marrow.dist.Distribution> since) {
        return new Entry(Map.of("arm", arm), since);
    }

    private static List<Object> life(Patient patient, long replicate, long number) {
        patient.live(replicate, number, HORIZON);
        List<Object> life = new ArrayList<>();
        for (int m = 0; m < patient.journey().markNames().size(); m++) {
            life.addAll(List.of(patient.firstDay(m), patient.lastDay(m), patient.count(m)));
        }
        life.add(patient.state(0));
        life.add(patient.state(1));
        life.add(patient.sequelDay(0));
        return life;
    }

    private static void sameLives(CompiledJourney journey) {
        assertNotNull(journey.oneWay);
        List<Sequel> sequels = List.of(new Sequel(null, "event"));
        Patient walking = Patient.of(journey, SEED, sequels);
        Patient racing = Patient.of(journey, SEED, sequels);
        racing.watchedBy(WITNESS);
        for (int i = 0; i < 20_000; i++) {
            assertEquals(life(racing, i % 3, i), life(walking, i % 3, i), "patient " + i);
        }
    }

    @Test
    void competingRisksAreTheSame() {
        sameLives(CompiledJourney.of(competing(), entry("new", Map.of())));
        sameLives(CompiledJourney.of(competing(), entry("old", Map.of())));
    }

    @Test
    void illnessAndDeathTruncatedOnTheLeftAreTheSame() {
        sameLives(CompiledJourney.of(illness(), entry("new", Map.of("transplant", Fixed.of(40)))));
    }

    @Test
    void givenBudgetsAreTheSame() {
        CompiledJourney journey = CompiledJourney.of(competing(), entry("new", Map.of()));
        Patient walking = Patient.of(journey, SEED, List.of(new Sequel(null, "event")));
        Patient racing = Patient.of(journey, SEED, List.of(new Sequel(null, "event")));
        racing.watchedBy(WITNESS);
        double[] budget = {0.2, Double.NaN};
        walking.withFirstBudgets(budget);
        racing.withFirstBudgets(budget);
        for (int i = 0; i < 1000; i++) {
            budget[0] = i / 500.0;
            assertEquals(life(racing, 0, i), life(walking, 0, i), "patient " + i);
        }
    }

    @Test
    void tiltedBeforeAndAfterTheJourneyIsCompiled() {
        Entry entry = entry("new", Map.of("transplant", Fixed.of(40)));
        String clock = illness().clocks().get(0).name();
        CompiledJourney after = CompiledJourney.of(illness(), entry).tilted(Set.of(clock), 0.4);
        assertNotNull(after.oneWay);
        CompiledJourney before = CompiledJourney.of(illness().tilted(Map.of(clock, 0.4)), entry);
        assertEquals(LifeDigest.of(before, 1000), LifeDigest.of(after, 1000));
    }

    @Test
    void theFirstRingIsThePatients() {
        CompiledJourney journey = CompiledJourney.of(competing(), entry("new", Map.of()));
        Patient patient = Patient.of(journey, SEED);
        FirstRing ring = FirstRing.of(journey, AddressedRandom.of(SEED), HORIZON);
        int event = journey.markNames().indexOf("event");
        int death = journey.markNames().indexOf("death");
        for (int i = 0; i < 20_000; i++) {
            patient.live(1, i, HORIZON);
            double day = ring.live(1, i);
            assertEquals(patient.firstDay(event), day);
            assertEquals(!Double.isNaN(day), ring.sets(event));
            assertEquals(patient.firstDay(death), ring.sets(death) ? day : Double.NaN);
        }
    }

    @Test
    void moreThanOneRingIsNoFirstRing() {
        CompiledJourney journey = CompiledJourney.of(illness(), entry("new", Map.of("transplant", Fixed.of(40))));
        assertNull(FirstRing.of(journey, AddressedRandom.of(SEED), HORIZON));
    }

    @Test
    void whatReturnsOrWaitsOrIsCountedGoesTheLongWay() {
        List<Clock> back = new ArrayList<>(competing().clocks());
        back.add(move("remission", "relapsed", "well", Exponential.ofRate(0.01)));
        assertLong(Journey.of(competing().tracks(), back));
        List<Clock> waits = new ArrayList<>(competing().clocks());
        waits.add(Clock.of("visit", Condition.in("state", "relapsed"), Fixed.of(7))
                .then(Effect.set("state", "dead")));
        assertLong(Journey.of(competing().tracks(), waits));
        List<Clock> marks = new ArrayList<>(competing().clocks());
        marks.add(Clock.of("fever", Condition.in("state", "well"), Exponential.ofRate(0.01)));
        assertLong(Journey.of(competing().tracks(), marks));
        List<Clock> anywhere = new ArrayList<>(competing().clocks());
        anywhere.add(
                Clock.of("accident", Condition.ALWAYS, Exponential.ofRate(0.01)).then(Effect.set("state", "dead")));
        assertLong(Journey.of(competing().tracks(), anywhere));
        List<Clock> arms = new ArrayList<>(competing().clocks());
        arms.add(Clock.of("crossover", Condition.in("state", "relapsed"), Exponential.ofRate(0.01))
                .then(Effect.set("arm", "new")));
        assertLong(Journey.of(competing().tracks(), arms));
    }

    private static void assertLong(Journey journey) {
        assertNull(CompiledJourney.of(journey, entry("old", Map.of())).oneWay);
    }

    /** Of two hazards that ring at one instant, the one declared first does, on the short way and with a witness. */
    @Test
    void ofTwoAtOneInstantTheFirstDeclaredRings() {
        Weibull hazard = Weibull.of(2, 10);
        Journey race = Journey.of(
                List.of(Track.of("arm", "new"), Track.of("state", "well", "relapsed", "dead")),
                List.of(
                        Clock.of("relapse", Condition.in("state", "well"), hazard)
                                .then(Effect.set("state", "relapsed")),
                        Clock.of("death", Condition.in("state", "well"), hazard).then(Effect.set("state", "dead")),
                        Clock.of("late", Condition.in("state", "relapsed"), hazard)
                                .then(Effect.set("state", "dead"))));
        CompiledJourney journey = CompiledJourney.of(race, Entry.PLAIN);
        Patient walking = Patient.of(journey, SEED);
        Patient racing = Patient.of(journey, SEED);
        Diary diary = new Diary();
        racing.watchedBy(diary);
        for (Patient patient : List.of(walking, racing)) {
            patient.withFirstBudgets(new double[] {0.25, 0.25, 0.09});
            patient.live(0, 0, 8);
            assertEquals(5, patient.firstDay(journey.markNames().indexOf("relapse")), 4 * Tick.day(1));
            assertEquals(8, patient.firstDay(journey.markNames().indexOf("late")), 4 * Tick.day(1));
            assertEquals("dead", journey.stateName(patient.state(1)));
            assertEquals(0, patient.count(journey.markNames().indexOf("death")));
        }
        assertEquals(2, diary.lines.size(), diary.lines::toString);
    }
}
