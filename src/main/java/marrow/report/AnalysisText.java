package marrow.report;

import marrow.design.Analysis;
import marrow.design.Estimand;
import marrow.design.Hypothesis;
import marrow.stats.proportion.ExactBinomialTest.Alternative;

/** What an analysis asks, in a line: {@code PFS at 1 y above 65 %, alpha 0.05 one-sided}. */
final class AnalysisText {
    private AnalysisText() {}

    static String question(Analysis analysis) {
        Hypothesis hypothesis = analysis.hypothesis();
        String what = analysis.endpoint().name() + at(analysis.estimand());
        if (hypothesis == null) {
            return what;
        }
        String sides = hypothesis.alternative() == Alternative.TWO_SIDED ? "two-sided" : "one-sided";
        return what + against(analysis.estimand(), hypothesis) + ", alpha " + Readout.number(hypothesis.alpha()) + " "
                + sides;
    }

    private static String at(Estimand estimand) {
        if (estimand instanceof Estimand.Survival survival) {
            return " at " + Readout.time(survival.day());
        }
        if (estimand instanceof Estimand.Incidence incidence) {
            return " by " + Readout.time(incidence.day());
        }
        return "";
    }

    private static String against(Estimand estimand, Hypothesis hypothesis) {
        if (estimand instanceof Estimand.None || estimand instanceof Estimand.Difference) {
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
