package marrow.design.metric;

import java.util.List;
import java.util.Optional;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;

/**
 * A named number of the results. Names are those of docs/results.md.
 *
 * @param column the column of the trials' rows whose mean it is; {@link #NONE} for a number of another kind
 */
public record Metric(String name, Estimate estimate, int column) {
    static final int NONE = -1;

    /** Begins the name of the share of the trials that have no estimate; the name of what is estimated follows. */
    public static final String WITHOUT = "without_estimate_";

    Metric(String name, Estimate estimate) {
        this(name, estimate, NONE);
    }

    /** The mean of a column. */
    static Metric mean(String name, Block block, int column) {
        return new Metric(name, Estimate.mean(block.column(column)), column);
    }

    /** The share of the trials that have no estimate of this name in their column: the mean of the others is not of these. */
    static Metric without(String name, Block block, int column) {
        return new Metric(WITHOUT + name, Estimate.share(block.column(column).missing(), block.replicates()));
    }

    /** The number of this name among others. */
    public static Optional<Estimate> find(List<Metric> metrics, String name) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .map(Metric::estimate)
                .findFirst();
    }
}
