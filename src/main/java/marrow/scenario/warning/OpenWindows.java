package marrow.scenario.warning;

import marrow.analysis.Analysis;
import marrow.analysis.ExactBinomial;
import marrow.design.Study;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Places;
import marrow.scenario.text.Problems;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.cohort.FullDay;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;

/**
 * Warns of answers that are due only after the data are cut: a patient whose window is still open is not in a share, so that one of a trial
 * that ends before is of fewer patients than it enrols. Asked of what counts from entry alone, since nobody knows beforehand when another origin is reached;
 * where the trial ends on a day, by the day on which the last patient of the first trial comes.
 */
final class OpenWindows {
    private final Study study;
    private final Places places;
    private final Problems problems;

    OpenWindows(Study study, Places places, Problems problems) {
        this.study = study;
        this.places = places;
        this.problems = problems;
    }

    void warn() {
        double followed = daysOfTheLast(study.plan());
        for (Endpoint endpoint : study.endpoints()) {
            if (endpoint instanceof Response response && response.from() == null) {
                warn("endpoints", response.name(), response.byDays(), followed);
            }
        }
        for (Analysis analysis : study.analyses()) {
            if (analysis instanceof ExactBinomial binomial
                    && binomial.endpoint().from() == null) {
                warn("analyses", binomial.name(), binomial.day(), followed);
            }
        }
    }

    /** How long the patient who comes last is followed; for ever where that cannot be told. */
    private static double daysOfTheLast(Plan plan) {
        if (plan.followUp() instanceof FollowUp.OfLastPatient last) {
            return last.days();
        }
        return plan.followUp() instanceof FollowUp.Until until
                ? until.day() - FullDay.of(plan).in(0)
                : Double.POSITIVE_INFINITY;
    }

    private void warn(String section, String name, double day, double followed) {
        if (day < Double.POSITIVE_INFINITY && day > followed) {
            problems.warning(
                    places.named(section, name),
                    "the trial ends before day " + Figures.of(day) + " of the patients who come last: they are not in '"
                            + name + "', whatever is known of them");
        }
    }
}
