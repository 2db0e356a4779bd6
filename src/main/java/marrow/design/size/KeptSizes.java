package marrow.design.size;

import marrow.montecarlo.Columns;
import marrow.montecarlo.KeptBlocks;

/** Where the trials of the sizes of a curve are kept. */
@FunctionalInterface
public interface KeptSizes {
    /** Nothing is kept. */
    KeptSizes NONE = (patients, columns) -> KeptBlocks.NONE;

    /** The blocks of trials with so many patients, each with these columns. */
    KeptBlocks of(int patients, Columns columns);
}
