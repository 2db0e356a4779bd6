package marrow.design.size;

import marrow.montecarlo.KeptBlocks;

/** Where the trials of the sizes of a curve are kept. */
@FunctionalInterface
public interface KeptSizes {
    /** Nothing is kept. */
    KeptSizes NONE = (patients, width) -> KeptBlocks.NONE;

    /** The blocks of trials with so many patients, each with so many columns. */
    KeptBlocks of(int patients, int width);
}
