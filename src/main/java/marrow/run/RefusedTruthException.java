package marrow.run;

/** A truth that cannot be made true; the message is for the user. */
public final class RefusedTruthException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RefusedTruthException(String message) {
        super(message);
    }
}
