package marrow.journey.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import marrow.dist.Distribution;
import marrow.dist.Fixed;
import marrow.dist.Uniform;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Course;
import marrow.journey.CourseExpansion;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Fact;
import marrow.journey.Formula;
import marrow.journey.Journey;
import marrow.journey.Track;
import org.junit.jupiter.api.Test;

/** Courses of blinatumomab by the sources, day by day, and what they use. */
class CourseTest {
    private static final Track VITAL = Track.of("vital", "alive", "dead");
    private static final Track RESPONSE = Track.of("response", "none", "cr");
    private static final Condition ALIVE = Condition.in("vital", "alive");
    private static final Fact BODY = new Fact("bsa", new Formula.Constant(0.8));

    /** Xie 2023: 5 ug/m2 d1-2, 10 d3-4, 15 d5-14, and on at 15 to d28 without complete remission. */
    private static Course shortCourse(Course.Toxicity... toxicities) {
        return new Course(
                "short",
                "blinatumomab",
                Clock.of("start", Condition.ALWAYS, Fixed.of(2)),
                ALIVE,
                "bsa",
                List.of(new Course.Dose(1, 2, 5), new Course.Dose(3, 4, 10), new Course.Dose(5, 14, 15)),
                null,
                new Course.Extension(Condition.in("response", "none"), 28, 15),
                List.of(toxicities),
                List.of(),
                Fixed.of(3),
                10,
                Double.POSITIVE_INFINITY,
                new Course.Prices(100, 7),
                Effect.mark("done"),
                List.of());
    }

    private static CompiledJourney compile(Course course, Clock... clocks) {
        List<Track> tracks = new ArrayList<>(List.of(VITAL, RESPONSE));
        CourseExpansion written = CourseExpansion.of(course, tracks);
        tracks.addAll(written.tracks());
        List<Clock> all = new ArrayList<>(List.of(clocks));
        all.addAll(written.clocks());
        return CompiledJourney.of(new Journey(List.of(BODY), tracks, all, written.accruals()), Entry.PLAIN);
    }

    private static Clock marrowOnDay15(String response) {
        return Clock.of("marrow", Condition.in("short", "running", "held"), Fixed.of(14))
                .since("short")
                .then(Effect.set("response", response));
    }

    private static double account(CompiledJourney journey, String account, double horizon) {
        Patient patient = Patient.of(journey, 1);
        patient.live(0, 0, horizon);
        return patient.account(journey.accountNames().indexOf(account));
    }

    /** Death comes on the day on which the last dose ends, a toxicity sets in and the course would be completed. */
    @Test
    void aCourseWhoseNeedsFailDoesNothingMoreThatInstant() {
        Clock death = Clock.of("death", ALIVE, Fixed.of(14)).since("short").then(Effect.set("vital", "dead"));
        Course.Toxicity fever = new Course.Toxicity("fever", 1, 1, Fixed.of(14), false);
        assertEquals(
                List.of(
                        "2.0000 short > short: running, short/dose: d1",
                        "4.0000 short/dose-d3 > short/dose: d3",
                        "6.0000 short/dose-d5 > short/dose: d5",
                        "16.0000 death > vital: dead",
                        "16.0000 short/without-vital > short: after, short/dose: none, mark short/stop"),
                Diary.of(compile(shortCourse(fever), death), 100));
    }

    @Test
    void fourteenDaysWhenTheMarrowOfDay15IsInRemission() {
        CompiledJourney journey = compile(shortCourse(), marrowOnDay15("cr"));
        assertEquals(
                List.of(
                        "2.0000 short > short: running, short/dose: d1",
                        "4.0000 short/dose-d3 > short/dose: d3",
                        "6.0000 short/dose-d5 > short/dose: d5",
                        "16.0000 marrow > response: cr",
                        "16.0000 short/last-day > short/dose: over",
                        "16.0000 short/end > short: after, short/dose: none, mark done"),
                Diary.of(journey, 100));
        // (2 x 5 + 2 x 10 + 10 x 15) ug/m2 = 180 ug/m2, at 0.8 m2.
        assertEquals(144, account(journey, "ug", 100), 1e-9);
        assertEquals(144, account(journey, "short/ug", 100), 1e-9);
        assertEquals(14, account(journey, "infusion-days", 100), 1e-12);
        assertEquals(14, account(journey, "hospital-days", 100), 1e-12);
        // 4 and 8 ug a day take one vial of 10 ug a day, 12 ug take two: 2 + 2 + 20.
        assertEquals(24, account(journey, "vials", 100), 0);
        assertEquals(24 * 100 + 14 * 7, account(journey, "cost", 100), 1e-9);
    }

