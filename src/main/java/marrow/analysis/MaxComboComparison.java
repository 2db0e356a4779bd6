package marrow.analysis;

import java.util.Arrays;
import java.util.List;
import marrow.stats.comparison.MaxCombo;
import marrow.stats.comparison.Weighting;
import marrow.stats.proportion.ExactBinomialTest.Alternative;

/**
 * The largest of several weighted log-rank tests of two groups. {@code LESS} hopes for fewer events in the later group;
 * the other side alone is not asked for.
 */
public record MaxComboComparison(Comparison of, List<Weighting> weightings, Hypothesis hypothesis)
        implements ComparisonAnalysis {
    /** Four weights, of which one is the sum of two others. */
    public static final List<Weighting> USUAL = List.of(
            Weighting.LOG_RANK,
            Weighting.flemingHarrington(1, 0),
            Weighting.flemingHarrington(0, 1),
            Weighting.flemingHarrington(1, 1));

    private static final int MOST = 3; // without such a relation: the normal integral knows no more

    public MaxComboComparison {
        weightings = List.copyOf(weightings);
        if (of.grouping().groups() != 2) {
            throw new IllegalArgumentException(
                    "max-combo compares two groups, not " + of.grouping().groups());
        }
        if (weightings.isEmpty() || (weightings.size() > MOST && !weightings.equals(USUAL))) {
            throw new IllegalArgumentException("max-combo takes up to " + MOST
                    + " weights, or the four of Fleming and Harrington with powers 0 and 1, not " + weightings.size());
        }
        if (hypothesis.alternative() == Alternative.GREATER) {
            throw new IllegalArgumentException("max-combo asks for less, or is two-sided");
        }
    }

    @Override
    public String method() {
        return "MaxCombo";
    }

    @Override
    public boolean estimates() {
        return false;
    }

    @Override
    public Estimand estimand() {
        return new Estimand.None();
    }

    @Override
    public Desk desk(Data data) {
        GroupedRows rows = new GroupedRows(data, of, false);
        Weighting[] weights = weightings.toArray(Weighting[]::new);
        return finding -> {
            rows.take();
            int[] group = Arrays.copyOf(rows.group(), rows.size());
            int[] stratum = rows.stratum() == null ? null : Arrays.copyOf(rows.stratum(), rows.size());
            MaxCombo test = MaxCombo.stratified(rows.copy(), group, stratum, weights);
            finding.sample(rows.size(), rows.events());
            double p = hypothesis.alternative() == Alternative.LESS ? test.pFewer() : test.p();
            finding.test(test.statistic() > 0, p, hypothesis.alpha());
        };
    }
}
