package marrow.analysis;

import marrow.dist.Hazard;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.stats.survival.ExactPoissonTest;
import marrow.stats.survival.OneSampleLogRank;
import marrow.trial.cohort.ArmRows;
import marrow.trial.endpoint.TimeToEvent;

/**
 * The one-sample log-rank test against a reference curve. It estimates the ratio of observed to expected events, without an
 * interval; {@code LESS} hopes for fewer events than the reference expects.
 *
 * @param reference cumulative hazard of the reference, per day since the origin
 */
public record OneSampleTest(
        String name, TimeToEvent endpoint, int arm, Hazard reference, Form form, Hypothesis hypothesis)
        implements Analysis {
    /** Which variance. */
    public enum Form {
        CLASSIC,
        WU,
        EXACT
    }

    @Override
    public String method() {
        return "one-sample log-rank";
    }

    @Override
    public Estimand estimand() {
        return new Estimand.None();
    }

    @Override
    public Desk desk(Data data) {
        ArmCurve ofArm = data.arm(endpoint, arm);
        return finding -> {
            ArmRows rows = ofArm.rows();
            int n = rows.size();
            double expected = OneSampleLogRank.expected(rows.time(), rows.entry(), n, reference::cumulative);
            OneSampleLogRank test = new OneSampleLogRank(rows.events(), expected);
            finding.sample(n, rows.events());
            finding.test(expected > 0, p(test), hypothesis.alpha());
            if (expected > 0) {
                finding.estimate(rows.events() / expected, Math.sqrt(rows.events()) / expected);
            }
        };
    }

    private double p(OneSampleLogRank test) {
        Alternative side = hypothesis.alternative();
        if (form == Form.EXACT) {
            ExactPoissonTest exact = test.exact();
            return Finding.side(side, exact.pLess(), exact.pGreater(), exact.pTwoSided());
        }
        double z = form == Form.WU ? test.wu() : test.classic();
        return hypothesis.pOfNormal(z);
    }
}
