package marrow.scenario.value;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a number comes from, best first. */
public enum Evidence {
    /** A study's registration says so. */
    REGISTERED,
    PUBLISHED,
    /** Computed from a published figure. */
    DERIVED,
    ASSUMPTION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Evidence> of(String word) {
        return Arrays.stream(values())
                .filter(evidence -> evidence.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Evidence::word).toList();
    }
}
