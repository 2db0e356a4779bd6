package marrow.design;

import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;

/**
 * A named number of the results. Names are those of docs/results.md.
 *
 * @param column the column of the trials' rows whose mean it is; {@link #NONE} for a number of another kind
 */
public record Metric(String name, Estimate estimate, int column) {
    public static final int NONE = -1;

    public Metric(String name, Estimate estimate) {
        this(name, estimate, NONE);
    }

    /** The mean of a column. */
    static Metric mean(String name, Block block, int column) {
        return new Metric(name, Estimate.mean(block.column(column)), column);
    }
}
