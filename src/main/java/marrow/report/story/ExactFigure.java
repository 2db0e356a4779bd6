package marrow.report.story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import marrow.analysis.Analysis;
import marrow.analysis.ExactBinomial;
import marrow.analysis.ExactProportion;
import marrow.analysis.Hypothesis;
import marrow.design.size.Coming;
import marrow.design.size.PowerAt;
import marrow.montecarlo.Estimate;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.run.TruthOutcome;
import marrow.stats.exact.ExactSingleStage;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.trial.Arm;
import marrow.trial.Plan;

/** The teeth of exact tests: level attained and power by the number of patients in the analysis, enumerated. */
final class ExactFigure {
    private static final int AROUND = 15;
    private static final String LEVEL = "level attained";
    private static final double USUAL_POWER = 0.8;

    private ExactFigure() {}

    static Optional<Part> of(Material material) {
        Map<String, Integer> planned = new LinkedHashMap<>();
        Rows rows = Rows.of("analysis", "patients", "reject from", "panel", "what", "value", "level");
        for (Analysis analysis : material.study().analyses()) {
            Hypothesis asked = analysis.hypothesis();
            boolean exact = analysis instanceof ExactBinomial || analysis instanceof ExactProportion;
            if (exact && asked.alternative() == Alternative.GREATER && asked.nullValue() > 0 && asked.nullValue() < 1) {
                planned.put(analysis.name(), planned(analysis, material));
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
                                + " of successes steps up. The upright line is the planned number of patients of its arm, or as many of them as come to the"
                                + " analysis where that is a part; the level ones are 80 % power and the level of the test.",
                        settings(planned),
                        rows));
    }

    /**
     * The patients of the arm, as its share says; where fewer of them are in the analysis by its endpoint, as many as are, as when a size is looked for. Trials that
     * are stopped early tell nothing of that.
     */
    private static int planned(Analysis analysis, Material material) {
        Plan plan = material.study().plan();
        int arm = analysis instanceof ExactBinomial test ? test.arm() : ((ExactProportion) analysis).arm();
        double all = plan.arms().stream().mapToDouble(Arm::share).sum();
        double part = arm < 0 ? 1 : plan.arms().get(arm).share() / all;
        int ofArm = Math.max(1, (int) Math.rint(plan.patients() * part));
        if (!material.study().rules().isEmpty()) {
            return ofArm;
        }
        double analysed = Metrics.of(
                        material.outcomes().get(0).results().analyses().get(analysis.name()))
                .find("patients")
                .map(Estimate::value)
                .orElse((double) ofArm);
        return Coming.of(new PowerAt(ofArm, null, analysed, 0)).analysedOf(ofArm);
    }

    /** One line where all are planned with as many, else one for each number. */
    private static Map<String, Object> settings(Map<String, Integer> planned) {
        Map<Integer, List<String>> by = planned.entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, TreeMap::new, mapping(Map.Entry::getKey, toList())));
        List<Map<String, Object>> marked = new ArrayList<>();
        by.forEach((patients, names) -> marked.add(new TreeMap<>(Map.of(
                "at", patients, "text", by.size() == 1 ? "planned" : "planned, " + String.join(" and ", names)))));
        return Map.of(
                "choose", List.of("analysis"),
                "x", "patients",
                "xLabel", "patients in the analysis",
                "panel", "panel",
                "series", "what",
                "scale", "share",
                "marked", marked,
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
        int planned = planned(analysis, material);
        // p1 has no part in the critical number nor in the level
        return ExactSingleStage.sawtooth(
                p0, (1 + p0) / 2, analysis.hypothesis().alpha(), Math.max(2, planned - AROUND), planned + AROUND);
    }
}
