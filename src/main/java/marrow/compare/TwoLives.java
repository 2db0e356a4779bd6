package marrow.compare;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import marrow.compare.Parting.How;
import marrow.compare.Parting.OfLives;
import marrow.compare.Parting.OfPatients;
import marrow.journey.life.Trace;
import marrow.montecarlo.Rounding;

/** Two lives of one patient beside each other. What one of them alone counts (a fact, a track, an account) is passed over. */
final class TwoLives {
    private TwoLives() {}

    /** Where they part; empty where they do not. */
    static Optional<How> parted(boolean asWritten, String arm, Trace before, Trace after) {
        return other(before.patient(), "", before.facts(), after.facts())
                .or(() -> other(before.patient(), "at entry: ", before.start(), after.start()))
                .or(() -> other(before.patient(), "day at entry: ", before.entryMarks(), after.entryMarks()))
                .or(() -> events(asWritten, arm, before, after))
                .or(() -> other(before.patient(), "used: ", before.ledger(), after.ledger()));
    }

    private static <T> Optional<How> other(long patient, String kind, Map<String, T> before, Map<String, T> after) {
        return before.entrySet().stream()
                .filter(one -> after.containsKey(one.getKey()) && !same(one.getValue(), after.get(one.getKey())))
                .map(one -> (How) new OfPatients(
                        patient,
                        kind + one.getKey(),
                        one.getValue().toString(),
                        after.get(one.getKey()).toString()))
                .findFirst();
    }

    private static boolean same(Object one, Object other) {
        return (one instanceof Double a && other instanceof Double b)
                ? Rounding.same(a, b)
                : Objects.equals(one, other);
    }

    private static Optional<How> events(boolean asWritten, String arm, Trace before, Trace after) {
        List<Trace.Event> one = before.events();
        List<Trace.Event> other = after.events();
        int alike = 0;
        while (alike < Math.min(one.size(), other.size()) && same(one.get(alike), other.get(alike))) {
            alike++;
        }
        Optional<Trace.Event> then = one.stream().skip(alike).findFirst();
        Optional<Trace.Event> now = other.stream().skip(alike).findFirst();
        return then.isEmpty() && now.isEmpty()
                ? Optional.empty()
                : Optional.of(new OfLives(asWritten, before.patient(), arm, alike, then, now));
    }

    private static boolean same(Trace.Event one, Trace.Event other) {
        return one.day() == other.day()
                && one.clock().equals(other.clock())
                && one.moves().equals(other.moves())
                && one.marks().equals(other.marks());
    }
}
