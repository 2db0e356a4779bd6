package marrow.cli;

import java.util.Locale;

/** For people, or for programs. */
enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
