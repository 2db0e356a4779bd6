package marrow.cli.option;

import java.util.Locale;

/** For people, or for programs. */
public enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
