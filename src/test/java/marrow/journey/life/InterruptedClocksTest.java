package marrow.journey.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marrow.dist.Exponential;
import marrow.dist.Fixed;
import marrow.dist.Gompertz;
import marrow.dist.Uniform;
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

/** What becomes of a clock that is stopped or whose time starts anew: of its budget, its numbers and what is left of a wait, by hand. */
class InterruptedClocksTest {
    private static final long SEED = 20261122;
    private static final double A_FEW_TICKS = 4 * Tick.day(1);
    private static final Track DRUG = Track.of("drug", "off", "on", "over");
    private static final Condition OFF = Condition.in("drug", "off");

    /** Its hazard rises, so it matters since when its time runs. */
    private static final Weibull RISING = Weibull.of(2, 10);

    /** The drug is given from day 4 to day 6. */
    private static final Clock GIVEN =
            Clock.of("given", OFF, Fixed.of(4)).since("entry").then(Effect.set("drug", "on"));

    private static final Clock ENDS =
            Clock.of("ends", Condition.in("drug", "on"), Fixed.of(2)).then(Effect.set("drug", "off"));

    private static CompiledJourney compile(Clock... clocks) {
        return CompiledJourney.of(Journey.of(List.of(DRUG), List.of(clocks)), Entry.at("entry"));
    }

    /** The day on which the clock called relapse rings first, its first budget being this; NaN for a drawn one. */
    private static double relapse(CompiledJourney journey, double budget, long patient) {
        Patient one = Patient.of(journey, SEED);
        double[] budgets = new double[journey.clockNames().size()];
        Arrays.fill(budgets, Double.NaN);
        budgets[journey.clockNames().indexOf("relapse")] = budget;
        one.withFirstBudgets(budgets);
        one.live(0, patient, 1000);
        return one.firstDay(journey.markNames().indexOf("relapse"));
    }

    private static AddressedRandom numbers(String clock, long patient, long occurrence) {
        AddressedRandom random = AddressedRandom.of(SEED);
        random.patient(0, patient);
        random.at(AddressedRandom.clockKey(clock), occurrence);
        return random;
    }

    /** 0.16 of its budget is spent by day 4; what is left is spent from day 6 on, its time running anew. */
    @Test
    void aHazardThatIsStoppedGoesOnWithWhatIsLeftOfItsBudget() {
        CompiledJourney journey = compile(GIVEN, ENDS, Clock.of("relapse", OFF, RISING));
        assertEquals(3, relapse(journey, 0.09, 0), A_FEW_TICKS);
        assertEquals(6 + 7, relapse(journey, 0.16 + 0.49, 0), A_FEW_TICKS);
        assertEquals(6 + RISING.inverse(1.5 - RISING.cumulative(4)), relapse(journey, 1.5, 0), A_FEW_TICKS);
    }

    /** Its time, which runs from entry, passes while the drug is given; its budget does not. */
    @Test
    void aHazardSinceAMarkIsNotSpentWhileItIsStopped() {
        CompiledJourney journey =
                compile(GIVEN, ENDS, Clock.of("relapse", OFF, RISING).since("entry"));
        assertEquals(3, relapse(journey, 0.09, 0), A_FEW_TICKS);
        assertEquals(9, relapse(journey, 0.81 - (0.36 - 0.16), 0), A_FEW_TICKS);
    }

    /** Its time runs from day 1: 0.09 are spent by day 4, and it goes on where the drug ends, at an age of 5 days. */
    @Test
    void aHazardSinceALaterMarkIsStoppedAtItsAge() {
        CompiledJourney journey = compile(
                Clock.of("first", Condition.ALWAYS, Fixed.of(1)).then(Effect.mark("infusion")),
                GIVEN,
                ENDS,
                Clock.of("relapse", OFF, RISING).since("infusion"));
        assertEquals(3, relapse(journey, 0.04, 0), A_FEW_TICKS);
        assertEquals(7, relapse(journey, 0.09 + 0.36 - 0.25, 0), A_FEW_TICKS);
    }

    /** Twice the hazard on the drug, which it spends twice as fast. */
    @Test
    void aFactorThatComesAndGoesIsSpentWhileItHolds() {
        CompiledJourney journey = compile(
                GIVEN,
                ENDS,
                Clock.of("relapse", Condition.ALWAYS, RISING).times(new Factor(Condition.in("drug", "on"), 2)));
        double spentOnDrug = 2 * (0.36 - 0.16);
        assertEquals(5, relapse(journey, 0.16 + 2 * (0.25 - 0.16), 0), A_FEW_TICKS);
        assertEquals(8, relapse(journey, 0.16 + spentOnDrug + 0.64 - 0.36, 0), A_FEW_TICKS);
    }

