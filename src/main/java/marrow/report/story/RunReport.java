package marrow.report.story;

import java.util.List;
import java.util.Map;
import marrow.design.sketch.Sketch;
import marrow.report.form.Readout;
import marrow.report.page.Report;
import marrow.run.RunResult;

/**
 * The report of a run, in the order that ADEMP gives simulation studies (Morris, White and Crowther 2019): aims, data-generating
 * mechanism, estimands, methods, performance.
 */
public final class RunReport {
    private RunReport() {}

    /** @param sketches of the studies, by truth */
    public static Report of(RunResult run, Map<String, Sketch> sketches) {
        String title = run.scenario().name() + ": " + run.scenario().title();
        if (run.outcomes().isEmpty()) {
            return new Report(title, "The run was interrupted before a trial was finished.", List.of());
        }
        Material material = new Material(run, sketches);
        return new Report(
                title,
                "What the trial would achieve: simulated under "
                        + Readout.counted(run.outcomes().size(), "truth")
                        + " with "
                        + Readout.counted(
                                run.outcomes().stream()
                                        .mapToLong(outcome -> outcome.results().replicates())
                                        .sum(),
                                "trial")
                        + " in all, seed " + run.seed() + ".",
                List.of(
                        AimsSection.of(material),
                        JourneySection.of(material),
                        EstimandsSection.of(material.study()),
                        MethodsSection.of(material),
                        PerformanceSection.of(material),
                        ConductSection.of(material)));
    }
}
