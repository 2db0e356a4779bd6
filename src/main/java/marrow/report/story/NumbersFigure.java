package marrow.report.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.design.sketch.NumberOfTrials;
import marrow.design.sketch.Sketch;
import marrow.design.sketch.TrialNumber;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.run.TruthOutcome;

/** How single numbers vary from trial to trial: histograms with the same classes under each truth. */
final class NumbersFigure {
    private static final int CLASSES = 24;

    private NumbersFigure() {}

    static Optional<Part> of(Material material) {
        Rows rows = Rows.of("what", "truth", "from", "to", "trials");
        List<Sketch> sketches = material.outcomes().stream()
                .flatMap(outcome -> material.sketch(outcome).stream())
                .toList();
        if (sketches.isEmpty()) {
            return Optional.empty();
        }
        for (NumberOfTrials number : sketches.get(0).numbers()) {
            if (number.what().of() != TrialNumber.Of.RESPONSES && number.what().of() != TrialNumber.Of.EVENTS) {
                classes(number.what(), material, rows);
            }
        }
        return Optional.of(new Part.Figure(
                "numbers",
                "histogram",
                "How trials differ",
                "Among " + sketches.get(0).trials()
                        + " simulated trials under each truth: their length, the patients enrolled by the end and in each analysis, the estimates, and what was used"
                        + " over all patients until the horizon.",
                Map.of("choose", List.of("what")),
                rows));
    }

    private static String said(TrialNumber what) {
        return switch (what.of()) {
            case DURATION -> "days from the opening to the end";
            case ENROLLED -> "patients enrolled by the end";
            case ANALYSED -> "patients in " + what.name();
            case ESTIMATE -> "estimate of " + what.name();
            case SUM -> what.name() + ", sum over the patients";
            case MEAN -> what.name() + ", mean";
            case RESPONSES, EVENTS -> "patients with " + what.name();
        };
    }

    private static void classes(TrialNumber what, Material material, Rows rows) {
        double[] all = material.outcomes().stream()
                .flatMap(outcome -> material.sketch(outcome).stream())
                .flatMap(sketch -> values(sketch, what).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        Classes classes = Classes.of(all, CLASSES);
        for (TruthOutcome outcome : material.outcomes()) {
            material.sketch(outcome).ifPresent(sketch -> {
                int[] counts = classes.counts(values(sketch, what));
                for (int k = 0; k < counts.length; k++) {
                    rows.row(said(what), outcome.truth().name(), classes.from(k), classes.from(k + 1), counts[k]);
                }
            });
        }
    }

    private static List<Double> values(Sketch sketch, TrialNumber what) {
        List<Double> values = new ArrayList<>();
        for (NumberOfTrials number : sketch.numbers()) {
            if (number.what().equals(what)) {
                number.values().stream().filter(Double::isFinite).forEach(values::add);
            }
        }
        return values;
    }
}
