package marrow.cli;

import java.util.Locale;

/** How the results of a run are printed. */
enum RunFormat {
    TABLE,
    JSON,
    CSV;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
