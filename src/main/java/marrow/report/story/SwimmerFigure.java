package marrow.report.story;

import static marrow.report.story.Material.rounded;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import marrow.design.Study;
import marrow.design.sketch.ExampleTrial;
import marrow.journey.Course;
import marrow.journey.Track;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Trace;
import marrow.journey.life.TraceRecorder;
import marrow.report.journey.Explanation;
import marrow.report.journey.JourneyMap;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.trial.Arm;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;

/** One trial, patient by patient, as far as each is seen: the states of a track, the courses of a drug, and what happened. */
final class SwimmerFigure {
    private static final int MOST_PATIENTS = 40;
    private static final int MOST_MARKS = 6;
    private static final String NO_DRUG = "none";
    private static final String DEATH = "death";
    private static final String LOST = "lost to follow-up";

    /** The states of the track of a course in which it goes on. */
    private static final Set<String> ON_COURSE = Set.of("running", "held");

    private final Study study;
    private final JourneyMap map;
    private final List<CompiledJourney> journeys = new ArrayList<>();
    private final List<String> marks;
    private final Rows rows = Rows.of("track", "patient", "arm", "kind", "what", "from", "to");

    private SwimmerFigure(Material material) {
        study = material.study();
        map = Explanation.map(material.run().scenario());
        for (Arm way : study.plan().ways()) {
            journeys.add(CompiledJourney.of(way.journey(), way.entry().into(way.journey())));
        }
        marks = marks();
    }

    static Part of(Material material) {
        SwimmerFigure figure = new SwimmerFigure(material);
        ExampleTrial trial = ExampleTrial.of(figure.study);
        List<ExampleTrial.Participant> shown =
                trial.participants().stream().limit(MOST_PATIENTS).toList();
        shown.forEach(patient -> figure.patient(patient, material));
        boolean all = shown.size() == trial.participants().size();
        return new Part.Figure(
                "swimmer",
                "swimmer",
                "One trial, patient by patient",
                (all ? "The " : "The first ") + shown.size() + " patients of trial 0 if "
                        + material.outcomes().get(0).truth().name()
                        + " holds, by the time since entry, each until death or as far as seen when the data are cut. Colour: the state of the track. Dark line: on a"
                        + " course of a drug. Symbols: what happened. 'marrow trace FILE --patient N' tells each life in full.",
                Map.of("choose", List.of("track"), "marks", figure.shownMarks(), "lost", LOST),
                figure.rows);
    }

    /** What endpoints in time look at, and the graft; those of endpoints named first before others. */
    private List<String> marks() {
        Set<String> named = new LinkedHashSet<>();
        for (Endpoint endpoint : study.endpoints()) {
            if (endpoint instanceof TimeToEvent time) {
                Stream.of(time.events(), time.competing()).forEach(named::addAll);
                if (time.from() != null && !time.from().contains("/")) {
                    named.add(time.from());
                }
            }
        }
        for (Endpoint endpoint : study.endpoints()) {
            if (endpoint instanceof Response response) {
                named.addAll(response.failures());
            }
        }
        return named.stream().limit(MOST_MARKS).toList();
    }

    private List<String> shownMarks() {
        return Stream.concat(marks.stream(), Stream.of(LOST)).toList();
    }

    private void patient(ExampleTrial.Participant seen, Material material) {
        CompiledJourney journey = journeys.get(seen.way());
        Trace life = TraceRecorder.of(
                journey, study.plan().seed(), 0, seen.number(), study.plan().horizonDays());
        String arm = material.arms().get(seen.arm());
        double end = Math.min(seen.seenTo(), dayOfDeath(life));
        for (Track track : JourneySection.mostMovedFirst(map)) {
            for (Stay stay : stays(track.name(), life, end)) {
                row(track.name(), seen, arm, "state", stay.state, stay.from, stay.to);
            }
        }
        for (Course course : map.courses()) {
            if (course.drug().equals(NO_DRUG)) {
                continue;
            }
            for (Stay stay : stays(course.name(), life, end)) {
                if (ON_COURSE.contains(stay.state)) {
                    row(null, seen, arm, "course", course.name(), stay.from, stay.to);
                }
            }
        }
        for (Trace.Event event : life.events()) {
            if (event.day() <= end) {
                marks.stream()
                        .filter(mark -> sets(event, mark))
                        .findFirst()
                        .ifPresent(mark -> row(null, seen, arm, "event", mark, event.day(), event.day()));
            }
        }
        if (seen.lost()) {
            row(null, seen, arm, "event", LOST, seen.seenTo(), seen.seenTo());
        }
    }

    private void row(
            String track, ExampleTrial.Participant seen, String arm, String kind, String what, double from, double to) {
        rows.row(track, seen.number(), arm, kind, what, rounded(from), rounded(to));
    }

    private static boolean sets(Trace.Event event, String mark) {
        return event.clock().equals(mark) || event.marks().contains(mark);
    }

    private static double dayOfDeath(Trace life) {
        return life.events().stream()
                .filter(event -> sets(event, DEATH))
                .mapToDouble(Trace.Event::day)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private record Stay(String state, double from, double to) {}

    /** The states of a track one after the other, until the patient is no longer seen. */
    private static List<Stay> stays(String track, Trace life, double seenTo) {
        List<Stay> stays = new ArrayList<>();
        String state = life.start().get(track);
        double since = 0;
        for (Trace.Event event : life.events()) {
            String next = event.state().get(track);
            if (state != null && !next.equals(state) && event.day() < seenTo) {
                stays.add(new Stay(state, since, event.day()));
                since = event.day();
                state = next;
            }
        }
        if (state != null) {
            stays.add(new Stay(state, since, seenTo));
        }
        return stays;
    }
}
