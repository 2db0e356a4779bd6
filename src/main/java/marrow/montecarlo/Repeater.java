package marrow.montecarlo;

import java.util.Arrays;
import java.util.Optional;

/** Makes replicates in one thread. After a failure with a new worker: what the failed one left behind must not reach another replicate. */
final class Repeater {
    private final Replicates replicates;
    private Replicates.Worker worker;

    Repeater(Replicates replicates) {
        this.replicates = replicates;
        worker = replicates.worker();
    }

    /** Fills the row with the numbers of a replicate, or, where there are none, with NaN, and says why. What ends the run is thrown. */
    Optional<Failure> repeat(long number, double[] row) {
        try {
            worker.replicate(number, row);
            return Optional.empty();
        } catch (RuntimeException thrown) {
            if (replicates.endsTheRun(thrown)) {
                throw thrown;
            }
            worker = replicates.worker();
            Arrays.fill(row, Double.NaN);
            return Optional.of(Failure.of(number, thrown));
        }
    }
}
