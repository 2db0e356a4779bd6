package marrow.scenario.text;

/**
 * One thing to tell the user about what they wrote.
 *
 * @param what what is wrong, in the user's words
 * @param meant what they may have meant, or null
 */
public record Problem(Position at, Severity severity, String what, String meant) {

    /** An error stops the run; a warning is printed and the run goes on. */
    public enum Severity {
        ERROR,
        WARNING
    }

    @Override
    public String toString() {
        return at + ": " + (severity == Severity.WARNING ? "warning: " : "") + what
                + (meant == null ? "" : "; did you mean " + meant + "?");
    }
}
