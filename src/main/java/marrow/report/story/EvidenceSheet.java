package marrow.report.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marrow.report.form.Readout;
import marrow.report.journey.EvidenceTable;
import marrow.report.journey.LawText;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.scenario.Scenario;
import marrow.scenario.journey.Solved;
import marrow.scenario.value.Parameter;

/** What stands behind the parameters, and which hazards were solved from what they must reach. */
public final class EvidenceSheet {
    private EvidenceSheet() {}

    public static List<Part> of(Scenario scenario) {
        List<Part> parts = new ArrayList<>();
        List<Parameter> parameters = scenario.parameters();
        Map<String, Long> counts = EvidenceTable.counts(parameters);
        Rows classes = Rows.of("evidence", "parameters");
        counts.forEach(classes::row);
        long outside = parameters.stream().filter(EvidenceTable::isOutside).count();
        parts.add(new Part.Figure(
                "evidence-classes",
                "counts",
                "What stands behind the parameters",
                Readout.counted(parameters.size(), "parameter")
                        + " by the class of their evidence: registered by the study, published, derived from a published figure, or"
                        + " assumed. " + (outside == 0 ? "None" : Readout.count(outside))
                        + (outside == 1 ? " lies" : outside == 0 ? " lies" : " lie") + " outside its plausible range.",
                Map.of("what", "evidence", "count", "parameters"),
                classes));
        parts.add(new Part.Sheet("Parameters and their evidence", parameters(parameters), true));
        if (!scenario.facts().isEmpty()) {
            Rows facts = Rows.of("fact at entry", "evidence", "source");
            scenario.facts()
                    .forEach((name, origin) -> facts.row(
                            name,
                            origin.provenance().evidence().word(),
                            origin.provenance().source()));
            parts.add(new Part.Sheet("Population", facts, true));
        }
        if (!scenario.solved().isEmpty()) {
            parts.add(new Part.Sheet("Hazards solved from what they must reach", solved(scenario.solved()), true));
        }
        return parts;
    }

    private static Rows parameters(List<Parameter> parameters) {
        Rows rows = Rows.of("parameter", "value", "plausible", "evidence", "source", "note");
        for (Parameter parameter : parameters) {
            rows.row(
                    parameter.name(),
                    parameter.quantity().text(),
                    EvidenceTable.range(parameter),
                    parameter.provenance().evidence().word(),
                    parameter.provenance().source(),
                    EvidenceTable.isOutside(parameter) ? "outside its range" : "");
        }
        return rows;
    }

    private static Rows solved(List<Solved> solved) {
        Rows rows = Rows.of("hazard", "by", "target", "reached", "beside", "solution");
        for (Solved one : solved) {
            rows.row(
                    one.clock(),
                    Readout.time(one.byDays()),
                    Readout.percent(one.target()),
                    Readout.fixed(100 * one.reached(), 4) + " %",
                    one.beside().stream().collect(Collectors.joining(", ")),
                    LawText.exactly(one.hazard()));
        }
        return rows;
    }
}
