package marrow.design.size;

import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.analysis.Finding;
import marrow.analysis.Inquiry;
import marrow.montecarlo.Replicates;
import marrow.stats.law.ExactLevel;
import marrow.trial.Plan;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;

/**
 * The trials of a plan, asked by one analysis alone: whether it rejects at a level, of how many patients with how many events.
 * Its patients are those that a run of the plan has.
 *
 * @param alpha in place of the level of the analysis
 */
record Rejections(Plan plan, Analysis analysis, double alpha) implements Replicates {
    static final int REJECTS = 0;
    static final int PATIENTS = 1;
    static final int EVENTS = 2;
    private static final int COLUMNS = 3;

    @Override
    public int width() {
        return COLUMNS;
    }

    /** A power of the trials that did not fail would not be the power. */
    @Override
    public boolean endsTheRun(RuntimeException thrown) {
        return true;
    }

    @Override
    public Worker worker() {
        Cohort cohort = Cohort.of(plan, analysis.needs());
        Calendar cut = Calendar.of(cohort, plan.followUp());
        Data data = Data.of(cohort, analysis.needs());
        Inquiry inquiry = data.inquiry(analysis);
        return (number, row) -> {
            cohort.enrol(number);
            data.cutOn(cut.cutDay());
            Finding finding = inquiry.finding();
            row[REJECTS] = Double.isNaN(finding.p()) ? Double.NaN : ExactLevel.keeps(finding.p(), alpha) ? 1 : 0;
            row[PATIENTS] = finding.patients();
            row[EVENTS] = finding.events();
        };
    }
}
