package marrow.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.journey.Track;

/**
 * A journey in the language of Graphviz: a box for each track, in it the states, and from state to state the clocks that move
 * between them. Graphviz
 * stacks the boxes upwards, so the first track comes last. The state in which all patients start is filled; a state that no clock leaves has a double line.
 */
public final class DotDiagram {
    private record Arrow(String from, String to) {}

    private final JourneyMap map;
    private final ClockText clocks;
    private final Set<String> described = new HashSet<>();
    private final StringBuilder dot = new StringBuilder();

    private DotDiagram(JourneyMap map) {
        this.map = map;
        clocks = new ClockText(new ConditionText(map.journey()));
    }

    public static String of(JourneyMap map, String title) {
        return new DotDiagram(map).drawn(title);
    }

    private String drawn(String title) {
        dot.append("digraph ").append(quoted(title)).append(" {\n");
        dot.append("  graph [rankdir=LR, fontname=\"Helvetica\", fontsize=12, label=")
                .append(quoted(title));
        dot.append(", labelloc=t, nodesep=0.25, ranksep=0.4, newrank=true]\n");
        dot.append(
                "  node [shape=box, style=rounded, fontname=\"Helvetica\", fontsize=11, height=0.3, margin=\"0.12,0.05\"]\n");
        dot.append("  edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.6, color=\"#555555\"]\n");
        List<Track> upwards = new ArrayList<>(map.movingTracks());
        Collections.reverse(upwards);
        upwards.forEach(this::track);
        return dot.append("}\n").toString();
    }

    private void track(Track track) {
        dot.append("  subgraph ").append(quoted("cluster " + track.name())).append(" {\n");
        dot.append("    label=").append(quoted(track.name())).append(" labeljust=l color=\"#bbbbbb\" fontsize=12\n");
        Map<Arrow, List<Move>> arrows = arrows(track);
        String start = map.start(track);
        for (String state : map.reached(track)) {
            boolean left = arrows.keySet().stream().anyMatch(arrow -> arrow.from.equals(state))
                    || arrows.keySet().stream().anyMatch(arrow -> arrow.from.isEmpty() && !arrow.to.equals(state));
            dot.append("    ").append(node(track, state)).append(" [label=").append(quoted(state));
            dot.append(state.equals(start) ? " style=\"rounded,filled\" fillcolor=\"#dce9f5\"" : "");
            dot.append(left ? "" : " peripheries=2").append("]\n");
        }
        arrows.forEach((arrow, moves) -> arrow(track, arrow, moves));
        dot.append("  }\n");
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

    private void arrow(Track track, Arrow arrow, List<Move> moves) {
        String from = node(track, arrow.from);
        if (arrow.from.isEmpty()) {
            from = node(track, "any other than " + arrow.to);
            dot.append("    ").append(from).append(" [label=\"any other\" shape=plaintext fontcolor=\"#555555\"]\n");
        }
        dot.append("    ")
                .append(from)
                .append(" -> ")
                .append(node(track, arrow.to))
                .append(" [label=<");
        dot.append("<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"1\">");
        moves.forEach(this::label);
        dot.append("</table>>]\n");
    }

    private void label(Move move) {
        String chances = clocks.chances(move);
        cell("", "<b>" + html(move.clock().name()) + "</b>");
        for (String chance : chances.isEmpty() ? new String[0] : chances.split("; ", -1)) {
            cell("", html(chance));
        }
        if (!map.isOfCourse(move.clock().name()) && described.add(move.clock().name())) {
            cell("#777777", html(clocks.time(move.clock())));
            clocks.factors(move.clock()).forEach(factor -> cell("#777777", html(factor)));
        }
    }

    private void cell(String colour, String html) {
        String open = colour.isEmpty() ? "" : "<font color=\"" + colour + "\" point-size=\"8\">";
        dot.append("<tr><td align=\"left\">").append(open).append(html).append(colour.isEmpty() ? "" : "</font>");
        dot.append("</td></tr>");
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
