package marrow.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.dist.Distribution;
import marrow.dist.Fixed;

/**
 * A {@link Course} written out as tracks, clocks and accruals. With course {@code C}:
 *
 * <ul>
 *   <li>track {@code C} is before, running, held or after; track {@code C/dose} is the dose given, named by its first
 *       day (d1, d3, ...), or none, or over; track {@code C/ward} is out or in, where the stay in hospital is bounded;
 *   <li>clock {@code C} starts it, {@code C/dose-d3} goes to the next dose, {@code C/last-day} is the end of the last
 *       dose, {@code C/end} completes the course; {@code C/without-T} stops it when track T no longer is as the course
 *       needs, and marks {@code C/stop};
 *   <li>clock {@code C/LINE} is the onset of a toxicity, which marks {@code C/LINE-3+} when it is of grade 3 or more,
 *       and {@code C/resume} ends a hold; {@code C/dexamethasone-mg-d3} gives a companion of the drug on day 3;
 *   <li>what is used while a dose runs goes to the accounts {@code C/ug} and so on, and to those of all courses.
 * </ul>
 *
 * Days of a course are days of infusion since its start: its clocks keep their time while it is held, and a course that
 * is given again begins at its first day.
 */
public record CourseExpansion(List<Track> tracks, List<Clock> clocks, List<Accrual> accruals) {

    /** Writes a course out; {@code tracks} are those that its needs speak of, for the states in which they fail. */
    public static CourseExpansion of(Course course, List<Track> tracks) {
        return new Expanding(course, tracks).expansion();
    }

    /** A stretch of one dose: the state of the dose track, the day of infusion after which it ends, and ug a day. */
    private record Stretch(String state, int toDay, double ug) {}

    private static final class Expanding {
        private final Course course;
        private final List<Track> known;
        private final String name;
        private final List<Stretch> stretches = new ArrayList<>();
        private final Stretch extension;
        private final boolean boundedStay;

        Expanding(Course course, List<Track> known) {
            this.course = course;
            this.known = known;
            name = course.name();
            for (Course.Dose dose : course.doses()) {
                stretches.add(new Stretch("d" + dose.fromDay(), dose.toDay(), dose.ug()));
            }
            if (stretches.isEmpty()) {
                stretches.add(new Stretch("d1", 0, 0));
            }
            extension = course.extension() == null ? null : extension(course);
            boundedStay = course.hospitalDays() > 0 && course.hospitalDays() < Double.POSITIVE_INFINITY;
        }

        private static Stretch extension(Course course) {
            int lastDay = course.doses().get(course.doses().size() - 1).toDay();
            return new Stretch(
                    "d" + (lastDay + 1),
                    course.extension().toDay(),
                    course.extension().ug());
        }

        /** The doses, and that of the extension. */
        private List<Stretch> given() {
            List<Stretch> given = new ArrayList<>(stretches);
            if (extension != null) {
                given.add(extension);
            }
            return given;
        }

        CourseExpansion expansion() {
            return new CourseExpansion(tracks(), clocks(), accruals());
        }

        private Condition on() {
            return Condition.in(name, "running", "held");
        }

        private Condition giving(Stretch stretch) {
            return Condition.in(name, "running").and(Condition.in(name + "/dose", stretch.state));
        }

        private Effect dose(String state) {
            return Effect.set(name + "/dose", state);
        }

        private Effect leave() {
            Map<String, String> sets = new LinkedHashMap<>();
            sets.put(name, "after");
            sets.put(name + "/dose", "none");
            if (boundedStay) {
                sets.put(name + "/ward", "out");
            }
            return new Effect(sets, List.of());
        }

        private List<Track> tracks() {
            Set<String> doses = new LinkedHashSet<>(List.of("none"));
            given().forEach(stretch -> doses.add(stretch.state));
            doses.add("over");
            List<Track> tracks = new ArrayList<>();
            tracks.add(Track.of(name, "before", "running", "held", "after"));
            tracks.add(Track.of(name + "/dose", doses.toArray(String[]::new)));
            if (boundedStay) {
                tracks.add(Track.of(name + "/ward", "out", "in"));
            }
            return tracks;
        }

        /** What stops the course goes before all that happens in it, since clocks of one instant ring in this order. */
        private List<Clock> clocks() {
            List<Clock> clocks = new ArrayList<>();
            clocks.add(start());
            course.needs().allowed().keySet().forEach(track -> clocks.add(stop(track)));
            for (Course.Toxicity toxicity : course.toxicities()) {
                clocks.add(onset(toxicity));
            }
            if (course.hold() != null) {
                clocks.add(Clock.of(name + "/resume", Condition.in(name, "held"), course.hold())
                        .then(Effect.set(name, "running")));
            }
            for (int i = 0; i + 1 < stretches.size(); i++) {
                String next = stretches.get(i + 1).state;
                clocks.add(after(Fixed.of(stretches.get(i).toDay), name + "/dose-" + next)
                        .then(dose(next)));
            }
            clocks.addAll(last());
            course.companions().forEach(companion -> clocks.add(companion(companion)));
            clocks.add(Clock.of(name + "/end", Condition.in(name + "/dose", "over"), Fixed.of(0))
                    .then(leave().and(course.end()))
                    .choosing(course.endCases().toArray(Case[]::new)));
            if (boundedStay) {
                clocks.add(Clock.of(
                                name + "/discharge",
                                Condition.in(name + "/ward", "in"),
                                Fixed.of(course.hospitalDays()))
                        .then(Effect.set(name + "/ward", "out")));
            }
            return clocks;
        }

