package marrow.scenario;

import java.util.Optional;
import java.util.regex.Pattern;

/** The seed of the random numbers as a scenario and a command line write it. */
public final class Seed {
    /** What one is, for those who wrote another. */
    public static final String NEEDED = "a seed is a whole number of at most 18 digits";

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,18}");

    private Seed() {}

    /** The number, or nothing where this is none. */
    public static Optional<Long> of(String text) {
        return WRITTEN.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
