package marrow.report.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marrow.design.sketch.Occupancy;
import marrow.journey.Track;
import marrow.report.journey.ClockText;
import marrow.report.journey.ConditionText;
import marrow.report.journey.Explanation;
import marrow.report.journey.JourneyMap;
import marrow.report.journey.Move;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.page.Section;
import marrow.trial.Plan;

/** The data-generating mechanism: the journey that patients live, in which states they come to be, and what stands behind it. */
final class JourneySection {
    private JourneySection() {}

    static Section of(Material material) {
        JourneyMap map = Explanation.map(material.run().scenario());
        List<Part> parts = new ArrayList<>();
        parts.add(
                new Part.Words(
                        "A patient is in one state of each track at a time. Clocks move between states: each"
                                + " runs while its condition holds, and rings after a time that its law gives. Clocks that run together race."));
        if (!map.movingTracks().isEmpty()) {
            parts.add(diagram(map));
            parts.add(occupancy(material, map));
        }
        parts.addAll(EvidenceSheet.of(material.run().scenario()));
        return new Section("journey", "Data-generating journey", parts);
    }

    static List<Track> mostMovedFirst(JourneyMap map) {
        return map.movingTracks().stream()
                .sorted(Comparator.comparingInt(
                        (Track track) -> -map.moves(track).size()))
                .toList();
    }

    private static Part diagram(JourneyMap map) {
        ClockText clocks = new ClockText(new ConditionText(map.journey()));
        Rows rows = Rows.of("track", "from", "to", "clock", "time", "chances", "about");
        Map<String, Object> tracks = new LinkedHashMap<>();
        for (Track track : mostMovedFirst(map)) {
            Map<String, Object> drawn = new LinkedHashMap<>();
            drawn.put("states", map.reached(track));
            drawn.put("start", map.start(track));
            tracks.put(track.name(), drawn);
            for (Move move : map.moves(track)) {
                Set<String> from = map.isFromAnywhere(move) ? Set.of("any other") : move.from();
                for (String state : from.stream().sorted().toList()) {
                    rows.row(
                            track.name(),
                            state,
                            move.to(),
                            move.clock().name(),
                            clocks.time(move.clock()),
                            clocks.chances(move),
                            map.about(move.clock().name()));
                }
            }
        }
        return new Part.Figure(
                "diagram",
                "journey",
                "The tracks of the journey",
                "Each track with the states that a patient of this study may come to be in, and between them the clocks that move. Where all"
                        + " patients start is filled; a state that no clock leaves has a double line.",
                Map.of("tracks", tracks),
                rows);
    }

    private static Part occupancy(Material material, JourneyMap map) {
        Plan plan = material.study().plan();
        List<String> moving = mostMovedFirst(map).stream().map(Track::name).toList();
        Rows rows = Rows.of("track", "arm", "day", "state", "share");
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            List<Occupancy.Share> shares = Occupancy.of(plan, arm);
            Set<String> seen = shares.stream()
                    .filter(share -> share.share() > 0)
                    .map(share -> share.track() + "\n" + share.state())
                    .collect(Collectors.toSet());
            for (String track : moving) {
                for (Occupancy.Share share : shares) {
                    if (share.track().equals(track) && seen.contains(track + "\n" + share.state())) {
                        rows.row(track, material.arms().get(arm), share.day(), share.state(), share.share());
                    }
                }
            }
        }
        return new Part.Figure(
                "occupancy",
                "occupancy",
                "In which state patients are",
                "Share of patients in each state of a track, by the time since entry, if "
                        + material.outcomes().get(0).truth().name()
                        + " holds: " + Occupancy.PATIENTS
                        + " simulated patients an arm whom nobody loses. The dead are counted apart on every track.",
                Map.of("choose", List.of("track")),
                rows);
    }
}
