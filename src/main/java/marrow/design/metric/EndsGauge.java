package marrow.design.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marrow.look.Verdict;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;

/** Bias and coverage of one analysis given how the trials ended: stopped for efficacy, futility or harm, or completed. */
final class EndsGauge {
    private static final Verdict[] ENDS = Verdict.values();

    int width() {
        return 2 * ENDS.length;
    }

    /** @param verdict with which the trial was stopped; {@code GO_ON} for a completed one */
    void read(Verdict verdict, double estimate, double covers, double[] row, int at) {
        for (int k = 0; k < ENDS.length; k++) {
            boolean so = ENDS[k] == verdict;
            row[at + 2 * k] = so ? estimate : Double.NaN;
            row[at + 2 * k + 1] = so ? covers : Double.NaN;
        }
    }

    /** @param truth the true value */
    List<Metric> metrics(Block block, int at, Estimate truth) {
        List<Metric> metrics = new ArrayList<>();
        for (int k = 0; k < ENDS.length; k++) {
            String given =
                    ENDS[k] == Verdict.GO_ON ? "completed" : ENDS[k].name().toLowerCase(Locale.ROOT);
            if (block.column(at + 2 * k).count() > 1) {
                metrics.add(new Metric(
                        "bias_given_" + given,
                        Estimate.mean(block.column(at + 2 * k)).minus(truth)));
            }
            if (block.column(at + 2 * k + 1).count() > 0) {
                metrics.add(
                        new Metric("coverage_given_" + given, Estimate.shareOfPresent(block.column(at + 2 * k + 1))));
            }
        }
        return metrics;
    }
}
