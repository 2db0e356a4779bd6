package marrow.analysis;

/** What a proportion at a landmark makes of patients who were lost before it and had no event. */
public enum Lost {
    /** They are left out of numerator and denominator. */
    EXCLUDED,
    /** They count as having had the event. */
    FAIL,
    /** They count as being without it. */
    SUCCEED
}
