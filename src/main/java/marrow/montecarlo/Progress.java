package marrow.montecarlo;

/** Hears how far a run is: after every block, from the thread that merged it, one call at a time. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (done, of) -> {};

    /** @param done replicates that are merged, of so many in all */
    void reached(long done, long of);
}
