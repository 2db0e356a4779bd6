package marrow.design.metric;

import java.util.List;
import marrow.design.OneTrial;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;

/** Whether a trial that ends with some event, and that no look stopped, went to its end without it. */
final class WaitGauge implements Gauge {
    @Override
    public int width() {
        return 1;
    }

    @Override
    public Reader reader(OneTrial trial) {
        return (row, at) -> row[at] = trial.waitedInVain() ? 1 : 0;
    }

    @Override
    public List<Metric> metrics(Block block, int at, TrueValues truth) {
        return List.of(new Metric("without_events", Estimate.share(block.column(at))));
    }
}
