package marrow.cli.option;

import java.util.Locale;

/** For people, for programs, or the diagram alone in the language of one that draws. */
public enum ExplainFormat {
    TEXT,
    JSON,
    DOT,
    MERMAID;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
