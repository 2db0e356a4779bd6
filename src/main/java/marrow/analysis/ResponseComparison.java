package marrow.analysis;

import java.util.ArrayList;
import java.util.List;
import marrow.stats.proportion.ChiSquareTable;
import marrow.stats.proportion.CochranMantelHaenszel;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.stats.proportion.FisherExact;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.Stratification;

/**
 * The comparison of the shares of responses in groups. {@code GREATER} hopes for more in the later of two groups. It estimates the
 * difference of the shares with Wald's interval; within strata, the logarithm of the common odds ratio of Mantel and Haenszel.
 *
 * @param strata for the test of Cochran, Mantel and Haenszel; else null
 */
public record ResponseComparison(
        String name, Response endpoint, Grouping grouping, Stratification strata, Form form, Hypothesis hypothesis)
        implements Analysis {
    /** Which test. */
    public enum Form {
        FISHER("Fisher exact"),
        CHI_SQUARE("chi-square"),
        YATES("chi-square, Yates"),
        COCHRAN_MANTEL_HAENSZEL("Mantel-Haenszel, log OR");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    public ResponseComparison {
        if (form == Form.CHI_SQUARE) {
            hypothesis.ofGroups(grouping.groups());
        } else if (grouping.groups() != 2) {
            throw new IllegalArgumentException("this test is of two groups, not of " + grouping.groups());
        }
        if ((form == Form.COCHRAN_MANTEL_HAENSZEL) != (strata != null)) {
            throw new IllegalArgumentException(
                    "strata go with the test of Cochran, Mantel and Haenszel, and it with them");
        }
    }

    @Override
    public String method() {
        return form.words;
    }

    @Override
    public List<Endpoint> needs() {
        List<Endpoint> needs = new ArrayList<>(grouping.needs());
        needs.add(endpoint);
        if (strata != null) {
            needs.add(strata);
        }
        return needs;
    }

    @Override
    public boolean countsAll(int arms) {
        return grouping.countsAll(arms);
    }

    @Override
    public boolean estimates() {
        return grouping.groups() == 2;
    }

    @Override
    public Estimand estimand() {
        if (!(grouping instanceof Grouping.OfArms arms) || arms.groups() != 2) {
            return new Estimand.None();
        }
        int reference = arms.arms().get(0);
        int arm = arms.arms().get(1);
        return strata == null
                ? new Estimand.Difference(new Estimand.Share(arm), new Estimand.Share(reference))
                : new Estimand.LogOddsRatio(arm, reference, strata);
    }

    @Override
    public Desk desk(Data data) {
        ResponseCounts counts = new ResponseCounts(data, endpoint, grouping, strata);
        return finding -> {
            counts.count();
            int known = 0;
            int yes = 0;
            int groups = 0;
            for (int group = 0; group < grouping.groups(); group++) {
                known += counts.known(group);
                yes += counts.yes(group);
                groups += counts.known(group) > 0 ? 1 : 0;
            }
            finding.sample(known, yes);
            if (form == Form.COCHRAN_MANTEL_HAENSZEL) {
                stratified(CochranMantelHaenszel.of(counts.stratified()), finding);
            } else {
                finding.test(groups > 1 && yes > 0 && yes < known, p(counts), hypothesis.alpha());
                estimate(counts, finding);
            }
        };
    }

    private void stratified(CochranMantelHaenszel test, Finding finding) {
        finding.test(test.informative(), hypothesis.pOfNormal(test.z()), hypothesis.alpha());
        if (test.oddsRatio().isPresent()) {
            finding.normal(
                    StrictMath.log(test.oddsRatio().getAsDouble()),
                    Math.sqrt(test.logVariance().getAsDouble()),
                    hypothesis.level());
        }
    }

    private double p(ResponseCounts counts) {
        if (form == Form.FISHER) {
            FisherExact test = FisherExact.of(counts.yes(1), counts.no(1), counts.yes(0), counts.no(0));
            return Finding.side(hypothesis.alternative(), test.pLess(), test.pGreater(), test.p());
        }
        ChiSquareTable test = form == Form.YATES
                ? ChiSquareTable.yates(counts.yes(1), counts.no(1), counts.yes(0), counts.no(0))
                : ChiSquareTable.of(counts.table());
        return hypothesis.alternative() == Alternative.TWO_SIDED
                ? test.p()
                : hypothesis.pOfNormal(Math.copySign(Math.sqrt(test.chiSquare()), difference(counts)));
    }

    private void estimate(ResponseCounts counts, Finding finding) {
        if (grouping.groups() == 2 && counts.known(0) > 0 && counts.known(1) > 0) {
            double variance = variance(counts, 0) + variance(counts, 1);
            finding.normal(difference(counts), Math.sqrt(variance), hypothesis.level());
        }
    }

    /** 0 where a group is empty. */
    private static double difference(ResponseCounts counts) {
        return counts.known(0) == 0 || counts.known(1) == 0 ? 0 : share(counts, 1) - share(counts, 0);
    }

    private static double share(ResponseCounts counts, int group) {
        return (double) counts.yes(group) / counts.known(group);
    }

    private static double variance(ResponseCounts counts, int group) {
        double p = share(counts, group);
        return p * (1 - p) / counts.known(group);
    }
}