    /** 2 + 2 + 10 days and 14 days from one start are the same instant, or the marrow would come too late for the course. */
    @Test
    void theMarrowAndTheEndOfTheCourseFallTogetherWheneverItStarted() {
        List<Track> tracks = new ArrayList<>(List.of(VITAL, RESPONSE));
        CourseExpansion written = CourseExpansion.of(shortCourse(), tracks);
        tracks.addAll(written.tracks());
        List<Clock> clocks = new ArrayList<>(List.of(marrowOnDay15("cr")));
        for (Clock clock : written.clocks()) {
            boolean start = clock.name().equals("short");
            clocks.add(
                    start
                            ? Clock.of("short", clock.condition(), Uniform.of(0, 1000))
                                    .then(clock.effect())
                            : clock);
        }
        CompiledJourney journey =
                CompiledJourney.of(new Journey(List.of(BODY), tracks, clocks, written.accruals()), Entry.PLAIN);
        Patient patient = Patient.of(journey, 3);
        int marrow = journey.markNames().indexOf("marrow");
        int end = journey.markNames().indexOf("short/end");
        for (int i = 0; i < 10_000; i++) {
            patient.live(0, i, 2000);
            assertEquals(patient.firstDay(marrow), patient.firstDay(end), 0, "patient " + i);
            assertEquals(
                    "cr", journey.stateName(patient.state(journey.trackNames().indexOf("response"))));
            assertEquals(0, patient.count(journey.markNames().indexOf("short/extended")), "patient " + i);
        }
    }

    @Test
    void twentyEightDaysWithoutRemission() {
        CompiledJourney journey = compile(shortCourse(), marrowOnDay15("none"));
        assertEquals(
                List.of(
                        "16.0000 marrow > response: none",
                        "16.0000 short/last-day > short/dose: d15",
                        "30.0000 short/extended > short/dose: over",
                        "30.0000 short/end > short: after, short/dose: none, mark done"),
                Diary.of(journey, 100).subList(3, 7));
        assertEquals(144 + 14 * 12, account(journey, "ug", 100), 1e-9);
        assertEquals(28, account(journey, "infusion-days", 100), 1e-12);
    }

    @Test
    void aSevereReactionHoldsTheInfusionAndTheDaysHeldDoNotCount() {
        Course.Toxicity crs = new Course.Toxicity("crs", 1, 1, Fixed.of(2.5), true);
        CompiledJourney journey = compile(shortCourse(crs), marrowOnDay15("cr"));
        assertEquals(
                List.of(
                        "2.0000 short > short: running, short/dose: d1",
                        "4.0000 short/dose-d3 > short/dose: d3",
                        "4.5000 short/crs > short: held, mark short/crs-3+",
                        "7.5000 short/resume > short: running",
                        "9.0000 short/dose-d5 > short/dose: d5",
                        "16.0000 marrow > response: cr",
                        "19.0000 short/last-day > short/dose: over",
                        "19.0000 short/end > short: after, short/dose: none, mark done"),
                Diary.of(journey, 100));
        assertEquals(144, account(journey, "ug", 100), 1e-9);
        assertEquals(14, account(journey, "infusion-days", 100), 1e-12);
        assertEquals(17, account(journey, "hospital-days", 100), 1e-12);
    }

    /** A line that was looked for and not seen can still be asked for. */
    @Test
    void aReactionNobodyHasIsStillAMark() {
        CompiledJourney journey =
                compile(shortCourse(new Course.Toxicity("vod", 0, 0, Fixed.of(1), true)), marrowOnDay15("cr"));
        Patient patient = Patient.of(journey, 1);
        patient.live(0, 0, 100);
        assertEquals(0, patient.count(journey.markNames().indexOf("short/vod")));
        assertEquals(0, patient.count(journey.markNames().indexOf("short/vod-3+")));
        assertEquals(14, patient.account(journey.accountNames().indexOf("infusion-days")), 1e-12);
    }

