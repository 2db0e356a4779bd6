package marrow.report.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.journey.Track;
import marrow.report.form.JsonWriter;

/** A journey as a state diagram of Mermaid, which many pages draw: a composite state for each track. */
final class MermaidDiagram {
    private record Arrow(String from, String to) {}

    private final JourneyMap map;
    private final ClockText clocks;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final StringBuilder diagram = new StringBuilder();

    private MermaidDiagram(JourneyMap map) {
        this.map = map;
        clocks = new ClockText(new ConditionText(map.journey()));
    }

    static String of(JourneyMap map, String title) {
        return new MermaidDiagram(map).drawn(title);
    }

    private String drawn(String title) {
        diagram.append("---\ntitle: ")
                .append(JsonWriter.write(title))
                .append("---\nstateDiagram-v2\n    direction LR\n");
        map.movingTracks().forEach(this::track);
        return diagram.toString();
    }

    private void track(Track track) {
        diagram.append("    state \"")
                .append(track.name())
                .append("\" as ")
                .append(name(track.name(), ""))
                .append(" {\n");
        for (String state : map.reached(track)) {
            line("state \"" + state + "\" as " + name(track.name(), state));
        }
        String start = map.start(track);
        if (start != null) {
            line("[*] --> " + name(track.name(), start));
        }
        Map<Arrow, List<String>> arrows = new LinkedHashMap<>();
        for (Move move : map.moves(track)) {
            String chances = clocks.chances(move);
            String label = move.clock().name() + (chances.isEmpty() || chances.length() > 12 ? "" : " " + chances);
            for (String from : move.from()) {
                arrows.computeIfAbsent(new Arrow(from, move.to()), none -> new ArrayList<>())
                        .add(label);
            }
        }
        arrows.forEach((arrow, labels) -> line(name(track.name(), arrow.from) + " --> " + name(track.name(), arrow.to)
                + " : " + String.join("<br/>", labels)));
        diagram.append("    }\n");
    }

    private void line(String text) {
        diagram.append("        ").append(text).append('\n');
    }

    /** Mermaid's names have letters, digits and underscores alone; the number keeps apart what then looks alike. */
    private String name(String track, String state) {
        String full = track + ": " + state;
        return names.computeIfAbsent(full, none -> full.replaceAll("[^A-Za-z0-9]+", "_") + "_" + names.size());
    }
}