    /** The mark is set again on day 4: 0.16 are spent, and time runs from there. */
    @Test
    void aHazardKeepsItsBudgetWhenTheMarkOfItsTimeIsSetAgain() {
        CompiledJourney journey = compile(
                Clock.of("again", Condition.ALWAYS, Fixed.of(4)).since("entry").then(Effect.mark("infusion")),
                Clock.of("first", Condition.ALWAYS, Fixed.of(0)).then(Effect.mark("infusion")),
                Clock.of("relapse", Condition.ALWAYS, RISING).since("infusion"));
        assertEquals(3, relapse(journey, 0.09, 0), A_FEW_TICKS);
        assertEquals(4 + 7, relapse(journey, 0.16 + 0.49, 0), A_FEW_TICKS);
    }

    /** 4 days of 10 are left on day 6 where the mark was set on day 0; set again on day 6, it takes all 10. */
    @Test
    void aWaitThatKeepsTakesItsWholeTimeWhenTheMarkIsSetAgain() {
        CompiledJourney journey = compile(
                Clock.of("again", Condition.ALWAYS, Fixed.of(6)).since("entry").then(Effect.mark("infusion")),
                Clock.of("first", Condition.ALWAYS, Fixed.of(0)).then(Effect.mark("infusion")),
                Clock.of("relapse", Condition.ALWAYS, Fixed.of(10))
                        .since("infusion")
                        .keeping());
        assertEquals(16, relapse(journey, Double.NaN, 0));
    }

    /** Given from day 4 and from day 10, for 2 days each: one of 3 days is left after the first, and the second begins them anew. */
    @Test
    void aWaitThatKeepsTakesItsWholeTimeWhenWhatBeginsItsStateSetsItsMark() {
        CompiledJourney journey = compile(
                Clock.of("given", OFF, Fixed.of(4))
                        .then(Effect.set("drug", "on").and(Effect.mark("infusion"))),
                ENDS,
                Clock.of("relapse", Condition.in("drug", "on"), Fixed.of(3))
                        .since("infusion")
                        .keeping());
        assertEquals(Double.NaN, relapse(journey, Double.NaN, 0));
    }

    /** Nothing is drawn while the mark is not there: the first number of its address is that of its first start. */
    @Test
    void aClockSinceAMarkThatIsNotSetDrawsNothing() {
        CompiledJourney journey = compile(
                Clock.of("infused", Condition.ALWAYS, Fixed.of(4)).then(Effect.mark("infusion")),
                Clock.of("relapse", Condition.ALWAYS, RISING).since("infusion"));
        IntStream.range(0, 100).forEach(patient -> {
            double budget = numbers("relapse", patient, 0).exponential();
            assertEquals(4 + RISING.inverse(budget), relapse(journey, Double.NaN, patient), A_FEW_TICKS);
        });
    }

    /** The ring that begins the state sets the mark as well: the wait is drawn once, not again for the mark. */
    @Test
    void aClockThatStartsWithItsMarkDrawsOnce() {
        Uniform wait = Uniform.of(1, 9);
        CompiledJourney journey = compile(
                Clock.of("given", OFF, Fixed.of(4))
                        .then(Effect.set("drug", "on").and(Effect.mark("infusion"))),
                Clock.of("relapse", Condition.in("drug", "on"), wait).since("infusion"));
        for (int patient = 0; patient < 100; patient++) {
            double drawn = wait.sample(numbers("relapse", patient, 0));
            assertEquals(4 + drawn, relapse(journey, Double.NaN, patient), A_FEW_TICKS);
        }
    }

    /** A wait that does not keep is drawn anew when it starts again, and each start has a number of its own. */
    @Test
    void aWaitThatIsStoppedIsDrawnAnew() {
        Uniform wait = Uniform.of(1, 9);
        CompiledJourney journey = compile(GIVEN, ENDS, Clock.of("relapse", OFF, wait));
        int stopped = 0;
        for (int patient = 0; patient < 100; patient++) {
            double first = wait.sample(numbers("relapse", patient, 0));
            double second = wait.sample(numbers("relapse", patient, 1));
            stopped += first > 4 ? 1 : 0;
            assertEquals(first > 4 ? 6 + second : first, relapse(journey, Double.NaN, patient), A_FEW_TICKS);
        }
        assertTrue(stopped > 30 && stopped < 90, stopped + " were stopped");
    }

    /** Four days off the drug, two on it: a clock that was not armed is armed anew, one that was goes on with its seven days off. */
    @Test
    void aWaitThatKeepsAndWasNotArmedIsArmedAnewEachTime() {
        CompiledJourney journey = compile(
                Clock.of("given", OFF, Fixed.of(4)).then(Effect.set("drug", "on")),
                ENDS,
                Clock.of("relapse", OFF, Fixed.of(7)).withChance(0.3).keeping());
        int later = 0;
        for (int patient = 0; patient < 100; patient++) {
            int spell = 0;
            while (numbers("chance of relapse", patient, spell).uniform() >= 0.3) {
                spell++;
            }
            assertEquals(6.0 * spell + 9, relapse(journey, Double.NaN, patient), "patient " + patient);
            later += spell > 0 ? 1 : 0;
        }
        assertTrue(later > 50, "patients armed later: " + later);
    }

