package marrow.journey.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marrow.JavaMachines;
import marrow.dist.Exponential;
import marrow.dist.Fixed;
import marrow.dist.Hazard;
import marrow.dist.Uniform;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Journey;
import marrow.journey.Pruning;
import org.junit.jupiter.api.Test;

/** A patient is a function of seed, replicate and number, bit for bit, whatever else is going on. */
class SamePatientTest {
    private static final long SEED = 20261120;
    private static final CompiledJourney JOURNEY =
            CompiledJourney.of(EveryKindOfJourney.declared(), EveryKindOfJourney.ENTRY);

    /** The life of one patient by name of what is recorded, so that journeys with other indices can be compared. */
    private static Map<String, List<Object>> life(Patient patient, long replicate, long number) {
        patient.live(replicate, number, EveryKindOfJourney.HORIZON);
        CompiledJourney journey = patient.journey();
        Map<String, List<Object>> life = new TreeMap<>();
        for (int m = 0; m < journey.markNames().size(); m++) {
            life.put(
                    "mark " + journey.markNames().get(m),
                    List.of(patient.firstDay(m), patient.lastDay(m), patient.count(m)));
        }
        for (int t = 0; t < journey.trackNames().size(); t++) {
            life.put("track " + journey.trackNames().get(t), List.of(journey.stateName(patient.state(t))));
        }
        for (int a = 0; a < journey.accountNames().size(); a++) {
            life.put("account " + journey.accountNames().get(a), List.of(patient.account(a)));
        }
        for (int f = 0; f < journey.factNames().size(); f++) {
            life.put("fact " + journey.factNames().get(f), List.of(patient.fact(f)));
        }
        return life;
    }

    @Test
    void aloneOrAmongOthersInAnyOrder() {
        Patient among = Patient.of(JOURNEY, SEED);
        List<Map<String, List<Object>>> forwards = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            forwards.add(life(among, i % 3, i));
        }
        for (int i = 299; i >= 0; i--) {
            assertEquals(forwards.get(i), life(among, i % 3, i), "backwards, patient " + i);
            assertEquals(forwards.get(i), life(Patient.of(JOURNEY, SEED), i % 3, i), "alone, patient " + i);
        }
    }

    @Test
    void withAWitness() {
        Patient watched = Patient.of(JOURNEY, SEED);
        watched.watchedBy(new Diary());
        Patient unwatched = Patient.of(JOURNEY, SEED);
        for (int i = 0; i < 100; i++) {
            assertEquals(life(unwatched, 0, i), life(watched, 0, i));
        }
    }

    @Test
    void withUnrelatedClocksAdded() {
        Condition alive = Condition.in("vital", "alive");
        Patient with = Patient.of(
                CompiledJourney.of(
                        EveryKindOfJourney.declared(
                                Clock.of("cough", alive, Exponential.ofMean(3)).repeating(),
                                Clock.of("check", alive, Uniform.of(0, 20)).repeating(),
                                Clock.of("letter", alive, Fixed.of(30)).repeating()),
                        EveryKindOfJourney.ENTRY),
                SEED);
        Patient without = Patient.of(JOURNEY, SEED);
        for (int i = 0; i < 300; i++) {
            Map<String, List<Object>> longer = life(with, 0, i);
            assertTrue((int) longer.get("mark cough").get(2) > 0
                    || (double) longer.get("mark death").get(0) < 60);
            longer.keySet().removeAll(Set.of("mark cough", "mark check", "mark letter"));
            assertEquals(life(without, 0, i), longer, "patient " + i);
        }
    }

    @Test
    void withEveryThingPrunedThatAResultDoesNotNeed() {
        Journey declared = EveryKindOfJourney.declared();
        for (String mark : List.of("death", "relapse", "severe", "blina/crs-3+", "visit", "acute-gvhd")) {
            Journey pruned = Pruning.to(declared, List.of(mark), List.of(), List.of(), List.of());
            assertTrue(pruned.clocks().size() < declared.clocks().size(), mark);
            assertTrue(pruned.accruals().isEmpty(), mark);
            compareWithWhole(pruned, "mark " + mark);
        }
        Journey drug = Pruning.to(declared, List.of(), List.of("ug"), List.of(), List.of());
        compareWithWhole(drug, "account ug");
        Journey companion = Pruning.to(declared, List.of(), List.of("dexamethasone-mg"), List.of(), List.of());
        assertTrue(companion.accruals().isEmpty());
        compareWithWhole(companion, "account dexamethasone-mg");
        Journey graft = Pruning.to(declared, List.of(), List.of(), List.of("donor"), List.of());
        assertTrue(graft.clocks().isEmpty());
        compareWithWhole(graft, "track donor");
    }

    @Test
    void tilted_before_and_after_the_journey_is_compiled() {
        Journey journey = EveryKindOfJourney.declared();
        Map<String, Double> factors = journey.clocks().stream()
                .filter(clock -> clock.law() instanceof Hazard)
                .collect(Collectors.toMap(Clock::name, clock -> 1.7));
        CompiledJourney after =
                CompiledJourney.of(journey, EveryKindOfJourney.ENTRY).tilted(factors.keySet(), 1.7);
        CompiledJourney before = CompiledJourney.of(journey.tilted(factors), EveryKindOfJourney.ENTRY);
        assertEquals(LifeDigest.of(before, 1000), LifeDigest.of(after, 1000));
        assertNotEquals(LifeDigest.of(JOURNEY, 1000), LifeDigest.of(after, 1000));
    }

    private static void compareWithWhole(Journey pruned, String result) {
        Patient whole = Patient.of(JOURNEY, SEED);
        Patient part = Patient.of(CompiledJourney.of(pruned, EveryKindOfJourney.ENTRY), SEED);
        for (int i = 0; i < 200; i++) {
            assertEquals(life(whole, 0, i).get(result), life(part, 0, i).get(result), result + ", patient " + i);
        }
    }

    @Test
    void onEveryJavaMachine() throws IOException, InterruptedException {
        JavaMachines.allPrint(LifeDigest.of(JOURNEY, 3000), LifeDigest.class);
    }

    @Test
    void theSteadyStateAllocatesNothing() {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        Patient patient = Patient.of(JOURNEY, SEED);
        for (int i = 0; i < 20_000; i++) {
            patient.live(0, i, EveryKindOfJourney.HORIZON);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 20_000; i++) {
            patient.live(1, i, EveryKindOfJourney.HORIZON);
        }
        double perThousand = (threads.getCurrentThreadAllocatedBytes() - before) / 20.0;
        assertTrue(perThousand <= 64, perThousand + " bytes for 1,000 patients");
    }
}
