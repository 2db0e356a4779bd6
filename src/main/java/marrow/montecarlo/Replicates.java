package marrow.montecarlo;

/**
 * Something that can be repeated: replicate r is a function of r alone, and answers with one row of numbers. A number is
 * NaN where the replicate has no answer.
 */
public interface Replicates {
    /** How many numbers a row has. */
    int width();

    /** A worker for one thread. */
    Worker worker();

    /** Makes replicates one after the other, in scratch of its own. */
    interface Worker {
        /** @param row filled by the call; every place of it */
        void replicate(long number, double[] row);
    }
}
