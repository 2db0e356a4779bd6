package marrow.cli.option;

import java.util.Locale;

/** How the results of a run are printed. */
public enum RunFormat {
    TABLE,
    JSON,
    CSV;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