    /** On and off for five days each, so that the clock called relapse, since entry, runs in every other stretch. */
    private static final Clock[] BY_TURNS = {
        Clock.of("given", OFF, Fixed.of(5)).then(Effect.set("drug", "on")),
        Clock.of("ends", Condition.in("drug", "on"), Fixed.of(5)).then(Effect.set("drug", "off"))
    };

    private static double share(CompiledJourney journey, int patients) {
        int had = 0;
        for (int patient = 0; patient < patients; patient++) {
            had += relapse(journey, Double.NaN, patient) <= 1000 ? 1 : 0;
        }
        return (double) had / patients;
    }

    /**
     * A clock with a chance, whose time runs from a mark, rings in each stretch in which it runs for its part of those for whom it has not
     * rung: the chance that it never does is the product over the stretches of (1 - c F(end)) / (1 - c F(begin)). The bound is one that a right
     * program breaks with chance 1e-6, were the seed not fixed.
     */
    @Test
    void aChanceSinceAMarkIsOfThoseForWhomTheClockHasNotRung() {
        CompiledJourney journey = compile(
                BY_TURNS[0],
                BY_TURNS[1],
                Clock.of("relapse", OFF, Uniform.of(0, 100)).since("entry").withChance(0.3));
        double never = 1;
        for (int begin = 0; begin < 100; begin += 10) {
            never *= (1 - 0.3 * (begin + 5) / 100) / (1 - 0.3 * begin / 100);
        }
        int patients = 40_000;
        assertEquals(1 - never, share(journey, patients), 4.9 * Math.sqrt(never * (1 - never) / patients));
    }

    /** Whoever was not armed stays so for this setting of the mark: every wait of at most 40 days on the clock is over by day 1000. */
    @Test
    void aChanceSinceAMarkThatKeepsIsThrownOnceForEachSettingOfTheMark() {
        CompiledJourney journey = compile(
                BY_TURNS[0],
                BY_TURNS[1],
                Clock.of("relapse", OFF, Uniform.of(0, 40))
                        .since("entry")
                        .withChance(0.3)
                        .keeping());
        for (int patient = 0; patient < 200; patient++) {
            boolean armed = numbers("chance of relapse", patient, 0).uniform() < 0.3;
            assertEquals(armed, relapse(journey, Double.NaN, patient) <= 1000, "patient " + patient);
        }
    }

    /** Who enters on day 60 of a wait of 10 to 90 days, which comes to 40 %: 0.4 * 30/80 of 0.6 + 0.4 * 30/80. */
    @Test
    void aChanceOfWhoEntersLate() {
        Clock late =
                Clock.of("relapse", OFF, Uniform.of(10, 90)).since("transplant").withChance(0.4);
        CompiledJourney journey = CompiledJourney.of(
                Journey.of(List.of(DRUG), List.of(late)), new Entry(Map.of(), Map.of("transplant", Fixed.of(60))));
        int patients = 40_000;
        assertEquals(0.2, share(journey, patients), 4.9 * Math.sqrt(0.2 * 0.8 / patients));
    }

    /** H(800) is 1e168 or more than a double holds: who is at its mercy from then on is at once, by the general way and the short one. */
    @Test
    void aHazardThatOverflowsRingsAtOnce() {
        Clock given = Clock.of("given", OFF, Exponential.ofRate(0.00125)).then(Effect.set("drug", "on"));
        Condition on = Condition.in("drug", "on");
        for (double slope : new double[] {0.5, 0.9, 1, 100}) {
            Gompertz hazard = Gompertz.of(1e-6, slope);
            CompiledJourney shielded =
                    compile(given, Clock.of("relapse", Condition.ALWAYS, hazard).times(new Factor(OFF, 0)));
            CompiledJourney late =
                    compile(given, Clock.of("relapse", on, hazard).since("entry"));
            CompiledJourney walked = compile(
                    given, Clock.of("relapse", on, hazard).since("entry").then(Effect.set("drug", "over")));
            assertNotNull(walked.oneWay);
            for (CompiledJourney journey : List.of(shielded, late, walked)) {
                Patient one = Patient.of(journey, SEED);
                double[] budgets = new double[journey.clockNames().size()];
                Arrays.fill(budgets, 1);
                one.withFirstBudgets(budgets);
                one.live(0, 0, 1000);
                assertEquals(800, one.firstDay(journey.markNames().indexOf("relapse")), A_FEW_TICKS, "slope " + slope);
            }
        }
    }
}
