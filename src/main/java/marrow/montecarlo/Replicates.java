package marrow.montecarlo;

/**
 * Something that can be repeated: replicate r is a function of r alone, and answers with one row of numbers. A number is
 * NaN where the replicate has no answer.
 */
public interface Replicates {
    /** How many numbers a row has. */
    int width();

    /** The columns of a row; some may be tallied. */
    default Columns columns() {
        return Columns.of(width());
    }

    /** Whether a number that is missing in this column counts as 0: a trial without an answer rejects nothing. */
    default boolean missingIsZero(int column) {
        return false;
    }

    /** A worker for one thread. What it throws while it is made ends the run. */
    Worker worker();

    /**
     * Whether an exception of one replicate tells of all of them, so that the run is not worth going on with. Others make
     * their replicate a failed one. An {@link Error} always ends the run.
     */
    default boolean endsTheRun(RuntimeException thrown) {
        return false;
    }

    /** Makes replicates one after the other, in scratch of its own. One that has thrown is not used again. */
    interface Worker {
        /** @param row filled by the call; every place of it */
        void replicate(long number, double[] row);
    }
}
