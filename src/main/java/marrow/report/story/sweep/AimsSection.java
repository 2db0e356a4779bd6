package marrow.report.story.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.montecarlo.Estimate;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Section;
import marrow.report.run.AnalysisText;
import marrow.report.story.Sentences;
import marrow.scenario.Axis;
import marrow.sweep.CellOutcome;

/** What is asked at which points, and the answer in a few numbers. */
final class AimsSection {
    private AimsSection() {}

    static Section of(Points points) {
        List<Part> parts = new ArrayList<>();
        List<String> names = points.sweep().axes().stream().map(Axis::name).toList();
        parts.add(new Part.Words("What difference do "
                + String.join(points.sweep().zipped() ? " with " : " and ", names)
                + " make? Asked first: " + AnalysisText.question(points.primary()) + " ("
                + points.primary().name() + ", " + points.primary().method() + "). The points are compared with "
                + points.reference() + "."));
        parts.add(new Part.Headlines(headlines(points)));
        points.byTruth().forEach((truth, outcomes) -> SweepSentences.of(points, truth, outcomes)
                .forEach(text -> parts.add(new Part.Words(text))));
        return new Section("aims", "Aims", parts);
    }

    /** At the reference, and where the number is least and largest. */
    private static List<Part.Headline> headlines(Points points) {
        List<Part.Headline> headlines = new ArrayList<>();
        for (Map.Entry<String, List<CellOutcome>> one : points.byTruth().entrySet()) {
            List<CellOutcome> known = one.getValue().stream()
                    .filter(outcome -> value(outcome, points).isPresent())
                    .toList();
            if (known.isEmpty()) {
                continue;
            }
            Comparator<CellOutcome> rising = Comparator.comparingDouble(
                    outcome -> value(outcome, points).orElseThrow().value());
            known.stream()
                    .filter(CellOutcome::isReference)
                    .findFirst()
                    .ifPresent(outcome -> headlines.add(headline("at the reference", outcome, points)));
            if (known.size() > 1
                    && !known.get(0).role().isNullOf(points.primary().name())) {
                headlines.add(headline("least", known.stream().min(rising).get(), points));
                headlines.add(headline("largest", known.stream().max(rising).get(), points));
            }
        }
        return headlines;
    }

    private static Optional<Estimate> value(CellOutcome outcome, Points points) {
        return Points.estimate(outcome, points.main());
    }

    private static Part.Headline headline(String which, CellOutcome outcome, Points points) {
        Estimate value = value(outcome, points).orElseThrow();
        boolean share = points.main().share();
        return new Part.Headline(
                SweepSentences.name(points.main(), outcome, points) + " if "
                        + outcome.cell().truth() + " holds, " + which,
                share ? Readout.percent(value.value()) : Readout.withError(value.value(), value.mcse()),
                (share ? "95 % interval " + Sentences.interval(value) + "; " : "") + points.where(outcome));
    }
}
