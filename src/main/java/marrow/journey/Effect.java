package marrow.journey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a ring does: puts tracks into states and sets marks to the present day. All of it happens at one instant.
 */
public record Effect(Map<String, String> sets, List<String> marks) {

    public static final Effect NOTHING = new Effect(Map.of(), List.of());

    public Effect {
        sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
        marks = List.copyOf(marks);
    }

    public static Effect set(String track, String state) {
        return new Effect(Map.of(track, state), List.of());
    }

    public static Effect mark(String... marks) {
        return new Effect(Map.of(), List.of(marks));
    }

    /** Both effects at once; where both set a track, the other's state is the one that stands. */
    public Effect and(Effect other) {
        Map<String, String> both = new LinkedHashMap<>(sets);
        both.putAll(other.sets);
        List<String> all = new ArrayList<>(marks);
        all.addAll(other.marks);
        return new Effect(both, all);
    }
}
