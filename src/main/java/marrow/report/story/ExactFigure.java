package marrow.report.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.ExactBinomial;
import marrow.analysis.ExactProportion;
import marrow.analysis.Hypothesis;
import marrow.design.Role;
import marrow.montecarlo.Estimate;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.run.TruthOutcome;
import marrow.stats.exact.ExactSingleStage;
import marrow.stats.proportion.ExactBinomialTest.Alternative;

/** The teeth of exact tests: level attained and power by the number of patients in the analysis, enumerated. */
final class ExactFigure {
    private static final int AROUND = 15;

    private ExactFigure() {}

    static Optional<Part> of(Material material) {
        Rows rows = Rows.of("analysis", "patients", "reject from", "what", "value", "alpha", "planned");
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
                        "exact",
                        "The exact test by the number of patients",
                        "Enumerated, not simulated: the level that the exact binomial test attains and its power, if so many patients are in the"
                                + " analysis. Power is at the true value under each alternative. Both are sawteeth, for the critical number"
                                + " of successes steps up. The upright line is the planned number of patients, the level ones"
                                + " 80 % power and the level of the test.",
                        Map.of("choose", List.of("analysis")),
                        rows));
    }

    private static void rows(Analysis analysis, Material material, Rows rows) {
        double p0 = analysis.hypothesis().nullValue();
        double alpha = analysis.hypothesis().alpha();
        int planned = material.study().plan().patients();
        for (int n = Math.max(2, planned - AROUND); n <= planned + AROUND; n++) {
            // p1 has no part in the critical number nor in the level
            ExactSingleStage test = ExactSingleStage.ofSize(n, p0, (1 + p0) / 2, alpha);
            rows.row(analysis.name(), n, test.rejectFrom(), "level attained", test.typeOneError(), alpha, planned);
            for (TruthOutcome outcome : material.outcomes()) {
                Optional<Estimate> truth = Metrics.of(
                                outcome.results().analyses().get(analysis.name()))
                        .find("true_value");
                if (outcome.truth().role() != Role.NULL && truth.isPresent()) {
                    double power = test.rejects(truth.get().value());
                    rows.row(
                            analysis.name(),
                            n,
                            test.rejectFrom(),
                            "power if " + outcome.truth().name(),
                            power,
                            alpha,
                            planned);
                }
            }
        }
    }
}
