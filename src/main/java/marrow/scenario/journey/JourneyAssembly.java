package marrow.scenario.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.journey.Accrual;
import marrow.journey.Clock;
import marrow.journey.Course;
import marrow.journey.CourseExpansion;
import marrow.journey.Fact;
import marrow.journey.Journey;
import marrow.journey.Track;
import marrow.scenario.clock.ClockDraft;
import marrow.scenario.clock.CourseDraft;
import marrow.scenario.patient.CourseNames;
import marrow.scenario.text.Problems;

/** Puts the journey together from its parts: hazards solved, courses written out. */
final class JourneyAssembly {
    private final List<Track> tracks;
    private final List<ClockDraft> clockDrafts;
    private final List<CourseDraft> courseDrafts;
    private final HazardSolving solving;
    private final List<Solved> solved;
    private final Problems problems;
    private final List<Course> courses = new ArrayList<>();

    JourneyAssembly(
            List<Track> tracks, List<ClockDraft> clockDrafts, List<CourseDraft> courseDrafts, Problems problems) {
        this.tracks = tracks;
        this.clockDrafts = clockDrafts;
        this.courseDrafts = courseDrafts;
        this.problems = problems;
        List<ClockDraft> all = new ArrayList<>(clockDrafts);
        courseDrafts.forEach(course -> all.add(course.start()));
        solving = new HazardSolving(all, problems);
        solved = solving.solveAll();
    }

    List<Solved> solved() {
        return solved;
    }

    /** The courses that the journey has written out in it. */
    List<Course> courses() {
        return courses;
    }

    /** The journey, or nothing where some part refused to be made. */
    Optional<Journey> journey(List<Fact> facts) {
        List<Track> allTracks = new ArrayList<>(tracks);
        List<Clock> clocks = new ArrayList<>();
        List<Accrual> accruals = new ArrayList<>();
        for (ClockDraft draft : clockDrafts) {
            draft.clock(solving.solvedFor(draft.name()), problems).ifPresent(clocks::add);
        }
        for (CourseDraft draft : courseDrafts) {
            Optional<Course> course =
                    draft.course(solving.solvedFor(draft.start().name()), problems);
            course.ifPresent(courses::add);
            course.flatMap(one -> problems.attempt(draft.start().at(), () -> CourseExpansion.of(one, knownToCourses())))
                    .ifPresent(expansion -> {
                        allTracks.addAll(expansion.tracks());
                        clocks.addAll(expansion.clocks());
                        accruals.addAll(expansion.accruals());
                    });
        }
        return problems.hasErrors() ? Optional.empty() : Optional.of(new Journey(facts, allTracks, clocks, accruals));
    }

    /** The tracks that the needs of a course may speak of: those declared, and those of the courses. */
    private List<Track> knownToCourses() {
        List<Track> known = new ArrayList<>(tracks);
        for (CourseDraft course : courseDrafts) {
            known.add(Track.of(course.start().name(), CourseNames.STATES.toArray(String[]::new)));
        }
        return known;
    }
}
