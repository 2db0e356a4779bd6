package marrow.report.journey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marrow.journey.Track;

/**
 * A journey in the language of Graphviz: a box for each track, in it the states, and from state to state the clocks
 * that move between them. Graphviz stacks the boxes upwards, so the first track comes last. The state in which all
 * patients start is filled; a state that no clock leaves has a double line.
 */
final class DotDiagram {
    private static final String HEAD = """
            digraph TITLE {
              graph [label=TITLE, labelloc=t, rankdir=LR, newrank=true, nodesep=0.25, ranksep=0.4, fontname="Helvetica", fontsize=12]
              node [shape=box, style=rounded, height=0.3, margin="0.12,0.05", fontname="Helvetica", fontsize=11]
              edge [arrowsize=0.6, color="#555555", fontname="Helvetica", fontsize=9]
            """;

    private static final String TABLE = "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"1\">";

    private record Arrow(String from, String to) {}

    private final JourneyMap map;
    private final ClockText clocks;
    private final Set<String> described = new HashSet<>();

    private DotDiagram(JourneyMap map) {
        this.map = map;
        clocks = new ClockText(new ConditionText(map.journey()));
    }

    static String of(JourneyMap map, String title) {
        return new DotDiagram(map).drawn(title);
    }

    private String drawn(String title) {
        List<String> boxes = new ArrayList<>();
        for (Track track : map.movingTracks()) {
            boxes.add(box(track));
        }
        Collections.reverse(boxes);
        return HEAD.replace("TITLE", quoted(title)) + String.join("", boxes) + "}\n";
    }

    private String box(Track track) {
        StringBuilder box = new StringBuilder();
        box.append("  subgraph ").append(quoted("cluster " + track.name())).append(" {\n");
        box.append("    label=").append(quoted(track.name())).append(" labeljust=l color=\"#bbbbbb\" fontsize=12\n");
        Map<Arrow, List<Move>> arrows = arrows(track);
        String start = map.start(track);
        for (String state : map.reached(track)) {
            boolean left = arrows.keySet().stream().anyMatch(arrow -> arrow.from.equals(state))
                    || arrows.keySet().stream().anyMatch(arrow -> arrow.from.isEmpty() && !arrow.to.equals(state));
            box.append("    ").append(node(track, state)).append(" [label=").append(quoted(state));
            box.append(state.equals(start) ? " style=\"rounded,filled\" fillcolor=\"#dce9f5\"" : "");
            box.append(left ? "" : " peripheries=2").append("]\n");
        }
        arrows.forEach((arrow, moves) -> box.append(arrow(track, arrow, moves)));
        return box.append("  }\n").toString();
    }

    /** Moves between the same two states share an arrow; one from any other state has the empty origin. */
    private Map<Arrow, List<Move>> arrows(Track track) {
        Map<Arrow, List<Move>> arrows = new LinkedHashMap<>();
        for (Move move : map.moves(track)) {
            for (String from : map.isFromAnywhere(move) ? List.of("") : move.from()) {
                arrows.computeIfAbsent(new Arrow(from, move.to()), none -> new ArrayList<>())
                        .add(move);
            }
        }
        return arrows;
    }

    private String arrow(Track track, Arrow arrow, List<Move> moves) {
        String to = node(track, arrow.to);
        String from = node(track, arrow.from);
        String origin = "";
        if (arrow.from.isEmpty()) {
            from = node(track, "any other than " + arrow.to);
            origin = "    " + from + " [label=\"any other\" shape=plaintext fontcolor=\"#555555\"]\n";
        }
        String rows = moves.stream().map(this::rows).collect(Collectors.joining());
        return origin + "    " + from + " -> " + to + " [label=<" + TABLE + rows + "</table>>]\n";
    }

    /** The name of the clock and its chances; at its first arrow its time and its factors as well. */
    private String rows(Move move) {
        String chances = clocks.chances(move);
        StringBuilder rows = new StringBuilder(row("<b>" + html(move.clock().name()) + "</b>"));
        for (String chance : chances.isEmpty() ? new String[0] : chances.split("; ", -1)) {
            rows.append(row(html(chance)));
        }
        if (!map.isOfCourse(move.clock().name()) && described.add(move.clock().name())) {
            rows.append(row(small(clocks.time(move.clock()))));
            clocks.factors(move.clock()).forEach(factor -> rows.append(row(small(factor))));
        }
        return rows.toString();
    }

    private static String row(String html) {
        return "<tr><td align=\"left\">" + html + "</td></tr>";
    }

    private static String small(String text) {
        return "<font color=\"#777777\" point-size=\"8\">" + html(text) + "</font>";
    }

    private static String node(Track track, String state) {
        return quoted(track.name() + ": " + state);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
