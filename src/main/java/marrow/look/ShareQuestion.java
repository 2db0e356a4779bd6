package marrow.look;

import marrow.analysis.Analysis;
import marrow.analysis.ExactBinomial;
import marrow.analysis.ExactProportion;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.trial.cohort.AnswerDays;
import marrow.trial.cohort.Answers;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.Response;

/**
 * The question of yes or no that an exact test of a share asks of each patient of one arm, for rules that count answers one by one. More answers of yes are hoped for.
 *
 * @param arm whose patients are asked
 */
record ShareQuestion(Analysis analysis, int arm) {
    static ShareQuestion of(Analysis analysis) {
        int arm = analysis instanceof ExactProportion share
                ? share.arm()
                : analysis instanceof ExactBinomial binomial ? binomial.arm() : -1;
        if (arm < 0) {
            throw new IllegalArgumentException(
                    "this rule counts patients: it needs an exact-proportion or an exact-binomial, and "
                            + analysis.name() + " is " + analysis.method());
        }
        if (analysis.hypothesis().alternative() != Alternative.GREATER) {
            throw new IllegalArgumentException(
                    "this rule hopes for a larger share, and " + analysis.name() + " has another alternative");
        }
        if (analysis.endpoint() instanceof Response response && response.byDays() == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("this rule counts answers that are due, and " + response.name()
                    + " has no 'by': nobody's answer is due before the horizon");
        }
        return new ShareQuestion(analysis, arm);
    }

    AnswerDays in(Cohort cohort) {
        if (analysis instanceof ExactProportion share) {
            return AnswerDays.of(cohort, share.endpoint());
        }
        ExactBinomial binomial = (ExactBinomial) analysis;
        int lost =
                switch (binomial.lost()) {
                    case EXCLUDED -> Answers.UNKNOWN;
                    case FAIL -> Answers.NO;
                    case SUCCEED -> Answers.YES;
                };
        return AnswerDays.without(cohort, binomial.endpoint(), binomial.day(), lost);
    }
}
