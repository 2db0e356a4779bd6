package marrow.report.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.journey.Track;
import marrow.report.form.JsonWriter;
import marrow.report.journey.Explanation.Section;
import marrow.scenario.Scenario;
import marrow.scenario.journey.Solved;
import marrow.scenario.patient.FactOrigin;
import marrow.scenario.value.Parameter;

/** An explanation for programs: the same sections, times in days, shares between 0 and 1. */
public final class ExplanationJson {
    private ExplanationJson() {}

    public static String of(Explanation explanation) {
        Scenario scenario = explanation.scenario();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", scenario.name());
        json.put("title", scenario.title());
        explanation.arm().ifPresent(name -> json.put("arm", name));
        json.put("seed", explanation.seed());
        json.put("horizon", scenario.horizonDays());
        for (Section section : explanation.sections()) {
            json.put(section.toString(), section(section, explanation));
        }
        return JsonWriter.write(json);
    }

    private static Object section(Section section, Explanation explanation) {
        Scenario scenario = explanation.scenario();
        return switch (section) {
            case EVIDENCE -> evidence(scenario);
            case SOLVED ->
                scenario.solved().stream().map(ExplanationJson::solved).toList();
            case DIAGRAM -> diagram(explanation.map());
            case RATES -> rates(explanation.rates());
        };
    }

    private static Map<String, Object> evidence(Scenario scenario) {
        List<Parameter> parameters = scenario.parameters();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("counts", EvidenceTable.counts(parameters));
        json.put(
                "parameters",
                parameters.stream().map(ExplanationJson::parameter).toList());
        json.put(
                "population",
                scenario.facts().entrySet().stream().map(ExplanationJson::fact).toList());
        return json;
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("value", parameter.value());
        json.put("written", parameter.quantity().text());
        json.put(
                "plausible",
                List.of(parameter.plausible().low(), parameter.plausible().high()));
        json.put("evidence", parameter.provenance().evidence().word());
        json.put("source", parameter.provenance().source());
        json.put("at", parameter.at().toString());
        json.put("set", parameter.set().isPresent());
        return json;
    }

    private static Map<String, Object> fact(Map.Entry<String, FactOrigin> fact) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", fact.getKey());
        json.put("evidence", fact.getValue().provenance().evidence().word());
        json.put("source", fact.getValue().provenance().source());
        return json;
    }

    private static Map<String, Object> solved(Solved solved) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("clock", solved.clock());
        json.put("target", solved.target());
        json.put("by", solved.byDays());
        json.put("beside", solved.beside());
        json.put("reached", solved.reached());
        json.put("hazard", solved.hazard().toString());
        return json;
    }

    private static Map<String, Object> diagram(JourneyMap map) {
        ClockText clocks = new ClockText(new ConditionText(map.journey()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "tracks",
                map.tracks().stream().map(track -> track(track, map, clocks)).toList());
        json.put(
                "courses",
                map.courses().stream()
                        .map(course -> CourseJson.tree(course, clocks))
                        .toList());
        return json;
    }

    private static Object track(Track track, JourneyMap map, ClockText clocks) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("track", track.name());
        json.put("states", track.states());
        json.put("start", map.start(track));
        json.put(
                "moves",
                map.moves(track).stream().map(move -> move(move, clocks)).toList());
        return json;
    }

    private static Map<String, Object> move(Move move, ClockText clocks) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("clock", move.clock().name());
        json.put("from", move.from());
        json.put("to", move.to());
        json.put("time", clocks.time(move.clock()));
        json.put("while", move.clock().condition().toString());
        json.put("factors", clocks.factors(move.clock()));
        json.put("marks", clocks.marks(move.clock()));
        json.put("chances", clocks.chances(move));
        return json;
    }

    private static Map<String, Object> rates(EventRates rates) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("patients", rates.patients());
        json.put("days", rates.days());
        json.put(
                "at_entry",
                rates.atEntry().stream().map(ExplanationJson::atEntry).toList());
        json.put(
                "marks",
                rates.rates().stream()
                        .map(rate -> {
                            Map<String, Object> mark = new LinkedHashMap<>();
                            mark.put("mark", rate.mark());
                            mark.put("share", rate.share());
                            mark.put("share_mcse", rate.error());
                            mark.put("median_day", rate.medianDay());
                            return mark;
                        })
                        .toList());
        json.put(
                "used",
                rates.uses().stream()
                        .map(use -> {
                            Map<String, Object> used = new LinkedHashMap<>();
                            used.put("account", use.account());
                            used.put("mean", use.mean());
                            used.put("mean_mcse", use.error());
                            return used;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> atEntry(EventRates.AtEntry track) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("track", track.track());
        json.put("states", track.states());
        json.put("share", track.share());
        json.put("share_mcse", track.error());
        return json;
    }
}
