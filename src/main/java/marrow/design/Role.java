package marrow.design;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a truth is to the tests: where it makes the hypothesis of an analysis true, a rejection by that analysis is a type I error, elsewhere
 * it is power. A null is one of all analyses, unless it names those whose hypothesis it makes true.
 *
 * @param word     as it is written in scenarios and results
 * @param analyses that a null is a null of; empty for all
 */
public record Role(String word, Set<String> analyses) {
    public static final Role NULL = new Role("null", Set.of());
    public static final Role ALTERNATIVE = new Role("alternative", Set.of());

    /** Their names as they are written. */
    public static final List<String> WORDS = List.of(NULL.word, ALTERNATIVE.word);

    public Role {
        analyses = Collections.unmodifiableSet(new LinkedHashSet<>(analyses));
    }

    /** A null of these analyses, at least one. */
    public static Role nullOf(Set<String> analyses) {
        if (analyses.isEmpty()) {
            throw new IllegalArgumentException("a null of no analysis");
        }
        return new Role(NULL.word, analyses);
    }

    /** Whether the hypothesis of some analysis is true. */
    public boolean isNull() {
        return word.equals(NULL.word);
    }

    /** Whether the hypothesis of this analysis is true. */
    public boolean isNullOf(String analysis) {
        return isNull() && (analyses.isEmpty() || analyses.contains(analysis));
    }

    /** As people say it: {@code null of primary, kaplan-meier}. */
    public String said() {
        return analyses.isEmpty() ? word : word + " of " + String.join(", ", analyses);
    }
}
