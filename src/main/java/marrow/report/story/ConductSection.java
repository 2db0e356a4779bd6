package marrow.report.story;

import static marrow.report.story.Material.rounded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.design.sketch.Filling;
import marrow.design.sketch.Spread;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.page.Section;
import marrow.run.TruthOutcome;

/** The trial as it happens: how it fills up, how long it takes and what it uses, and one of them patient by patient. */
final class ConductSection {
    private ConductSection() {}

    static Section of(Material material) {
        List<Part> parts = new ArrayList<>();
        calendar(material).ifPresent(parts::add);
        NumbersFigure.of(material).ifPresent(parts::add);
        parts.add(SwimmerFigure.of(material));
        return new Section("conduct", "Conduct of the trial", parts);
    }

    private static Optional<Part> calendar(Material material) {
        Rows rows = Rows.of("truth", "day", "what", "low", "lower quartile", "median", "upper quartile", "high");
        for (TruthOutcome outcome : material.outcomes()) {
            material.sketch(outcome).ifPresent(sketch -> {
                for (Filling filling : sketch.calendar()) {
                    row(outcome, filling.day(), "enrolled", filling.enrolled(), rows);
                    if (filling.events().trials() > 0) {
                        row(
                                outcome,
                                filling.day(),
                                "with the event " + sketch.counted().name(),
                                filling.events(),
                                rows);
                    }
                }
            });
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part.Figure(
                        "calendar",
                        "calendar",
                        "Accrual and events over calendar time",
                        "Patients enrolled, and those with the event, by the time since the trial opened: the median of "
                                + material.trialsSketched()
                                + " simulated trials, and where the middle half and 95 % of them lie.",
                        Map.of(),
                        rows));
    }

    private static void row(TruthOutcome outcome, double day, String what, Spread spread, Rows rows) {
        rows.row(
                outcome.truth().name(),
                rounded(day),
                what,
                rounded(spread.low()),
                rounded(spread.lowerQuartile()),
                rounded(spread.median()),
                rounded(spread.upperQuartile()),
                rounded(spread.high()));
    }
}
