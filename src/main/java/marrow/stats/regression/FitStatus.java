package marrow.stats.regression;

/** How the search for the maximum of a partial likelihood ended. */
public enum FitStatus {
    CONVERGED,
    /** No finite maximum: some combination of covariates orders the events perfectly. */
    SEPARATED,
    NO_EVENTS,
    /** Neither after 100 steps; not known to happen. */
    UNDECIDED
}