        /** A clock that rings after so many days of infusion. */
        private Clock after(Distribution days, String clock) {
            String[] given = given().stream().map(Stretch::state).toArray(String[]::new);
            Condition infused = Condition.in(name, "running").and(Condition.in(name + "/dose", given));
            return Clock.of(clock, infused, days).since(name).keeping();
        }

        private Clock start() {
            Clock start = course.start();
            Condition ready = start.repeats() ? Condition.in(name, "before", "after") : Condition.in(name, "before");
            Map<String, String> sets = new LinkedHashMap<>();
            sets.put(name, "running");
            sets.put(name + "/dose", stretches.get(0).state);
            if (boundedStay) {
                sets.put(name + "/ward", "in");
            }
            return new Clock(
                    name,
                    start.condition().and(course.needs()).and(ready),
                    start.since(),
                    start.law(),
                    start.chance(),
                    start.keeps(),
                    false,
                    start.factors(),
                    new Effect(sets, List.of()).and(start.effect()),
                    start.cases());
        }

        private Clock onset(Course.Toxicity toxicity) {
            String line = name + "/" + toxicity.name();
            Effect severe = Effect.mark(line + "-3+");
            if (toxicity.holds()) {
                severe = severe.and(Effect.set(name, "held"));
            }
            double severeShare = toxicity.any() > 0 ? toxicity.grade3() / toxicity.any() : 0;
            return Clock.of(line, on(), toxicity.onset())
                    .withChance(toxicity.any())
                    .choosing(new Case(
                            Condition.ALWAYS,
                            List.of(new Outcome(severeShare, severe), new Outcome(1 - severeShare, Effect.NOTHING))));
        }

        /** On its day the doses come first: it may be the first day of an extension, which not everybody goes on to. */
        private Clock companion(Course.Companion companion) {
            return after(Fixed.of(companion.day() - 1), name + "/" + companion.account() + "-d" + companion.day())
                    .then(Effect.use(name + "/" + companion.account(), companion.amount())
                            .and(Effect.use(companion.account(), companion.amount())));
        }

        /** What follows the last dose: the days drawn for the course, or the days of the dose and of its extension. */
        private List<Clock> last() {
            if (course.length() != null) {
                return List.of(after(course.length(), name + "/last-day").then(dose("over")));
            }
            Stretch last = stretches.get(stretches.size() - 1);
            Clock end = after(Fixed.of(last.toDay), name + "/last-day").then(dose("over"));
            if (extension == null) {
                return List.of(end);
            }
            Case goesOn = new Case(course.extension().when(), List.of(new Outcome(1, dose(extension.state))));
            return List.of(
                    end.choosing(goesOn),
                    after(Fixed.of(extension.toDay), name + "/extended").then(dose("over")));
        }

        private Clock stop(String track) {
            Track needed = known.stream()
                    .filter(one -> one.name().equals(track))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException(name + " needs a track that is not there: " + track));
            Set<String> failing = new LinkedHashSet<>(needed.states());
            failing.removeAll(course.needs().allowed().get(track));
            Condition failed = new Condition(Map.of(track, failing));
            return Clock.of(name + "/without-" + track, on().and(failed), Fixed.of(0))
                    .then(leave().and(Effect.mark(name + "/stop")));
        }

        private List<Accrual> accruals() {
            List<Accrual> accruals = new ArrayList<>();
            for (Stretch stretch : given()) {
                if (stretch.ug > 0) {
                    Accrual drug = Accrual.perDay(account("ug"), giving(stretch), stretch.ug)
                            .scaledBy(course.scaledBy());
                    accruals.add(drug);
                    accruals.add(Accrual.perDay(account("infusion-days"), giving(stretch), 1));
                    if (course.vialUg() > 0) {
                        Accrual vials = drug.inPacksOf(course.vialUg()).byStartedDays();
                        accruals.add(vials.to(account("vials")));
                        accruals.add(
                                vials.to(account("cost")).worth(course.prices().vial()));
                    }
                }
            }
            if (course.hospitalDays() > 0) {
                Condition in = boundedStay ? Condition.in(name + "/ward", "in") : on();
                accruals.add(Accrual.perDay(account("hospital-days"), in, 1));
                accruals.add(Accrual.perDay(account("cost"), in, 1)
                        .worth(course.prices().hospitalDay()));
            }
            return accruals;
        }

        private List<String> account(String kind) {
            return List.of(name + "/" + kind, kind);
        }
    }
}
