package marrow.design.metric;

import java.util.List;
import java.util.stream.IntStream;
import marrow.design.OneTrial;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Block;
import marrow.trial.cohort.Cohort;

/** The trial itself: who came until it ended, how long it took, who was lost before the data were cut. */
final class CalendarGauge implements Gauge {
    private static final List<String> NAMES = List.of("duration_days", "accrual_days", "enrolled", "screened", "lost");

    @Override
    public int width() {
        return NAMES.size();
    }

    @Override
    public Reader reader(OneTrial trial) {
        Cohort cohort = trial.cohort();
        return (row, at) -> {
            double endDay = trial.endDay();
            int enrolled = cohort.enrolledBy(endDay);
            row[at] = endDay;
            row[at + 1] = enrolled == 0 ? 0 : cohort.arrivalDay(enrolled - 1);
            row[at + 2] = enrolled;
            row[at + 3] = cohort.screenedFor(enrolled);
            row[at + 4] = cohort.lostBy(trial.cutDay());
        };
    }

    @Override
    public List<Metric> metrics(Block block, int at, TrueValues truth) {
        return IntStream.range(0, NAMES.size())
                .mapToObj(k -> Metric.mean(NAMES.get(k), block, at + k))
                .toList();
    }
}
