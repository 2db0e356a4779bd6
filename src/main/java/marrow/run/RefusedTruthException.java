package marrow.run;

import java.nio.file.Path;
import marrow.scenario.text.Position;

/** A truth that cannot be made true; the message is for the user. */
public final class RefusedTruthException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Position at;

    public RefusedTruthException(String message) {
        this(message, null);
    }

    /** @param at where the scenario says what cannot be; null where it is in no one place */
    public RefusedTruthException(String message, Position at) {
        super(message);
        this.at = at;
    }

    /** For the user, with the place, or the file of the scenario where there is none. */
    public String told(Path file) {
        return (at == null ? file : at) + ": " + getMessage();
    }
}
