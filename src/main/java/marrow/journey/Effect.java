package marrow.journey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a ring does: puts tracks into states, sets marks to the present day, and enters what was used at that moment in
 * the ledger. All of it happens at one instant, and a mark that is named twice is set once.
 */
public record Effect(Map<String, String> sets, List<String> marks, List<Use> uses) {

    public static final Effect NOTHING = new Effect(Map.of(), List.of());

    /** Something given at once, such as 20 mg of dexamethasone: the amount is multiplied by a fact where one is named. */
    public record Use(String account, double amount, String scaledBy) {
        public Use {
            if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        account + ": an amount is a finite number of at least 0, not " + amount);
            }
        }
    }

    /** An effect that uses nothing. */
    public Effect(Map<String, String> sets, List<String> marks) {
        this(sets, marks, List.of());
    }

    public Effect {
        uses = List.copyOf(uses);
        sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
        marks = marks.stream().distinct().toList();
    }

    public static Effect set(String track, String state) {
        return new Effect(Map.of(track, state), List.of());
    }

    public static Effect mark(String... marks) {
        return new Effect(Map.of(), List.of(marks));
    }

    /** Uses a plain amount. */
    public static Effect use(String account, double amount) {
        return new Effect(Map.of(), List.of(), List.of(new Use(account, amount, null)));
    }

    /** Both effects at once; where both set a track, the other's state is the one that stands. */
    public Effect and(Effect other) {
        Map<String, String> both = new LinkedHashMap<>(sets);
        both.putAll(other.sets);
        List<String> all = new ArrayList<>(marks);
        all.addAll(other.marks);
        List<Use> used = new ArrayList<>(uses);
        used.addAll(other.uses);
        return new Effect(both, all, used);
    }
}
