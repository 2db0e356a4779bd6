package marrow.cli;

/** A truth that cannot be made true. */
final class RefusedTruth extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedTruth(String message) {
        super(message);
    }
}