    @Test
    void deathStopsTheCourseAndItsLedger() {
        Clock death = Clock.of("death", ALIVE, Fixed.of(5)).then(Effect.set("vital", "dead"));
        CompiledJourney journey = compile(shortCourse(), death);
        List<String> life = Diary.of(journey, 100);
        assertEquals("5.0000 death > vital: dead", life.get(2));
        assertEquals("5.0000 short/without-vital > short: after, short/dose: none, mark short/stop", life.get(3));
        assertEquals(4, life.size());
        assertEquals(0.8 * (2 * 5 + 1 * 10), account(journey, "ug", 100), 1e-9);
    }

    @Test
    void theHorizonClosesTheLedger() {
        assertEquals(0.8 * (2 * 5 + 0.5 * 10), account(compile(shortCourse()), "ug", 4.5), 1e-9);
    }

    @Test
    void aDrawnLengthEndsTheCourseInTheMidstOfADose() {
        // Relapse after transplant: 9 ug d1-4, 11.66 d5-7, 28 from d8, 8 to 21 days in all.
        Course course = new Course(
                "blood-relapse",
                "blinatumomab",
                Clock.of("start", Condition.ALWAYS, Fixed.of(0)),
                ALIVE,
                null,
                List.of(new Course.Dose(1, 4, 9), new Course.Dose(5, 7, 11.66), new Course.Dose(8, 21, 28)),
                Fixed.of(9),
                null,
                List.of(),
                List.of(),
                null,
                0,
                2,
                Course.Prices.NONE,
                Effect.NOTHING,
                List.of());
        CompiledJourney journey = compile(course);
        assertEquals(4 * 9 + 3 * 11.66 + 2 * 28, account(journey, "ug", 100), 1e-9);
        assertEquals(9, account(journey, "infusion-days", 100), 1e-12);
        assertEquals(2, account(journey, "hospital-days", 100), 1e-12);
    }

    @Test
    void aRepeatedCourseIsGivenAgain() {
        Course maintenance = new Course(
                "maintenance",
                "blinatumomab",
                Clock.of("start", ALIVE, Fixed.of(30)).repeating(),
                ALIVE,
                null,
                List.of(new Course.Dose(1, 2, 8), new Course.Dose(3, 7, 16)),
                null,
                null,
                List.of(),
                List.of(
                        new Course.Companion("dexamethasone-mg", 20, 1),
                        new Course.Companion("dexamethasone-mg", 20, 3)),
                null,
                0,
                0,
                Course.Prices.NONE,
                Effect.NOTHING,
                List.of());
        CompiledJourney journey = compile(maintenance);
        // Courses from days 30, 67 and 104, each 2 x 8 + 5 x 16 = 96 ug.
        assertEquals(3 * 96, account(journey, "ug", 130), 1e-9);
        // Dexamethasone 20 mg on days 1 and 3 of each.
        assertEquals(3 * 40, account(journey, "dexamethasone-mg", 130), 0);
        assertEquals(2 * 40 + 20, account(journey, "dexamethasone-mg", 105), 0);
    }

