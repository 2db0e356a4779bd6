package marrow.analysis;

import marrow.trial.ArmRows;
import marrow.trial.TimeToEvent;

/**
 * The exact binomial test of the share without an event at a landmark, with the Clopper-Pearson interval. Who has a competing
 * event first is without the event. For those not followed that far see {@link Lost}.
 *
 * @param day landmark, days since the origin
 */
public record ExactBinomial(String name, TimeToEvent endpoint, int arm, double day, Lost lost, Hypothesis hypothesis)
        implements Analysis {

    @Override
    public String method() {
        return "exact binomial";
    }

    @Override
    public Estimand estimand() {
        return new Estimand.Survival(arm, day);
    }

    @Override
    public Desk desk(Data data) {
        ArmCurve ofArm = data.arm(endpoint, arm);
        ExactTable table = new ExactTable(hypothesis);
        return finding -> {
            ArmRows rows = ofArm.rows();
            int known = 0;
            int without = 0;
            for (int i = 0; i < rows.size(); i++) {
                double time = rows.time()[i];
                int status = rows.status()[i];
                boolean told = time >= day || status != 0;
                boolean event = status == 1 && time <= day;
                if (told || lost != Lost.EXCLUDED) {
                    known++;
                    without += !event && (told || lost == Lost.SUCCEED) ? 1 : 0;
                }
            }
            table.fill(finding, without, known);
            finding.sample(known, known - without);
        };
    }
}
