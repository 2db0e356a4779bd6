package marrow.report.journey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marrow.journey.Clock;
import marrow.journey.Start;
import marrow.journey.Track;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;

/**
 * A journey drawn for a terminal: for each track its states, and under the states that a clock moves from an arrow to the
 * state it moves to. A clock is described at the first arrow that it has.
 */
final class TerminalDiagram {
    /** A chance longer than this goes below the arrow. */
    private static final int SHORT = 12;

    private final JourneyMap map;
    private final ConditionText conditions;
    private final ClockText clocks;
    private final Set<String> described = new HashSet<>();
    private final StringBuilder page = new StringBuilder();

    private TerminalDiagram(JourneyMap map) {
        this.map = map;
        conditions = new ConditionText(map.journey());
        clocks = new ClockText(conditions);
    }

    static String of(JourneyMap map) {
        return new TerminalDiagram(map).drawn();
    }

    private String drawn() {
        map.movingTracks().forEach(this::track);
        if (!map.fixedTracks().isEmpty()) {
            heading("fixed at entry");
            map.fixedTracks()
                    .forEach(track -> page.append(Paragraph.of(track.name() + ": " + states(track), "  ", "      ")));
        }
        List<Clock> marking = map.clocksThatOnlyMark();
        if (!marking.isEmpty()) {
            heading("marked, moving nothing");
            for (Clock clock : marking) {
                page.append("  ").append(clock.name()).append('\n');
                describe(clock, null, "      ");
            }
        }
        CourseText courses = new CourseText(conditions, clocks);
        map.courses().forEach(course -> {
            heading("course " + course.name());
            if (!map.about(course.name()).isEmpty()) {
                page.append(Paragraph.of(map.about(course.name()), "  "));
            }
            page.append(courses.of(course));
        });
        return page.toString();
    }

    private void heading(String name) {
        page.append(page.isEmpty() ? "" : "\n").append(name).append(' ');
        page.append("─".repeat(Math.max(0, Paragraph.WIDTH - 1 - Paragraph.columns(name))))
                .append('\n');
    }

    private void track(Track track) {
        heading(track.name());
        page.append(Paragraph.of(states(track), "  "));
        Map<String, List<Move>> byOrigin = map.moves(track).stream()
                .collect(Collectors.groupingBy(this::origin, LinkedHashMap::new, Collectors.toList()));
        byOrigin.forEach((origin, moves) -> {
            page.append(Paragraph.of(origin, "  ", "    "));
            for (int i = 0; i < moves.size(); i++) {
                boolean last = i + 1 == moves.size();
                arrow(moves.get(i), last ? "   └─ " : "   ├─ ", last ? "        " : "   │    ");
            }
        });
    }

    private String origin(Move move) {
        return map.isFromAnywhere(move) ? "any other" : String.join(" or ", move.from());
    }

    /** The states that can be reached, in order; the one that all patients start in marked. */
    private String states(Track track) {
        String start = map.start(track);
        List<String> marked = new ArrayList<>();
        map.reached(track).forEach(state -> marked.add(state.equals(start) ? "●" + state : state));
        String states = String.join(" · ", marked);
        if (start != null) {
            return states;
        }
        return track.start() instanceof Start.Cut cut ? states + " (by " + cut.fact() + ")" : drawn(track, states);
    }

    private static String drawn(Track track, String states) {
        List<Start.Chances> cases = ((Start.Drawn) track.start()).cases();
        if (cases.size() > 1) {
            return states + " (drawn)";
        }
        List<String> chances = new ArrayList<>();
        for (int i = 0; i < track.states().size(); i++) {
            chances.add(track.states().get(i) + " "
                    + Readout.percent(cases.get(0).ofStates().get(i)));
        }
        return String.join(" · ", chances);
    }

    private void arrow(Move move, String branch, String below) {
        String chances = clocks.chances(move);
        boolean fits = chances.length() <= SHORT;
        page.append(branch).append(move.clock().name()).append(chances.isEmpty() || !fits ? "" : " " + chances);
        page.append(" ──▶ ").append(move.to()).append('\n');
        if (!fits) {
            page.append(Paragraph.of(chances, below, below + "  "));
        }
        describe(move.clock(), move.track(), below);
    }

    private static String courseMoment(String clock) {
        return clock.endsWith("/end") ? "when the course is completed" : "when the course starts";
    }

    private void describe(Clock clock, String track, String indent) {
        if (map.isOfCourse(clock.name())) {
            page.append(indent).append(courseMoment(clock.name())).append('\n');
        } else if (described.add(clock.name())) {
            if (!map.about(clock.name()).isEmpty()) {
                page.append(Paragraph.of(map.about(clock.name()), indent));
            }
            List<String> lines = new ArrayList<>();
            lines.add(clocks.time(clock));
            lines.add(clocks.condition(clock, track));
            lines.addAll(clocks.factors(clock));
            lines.add(clocks.marks(clock));
            lines.add(clocks.uses(clock));
            lines.stream()
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> page.append(Paragraph.of(line, indent, indent + "  ")));
        }
    }
}
