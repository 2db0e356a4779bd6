package marrow.design.sketch;

/**
 * What a number of a trial is.
 *
 * @param name of the analysis or the endpoint; empty for the trial itself
 */
public record TrialNumber(Of of, String name) {
    /** Of what. */
    public enum Of {
        /** Calendar days from the opening to the end: to the decision, if the trial was stopped. */
        DURATION,
        /** Patients enrolled by the end. */
        ENROLLED,
        /** Patients in an analysis. */
        ANALYSED,
        /** The estimate of an analysis. */
        ESTIMATE,
        /** A quantity, summed over the patients. */
        SUM,
        /** The mean over the patients of days to something. */
        MEAN,
        /** Patients who respond. */
        RESPONSES,
        /** Patients seen with the event. */
        EVENTS
    }
}
