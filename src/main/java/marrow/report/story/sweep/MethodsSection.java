package marrow.report.story.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import marrow.design.Study;
import marrow.design.metric.Precision;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Section;
import marrow.sweep.CellOutcome;

/** How the trials of the points are run, analysed, simulated and compared. */
final class MethodsSection {
    private MethodsSection() {}

    static Section of(Points points) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Words("The trial as the scenario has it, wherever the sweep does not vary it:"));
        Study study = points.result().scenario().trial().orElseThrow().study();
        parts.addAll(marrow.report.story.MethodsSection.plan(study));
        marrow.report.story.MethodsSection.looks(study).ifPresent(parts::add);
        parts.add(new Part.Words(trials(points)
                + " Random numbers have addresses: seed "
                + points.result().scenario().seed()
                + ", trial, patient, event. So trial 17 has the same patients at every point, and they differ only by what the point changes"
                + " (common random numbers). A difference is the mean over the trials of the difference from the same trial at the reference; its error"
                + " is that of the pairs. In brackets stands the Monte Carlo error; a trial without an answer counts as one in which nothing is"
                + " rejected."));
        return new Section("methods", "Methods", parts);
    }

    private static String trials(Points points) {
        LongSummaryStatistics trials = points.outcomes().stream()
                .mapToLong((CellOutcome outcome) -> outcome.results().replicates())
                .summaryStatistics();
        if (trials.getCount() == 0) {
            return Readout.count(points.result().wanted()) + " trials a point at the most.";
        }
        String some = Readout.count(trials.getMin())
                + (trials.getMin() == trials.getMax() ? "" : " to " + Readout.count(trials.getMax()));
        Precision precision = points.result().precision();
        return some + " trials a point"
                + (precision.isNone()
                        ? "."
                        : ", until the precision asked for was reached, at the most "
                                + Readout.count(points.result().wanted()) + ".");
    }
}
