package marrow.montecarlo;

/** Hears how far a run is. Called from the thread that merges, a few times a second at the most as it sees fit. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (done, of) -> {};

    /** @param done replicates that are merged, of so many in all */
    void reached(long done, long of);
}
