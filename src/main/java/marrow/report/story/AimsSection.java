package marrow.report.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import marrow.analysis.Analysis;
import marrow.montecarlo.Estimate;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.page.Section;
import marrow.report.run.AnalysisText;
import marrow.report.run.TruthText;
import marrow.run.TruthOutcome;

/** What the study asks, the answer in a few numbers, and under which truths it was looked for. */
final class AimsSection {
    private AimsSection() {}

    static Section of(Material material) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Words(question(material)));
        parts.add(new Part.Headlines(headlines(material)));
        material.primary().ifPresent(analysis -> material.outcomes().stream()
                .map(outcome -> Sentences.of(analysis, outcome))
                .filter(text -> !text.isEmpty())
                .forEach(text -> parts.add(new Part.Words(text))));
        parts.add(new Part.Sheet("The truths under which trials were simulated", truths(material), false));
        return new Section("aims", "Aims", parts);
    }

    private static String question(Material material) {
        String study = material.run().scenario().study().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
        String patients = Readout.counted(material.study().plan().patients(), "patient");
        String arms = material.arms().size() == 1 ? "one arm" : "the arms " + String.join(", ", material.arms());
        String asked = material.primary()
                .map(analysis -> " First of its questions: " + AnalysisText.question(analysis) + " (" + analysis.name()
                        + ", " + analysis.method() + ").")
                .orElse(" It tests nothing: it estimates its endpoints.");
        return "What would a trial of " + patients + " in " + arms + " achieve?" + asked
                + (study.isEmpty() ? "" : " Of the study it is known: " + study + ".");
    }

    private static List<Part.Headline> headlines(Material material) {
        List<Part.Headline> headlines = new ArrayList<>();
        for (TruthOutcome outcome : material.outcomes()) {
            material.primary()
                    .ifPresent(analysis -> rejection(outcome, analysis).ifPresent(headlines::add));
        }
        TruthOutcome first = material.outcomes().get(0);
        Metrics trial = Metrics.of(first.results().trial());
        trial.find("duration_days").ifPresent(days -> headlines.add(length(days, first)));
        return headlines;
    }

    private static Optional<Part.Headline> rejection(TruthOutcome outcome, Analysis analysis) {
        String what = (outcome.truth().role().isNullOf(analysis.name()) ? "Type I error of " : "Power of ")
                + analysis.name() + " if " + outcome.truth().name() + " holds";
        return Metrics.of(outcome.results().analyses().get(analysis.name()))
                .rejection()
                .map(share -> new Part.Headline(
                        what, Readout.percent(share.value()), "95 % interval " + Sentences.interval(share)));
    }

    private static Part.Headline length(Estimate days, TruthOutcome outcome) {
        return new Part.Headline(
                "Years from the opening to the end, if " + outcome.truth().name() + " holds",
                Readout.fixed(days.value() / 365.25, 1),
                "mean of " + Readout.counted(outcome.results().replicates(), "trial"));
    }

    private static Rows truths(Material material) {
        Rows rows = Rows.of("truth", "role", "what holds", "trials", "failed");
        for (TruthOutcome outcome : material.outcomes()) {
            rows.row(
                    outcome.truth().name(),
                    outcome.truth().role().said(),
                    holds(outcome),
                    Readout.count(outcome.results().replicates()),
                    Readout.count(outcome.results().failed()));
        }
        return rows;
    }

    private static String holds(TruthOutcome outcome) {
        List<String> parts = TruthText.given(outcome.truth());
        for (TruthOutcome.Found found : outcome.tilts()) {
            parts.add(found.tilt().written() + " is "
                    + Readout.percent(found.tilt().target()) + ", by the hazard of "
                    + String.join(", ", found.tilt().clocks()) + " times " + Readout.number(found.factor()));
        }
        return parts.isEmpty() ? "the scenario as it stands" : String.join("; ", parts);
    }
}
