package marrow.look;

/** What is decided at a look. */
public enum Verdict {
    /** The trial goes on; at its end: nothing has been shown, one way or the other. */
    GO_ON,
    /** It has shown what it hoped for; with a two-sided test, a difference on either side. */
    EFFICACY,
    /** It has not, or is not likely to. */
    FUTILITY,
    /** It harms its patients. */
    HARM
}
