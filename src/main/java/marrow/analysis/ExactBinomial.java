package marrow.analysis;

import marrow.trial.cohort.ArmRows;
import marrow.trial.endpoint.TimeToEvent;

/**
 * The exact binomial test of the share without an event at a landmark, with the Clopper-Pearson interval. Who has a competing
 * event first is without the event. Patients count from the day on which the landmark has come, also those who had the event before: early in a trial they
 * would be among events alone. For those who are lost before it see {@link Lost}.
 *
 * @param day landmark, days since the origin
 */
public record ExactBinomial(String name, TimeToEvent endpoint, int arm, double day, Lost lost, Hypothesis hypothesis)
        implements Analysis {

    @Override
    public String method() {
        return "exact binomial";
    }

    /** Events after the landmark are none. */
    @Override
    public boolean countsAll(int arms) {
        return false;
    }

    @Override
    public Estimand estimand() {
        return new Estimand.Survival(arm, day);
    }

    @Override
    public Desk desk(Data data) {
        ArmCurve ofArm = data.arm(endpoint, arm);
        ExactTable table = new ExactTable(hypothesis);
        int anyway = lost == Lost.EXCLUDED ? 0 : 1;
        int asSuccess = lost == Lost.SUCCEED ? 1 : 0;
        ArmLandmark landmark = ofArm.on(day);
        return finding -> {
            ArmRows rows = ofArm.rows();
            boolean allDue = rows.areAllDue(day);
            if (allDue && landmark.isComplete()) {
                fill(finding, table, landmark.patients(), landmark.patients() - landmark.withEvent());
                return;
            }
            double[] time = rows.time();
            int[] status = rows.status();
            int known = 0;
            int without = 0;
            for (int i = 0; i < rows.size(); i++) { // no branch: who has the event, and by when, cannot be guessed
                int due = allDue || rows.isDue(i, day) ? 1 : 0;
                int told = (time[i] >= day ? 1 : 0) | (status[i] != 0 ? 1 : 0);
                int event = (time[i] <= day ? 1 : 0) & (status[i] == 1 ? 1 : 0);
                int counts = due & (told | anyway);
                known += counts;
                without += counts & (told | asSuccess) & (1 - event);
            }
            fill(finding, table, known, without);
        };
    }

    private static void fill(Finding finding, ExactTable table, int known, int without) {
        table.fill(finding, without, known);
        finding.sample(known, known - without);
    }
}
