package marrow.report.story.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.report.form.Readout;
import marrow.report.journey.EvidenceTable;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.page.Section;
import marrow.report.run.TruthText;
import marrow.report.story.EvidenceSheet;
import marrow.scenario.Axis;
import marrow.scenario.Scenario;
import marrow.scenario.Sweep;
import marrow.scenario.trial.Truth;
import marrow.scenario.value.Parameter;

/** The data-generating mechanism: what varies, over which values, under which truths, and what stands behind all that does not vary. */
final class VariedSection {
    private VariedSection() {}

    static Section of(Points points) {
        Sweep sweep = points.sweep();
        Scenario scenario = points.result().scenario();
        List<Part> parts = new ArrayList<>();
        parts.add(
                new Part.Words(
                        sweep.zipped()
                                ? "The first values of all that varies belong together, then the second, and so on."
                                : sweep.axes().size() == 1
                                        ? "One thing varies; all else is as the scenario has it."
                                        : "Every value of one goes with every value of the others; all else is as the scenario has it."));
        parts.add(new Part.Sheet("What varies", axes(sweep, scenario), false));
        if (!sweep.variesTruth()) {
            parts.add(new Part.Sheet("The truths under which every point was asked", truths(points), false));
        }
        parts.addAll(EvidenceSheet.of(scenario));
        return new Section("varied", "Data-generating mechanism", parts);
    }

    private static Rows axes(Sweep sweep, Scenario scenario) {
        Rows rows = Rows.of("what", "values", "number", "reference", "in the scenario", "plausible", "evidence");
        Map<String, String> reference = sweep.values(sweep.reference());
        for (Axis axis : sweep.axes()) {
            Optional<Parameter> parameter = scenario.parameters().stream()
                    .filter(one -> one.name().equals(axis.name()))
                    .findFirst();
            rows.row(
                    axis.name(),
                    String.join(", ", axis.values()),
                    axis.values().size(),
                    reference.get(axis.name()),
                    parameter.map(one -> one.quantity().text()).orElse(""),
                    parameter.map(EvidenceTable::range).orElse(""),
                    parameter.map(one -> one.provenance().evidence().word()).orElse(""));
        }
        return rows;
    }

    private static Rows truths(Points points) {
        Rows rows = Rows.of("truth", "role", "what holds", "trials");
        List<Truth> truths = points.result().scenario().trial().orElseThrow().truths();
        points.byTruth()
                .forEach((name, outcomes) -> rows.row(
                        name,
                        outcomes.get(0).role().said(),
                        truths.stream()
                                .filter(truth -> truth.name().equals(name))
                                .map(VariedSection::holds)
                                .findFirst()
                                .orElse(""),
                        Readout.count(outcomes.stream()
                                .mapToLong(outcome -> outcome.results().replicates())
                                .sum())));
        return rows;
    }

    /** Factors differ from point to point, as do targets that vary. */
    private static String holds(Truth truth) {
        List<String> said = TruthText.given(truth);
        truth.tilts()
                .forEach(tilt -> said.add("hazard of " + String.join(", ", tilt.clocks()) + " multiplied until "
                        + tilt.written() + " has its value, found anew at each point"));
        return said.isEmpty() ? "the scenario at the point" : String.join("; ", said);
    }
}
