package marrow.sweep;

/** A point at which the scenario cannot be read, or a truth cannot be made true; the message is for the user. */
public final class RefusedCellException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedCellException(Cell cell, String why) {
        super("at " + cell.named() + ": " + why);
    }
}
