package marrow.design;

import java.util.List;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.look.Committee;
import marrow.look.NoDose;
import marrow.look.Rule;
import marrow.trial.Allocation;
import marrow.trial.Plan;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.Endpoint;
import org.apache.commons.math3.exception.MathIllegalStateException;

/**
 * Makes ready what one thread of a run needs, for a trial of one patient, so that what cannot be run is found when a study is
 * read. What is refused is thrown as an {@link IllegalArgumentException}.
 */
public final class Rehearsal {
    private final Plan plan;
    private final Plan whole;

    public Rehearsal(Plan whole) {
        this.whole = whole;
        plan = new Plan(
                1,
                whole.recruitment(),
                whole.allocation(),
                whole.arms(),
                whole.followUp(),
                whole.horizonDays(),
                whole.seed());
    }

    /** Whether the whole study can be run: one rehearsal in place of one for every part. Where not, the parts tell what is wrong. */
    public boolean goesWell(Study study) {
        try {
            Data data = data(study.variables());
            study.analyses().forEach(analysis -> analysis.desk(data));
            return true;
        } catch (IllegalArgumentException | ArithmeticException | MathIllegalStateException refused) {
            return false;
        }
    }

    /** Whether patients can be shared among the arms as is said. */
    public Allocation allocation() {
        Cohort.of(plan, List.of());
        return plan.allocation();
    }

    /** Whether the patients have what this endpoint is read off. */
    public Endpoint endpoint(Endpoint endpoint) {
        data(List.of(endpoint));
        return endpoint;
    }

    /** Whether this can be analysed. */
    public Analysis analysis(Analysis analysis) {
        analysis.desk(data(analysis.needs()));
        return analysis;
    }

    /** Whether this can be looked at. */
    public Rule rule(Rule rule) {
        Plan of = rule instanceof NoDose ? whole : plan; // phase I needs the patients that it may treat
        Committee.of(List.of(rule), Calendar.of(Cohort.of(of, rule.needs()), plan.followUp()));
        return rule;
    }

    private Data data(List<? extends Endpoint> endpoints) {
        return Data.of(Cohort.of(plan, endpoints), endpoints);
    }
}
