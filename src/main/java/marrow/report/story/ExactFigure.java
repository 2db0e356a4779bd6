package marrow.report.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import marrow.analysis.Analysis;
import marrow.analysis.ExactBinomial;
import marrow.analysis.ExactProportion;
import marrow.analysis.Hypothesis;
import marrow.montecarlo.Estimate;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.run.TruthOutcome;
import marrow.stats.exact.ExactSingleStage;
import marrow.stats.proportion.ExactBinomialTest.Alternative;

/** The teeth of exact tests: level attained and power by the number of patients in the analysis, enumerated. */
final class ExactFigure {
    private static final int AROUND = 15;
    private static final String LEVEL = "level attained";
    private static final double USUAL_POWER = 0.8;

    private ExactFigure() {}

    static Optional<Part> of(Material material) {
        Rows rows = Rows.of("analysis", "patients", "reject from", "panel", "what", "value", "level");
        for (Analysis analysis : material.study().analyses()) {
            Hypothesis asked = analysis.hypothesis();
            boolean exact = analysis instanceof ExactBinomial || analysis instanceof ExactProportion;
            if (exact && asked.alternative() == Alternative.GREATER && asked.nullValue() > 0 && asked.nullValue() < 1) {
                rows(analysis, material, rows);
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part.Figure(
                        "exact",
                        "lines",
                        "The exact test by the number of patients",
                        "Enumerated, not simulated: the level that the exact binomial test attains and its power, if so many patients are in the"
                                + " analysis. Power is at the true value under each alternative. Both are sawteeth, for the critical number"
                                + " of successes steps up. The upright line is the planned number of patients, the level ones"
                                + " 80 % power and the level of the test.",
                        settings(material.study().plan().patients()),
                        rows));
    }

    private static Map<String, Object> settings(int planned) {
        return Map.of(
                "choose", List.of("analysis"),
                "x", "patients",
                "xLabel", "patients in the analysis",
                "panel", "panel",
                "series", "what",
                "scale", "share",
                "marked", List.of(new TreeMap<>(Map.of("at", planned, "text", "planned"))),
                "tell", List.of("reject from"));
    }

    /** Power above, the level below. */
    private static void rows(Analysis analysis, Material material, Rows rows) {
        for (TruthOutcome outcome : material.outcomes()) {
            Optional<Estimate> truth = Metrics.of(outcome.results().analyses().get(analysis.name()))
                    .find("true_value");
            if (!outcome.truth().role().isNullOf(analysis.name()) && truth.isPresent()) {
                for (ExactSingleStage test : tests(analysis, material)) {
                    String what = "power if " + outcome.truth().name();
                    double power = test.rejects(truth.get().value());
                    rows.row(analysis.name(), test.n(), test.rejectFrom(), "power", what, power, USUAL_POWER);
                }
            }
        }
        double alpha = analysis.hypothesis().alpha();
        for (ExactSingleStage test : tests(analysis, material)) {
            double attained = test.typeOneError();
            rows.row(analysis.name(), test.n(), test.rejectFrom(), LEVEL, LEVEL, attained, alpha);
        }
    }

    private static List<ExactSingleStage> tests(Analysis analysis, Material material) {
        double p0 = analysis.hypothesis().nullValue();
        int planned = material.study().plan().patients();
        // p1 has no part in the critical number nor in the level
        return ExactSingleStage.sawtooth(
                p0, (1 + p0) / 2, analysis.hypothesis().alpha(), Math.max(2, planned - AROUND), planned + AROUND);
    }
}