    /** 28 days, cut short on day 10 by an illness of 30 days, and given again two days after it. */
    @Test
    void aCourseThatIsGivenAgainBeginsAtItsFirstDay() {
        Condition well = Condition.in("response", "none");
        Course course = plain(
                "maintenance",
                Clock.of("start", well, Fixed.of(2)).repeating(),
                well,
                List.of(new Course.Dose(1, 14, 8), new Course.Dose(15, 28, 16)),
                null,
                List.of(),
                List.of(new Course.Companion("dexamethasone-mg", 20, 20)),
                null);
        CompiledJourney journey = compile(
                course,
                Clock.of("falls-ill", Condition.ALWAYS, Fixed.of(12)).then(Effect.set("response", "cr")),
                Clock.of("well-again", Condition.in("response", "cr"), Fixed.of(30))
                        .then(Effect.set("response", "none")));
        assertEquals(
                List.of(
                        "2.0000 maintenance > maintenance: running, maintenance/dose: d1",
                        "12.0000 falls-ill > response: cr",
                        "12.0000 maintenance/without-response > maintenance: after, maintenance/dose: none, mark maintenance/stop",
                        "42.0000 well-again > response: none",
                        "44.0000 maintenance > maintenance: running, maintenance/dose: d1",
                        "58.0000 maintenance/dose-d15 > maintenance/dose: d15",
                        "63.0000 maintenance/dexamethasone-mg-d20 > use maintenance/dexamethasone-mg, use dexamethasone-mg",
                        "72.0000 maintenance/last-day > maintenance/dose: over",
                        "72.0000 maintenance/end > maintenance: after, maintenance/dose: none"),
                Diary.of(journey, 73));
        assertEquals(10 * 8 + 14 * 8 + 14 * 16, account(journey, "ug", 73), 1e-9);
    }

    /** Dexamethasone on day 15, the first of the extension: at the instant at which the others have had their last. */
    @Test
    void whatIsGivenWithTheExtensionIsGivenToThoseWhoGoOnToIt() {
        Course course = plain(
                "short",
                Clock.of("start", Condition.ALWAYS, Fixed.of(2)),
                ALIVE,
                List.of(new Course.Dose(1, 14, 15)),
                new Course.Extension(Condition.in("response", "none"), 28, 15),
                List.of(),
                List.of(
                        new Course.Companion("dexamethasone-mg", 20, 1),
                        new Course.Companion("dexamethasone-mg", 10, 15)),
                null);
        assertEquals(20, account(compile(course, marrowOnDay15("cr")), "dexamethasone-mg", 100), 0);
        CompiledJourney goesOn = compile(course, marrowOnDay15("none"));
        assertEquals(20, account(goesOn, "dexamethasone-mg", 15.5), 0);
        assertEquals(30, account(goesOn, "dexamethasone-mg", 100), 0);
        assertEquals(28 * 15, account(goesOn, "short/ug", 100), 1e-9);
    }

    /** Held for three days after 2.5 of infusion: what was given stays given, and day 5 is 4 days of infusion away. */
    @Test
    void whatWasGivenBeforeAHoldIsNotGivenAgainAfterIt() {
        Course course = plain(
                "short",
                Clock.of("start", Condition.ALWAYS, Fixed.of(2)),
                ALIVE,
                List.of(new Course.Dose(1, 14, 8)),
                null,
                List.of(new Course.Toxicity("crs", 1, 1, Fixed.of(2.5), true)),
                List.of(
                        new Course.Companion("dexamethasone-mg", 20, 1),
                        new Course.Companion("dexamethasone-mg", 20, 3),
                        new Course.Companion("dexamethasone-mg", 20, 5)),
                Fixed.of(3));
        CompiledJourney journey = compile(course);
        assertEquals(
                List.of("2.0000", "4.0000", "9.0000"),
                Diary.of(journey, 100).stream()
                        .filter(ring -> ring.contains("dexamethasone"))
                        .map(ring -> ring.substring(0, 6))
                        .toList());
        assertEquals(60, account(journey, "dexamethasone-mg", 100), 0);
    }

    /** A course of which nothing is asked but what is given when. */
    private static Course plain(
            String name,
            Clock start,
            Condition needs,
            List<Course.Dose> doses,
            Course.Extension extension,
            List<Course.Toxicity> toxicities,
            List<Course.Companion> companions,
            Distribution hold) {
        return new Course(
                name,
                "blinatumomab",
                start,
                needs,
                null,
                doses,
                null,
                extension,
                toxicities,
                companions,
                hold,
                0,
                0,
                Course.Prices.NONE,
                Effect.NOTHING,
                List.of());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Distribution early = Fixed.of(1);
        assertThrows(IllegalArgumentException.class, () -> new Course.Toxicity("crs", 0.1, 0.2, early, false));
        assertThrows(IllegalArgumentException.class, () -> new Course.Dose(3, 2, 5));
    }
}
