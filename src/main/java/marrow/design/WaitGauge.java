package marrow.design;

import java.util.List;
import marrow.analysis.Data;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;
import marrow.trial.Calendar;
import marrow.trial.Cohort;
import marrow.trial.FollowUp;

/** Whether the events came for which the end of the trial waits; of a trial that a look stops, whether they would have come. */
final class WaitGauge implements Gauge {
    private final FollowUp followUp;

    WaitGauge(FollowUp.OfEvents followUp) {
        this.followUp = followUp;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public Reader reader(Cohort cohort, Data data) {
        Calendar calendar = Calendar.of(cohort, followUp);
        return (endDay, row, at) -> row[at] = calendar.hasItsEvents() ? 0 : 1;
    }

    @Override
    public List<Metric> metrics(Block block, int at, TrueValues truth) {
        return List.of(new Metric("without_events", Estimate.share(block.column(at))));
    }
}
