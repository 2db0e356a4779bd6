package marrow.report.story;

import java.util.List;
import marrow.report.page.Report;
import marrow.run.RunResult;

/**
 * The report of a run, in the order that ADEMP gives simulation studies (Morris, White and Crowther 2019): aims, data-generating
 * mechanism, estimands, methods, performance.
 */
public final class RunReport {
    private RunReport() {}

    public static Report of(RunResult run) {
        return new Report(
                run.scenario().name() + ": " + run.scenario().title(),
                "A simulation of the trial, under each truth that the scenario names.",
                List.of(PerformanceSection.of(run)));
    }
}
