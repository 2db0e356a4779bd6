package marrow.report.story.sweep;

import java.util.List;
import marrow.analysis.Analysis;
import marrow.report.form.Readout;
import marrow.report.page.Report;
import marrow.report.story.EstimandsSection;
import marrow.scenario.Scenario;
import marrow.sweep.SweepResult;

/** The report of a sweep, in the order that ADEMP gives simulation studies. */
public final class SweepReport {
    private SweepReport() {}

    /** @param primary the analysis that it is about */
    public static Report of(SweepResult result, Analysis primary) {
        Scenario scenario = result.scenario();
        String title = scenario.name() + ": " + scenario.title();
        Points points = Points.of(result, primary);
        if (points.outcomes().isEmpty() && result.size() <= Points.MOST) {
            return new Report(title, "The sweep was interrupted before a trial was finished.", List.of());
        }
        return new Report(
                title,
                "The same trial at " + Readout.counted(result.sweep().size(), "point")
                        + ", on the same patients: " + Readout.counted(result.replicates(), "trial") + " in all, seed "
                        + scenario.seed() + ".",
                List.of(
                        AimsSection.of(points),
                        VariedSection.of(points),
                        EstimandsSection.of(scenario.trial().orElseThrow().study()),
                        MethodsSection.of(points),
                        PerformanceSection.of(points)));
    }
}
