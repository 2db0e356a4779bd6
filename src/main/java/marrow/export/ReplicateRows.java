package marrow.export;

import java.util.List;
import marrow.analysis.Analysis;
import marrow.analysis.Finding;
import marrow.design.AnalysedTrial;
import marrow.design.OneTrial;
import marrow.report.form.CsvField;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Truth;

/** What the analyses find in one trial after the other, as comma-separated values: a row a trial and analysis. Empty where they say nothing. */
public final class ReplicateRows {
    public static final String HEADING =
            "scenario,truth,replicate,cut_day,end_day,stopped_by,analysis,endpoint,p,rejects,estimate,standard_error,lower,upper,patients,events\n";

    private final List<Analysis> analyses;
    private final String start;
    private final StringBuilder rows = new StringBuilder();

    private ReplicateRows(Scenario scenario, Truth truth, List<Analysis> analyses) {
        this.analyses = analyses;
        start = CsvField.of(scenario.name()) + "," + CsvField.of(truth.name()) + ",";
    }

    /** @param analyses of the study, in its order */
    public static ReplicateRows of(Scenario scenario, Truth truth, List<Analysis> analyses) {
        return new ReplicateRows(scenario, truth, analyses);
    }

    /** The rows of the trial at hand. */
    public String of(AnalysedTrial analysed) {
        rows.setLength(0);
        OneTrial trial = analysed.trial();
        List<Finding> findings = analysed.findings();
        for (int k = 0; k < analyses.size(); k++) {
            begin(trial.replicate());
            rows.append(trial.cutDay())
                    .append(',')
                    .append(trial.endDay())
                    .append(',')
                    .append(trial.stoppedBy()
                            .map(rule -> CsvField.of(rule.name()))
                            .orElse(""));
            name(analyses.get(k));
            Finding finding = findings.get(k);
            number(finding.p());
            rows.append(',').append(Double.isNaN(finding.p()) ? "" : analysed.rejects(k) ? "1" : "0");
            number(finding.estimate());
            number(finding.standardError());
            number(finding.lower());
            number(finding.upper());
            rows.append(',')
                    .append(finding.patients())
                    .append(',')
                    .append(finding.events())
                    .append('\n');
        }
        return rows.toString();
    }

    /** The rows of a trial that came to no answer. */
    public String ofFailed(long replicate) {
        rows.setLength(0);
        for (Analysis analysis : analyses) {
            begin(replicate);
            rows.append(",,");
            name(analysis);
            rows.append(",,,,,,,,\n");
        }
        return rows.toString();
    }

    private void begin(long replicate) {
        rows.append(start).append(replicate).append(',');
    }

    private void name(Analysis analysis) {
        rows.append(',')
                .append(CsvField.of(analysis.name()))
                .append(',')
                .append(CsvField.of(analysis.endpoint().name()));
    }

    private void number(double value) {
        rows.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
    }
}
