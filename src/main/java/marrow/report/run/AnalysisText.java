package marrow.report.run;

import marrow.analysis.Analysis;
import marrow.analysis.Estimand;
import marrow.analysis.Hypothesis;
import marrow.report.form.Readout;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.trial.endpoint.Stratification;

/** What an analysis asks, in a line: {@code PFS at 1 y above 65 %, one-sided 0.05}. */
public final class AnalysisText {
    private AnalysisText() {}

    public static String question(Analysis analysis) {
        return question(analysis, analysis.hypothesis());
    }

    /** With another level than its own. */
    public static String question(Analysis analysis, double alpha) {
        return question(analysis, analysis.hypothesis().at(alpha));
    }

    private static String question(Analysis analysis, Hypothesis hypothesis) {
        String what = analysis.endpoint().name() + at(analysis.estimand()) + within(analysis);
        if (hypothesis == null) {
            return what;
        }
        String sides = hypothesis.alternative() == Alternative.TWO_SIDED ? "two-sided" : "one-sided";
        return what + against(analysis.estimand(), hypothesis) + ", " + sides + " "
                + Readout.number(hypothesis.alpha());
    }

    /** When, where it is of a time: {@code  at 1 y}. */
    public static String at(Estimand estimand) {
        if (estimand instanceof Estimand.Survival survival) {
            return " at " + Readout.time(survival.day());
        }
        if (estimand instanceof Estimand.Incidence incidence) {
            return " by " + Readout.time(incidence.day());
        }
        if (estimand instanceof Estimand.RestrictedMean mean) {
            return " to " + Readout.time(mean.day());
        }
        return estimand instanceof Estimand.Difference difference ? at(difference.of()) : "";
    }

    private static String within(Analysis analysis) {
        return analysis.needs().stream()
                .filter(Stratification.class::isInstance)
                .map(strata -> " within " + strata.name())
                .findFirst()
                .orElse("");
    }

    /** A test between groups has no null value of its own. */
    private static String against(Estimand estimand, Hypothesis hypothesis) {
        if (!(estimand instanceof Estimand.Survival
                || estimand instanceof Estimand.Incidence
                || estimand instanceof Estimand.Share)) {
            return "";
        }
        String side =
                switch (hypothesis.alternative()) {
                    case GREATER -> " above ";
                    case LESS -> " below ";
                    case TWO_SIDED -> " other than ";
                };
        return side + Readout.percent(hypothesis.nullValue());
    }
}
