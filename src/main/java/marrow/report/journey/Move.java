package marrow.report.journey;

import java.util.List;
import java.util.Set;
import marrow.journey.Clock;
import marrow.journey.Condition;

/**
 * What the ring of a clock does to one track: from any of these states to that one.
 *
 * @param from never empty, without {@code to}
 * @param ways the choices that lead there; empty where the clock always does it
 */
public record Move(String track, Set<String> from, String to, Clock clock, List<Way> ways) {

    /**
     * A choice that makes the move, with its chance.
     *
     * @param when the case in which it is made, without what it says of the track itself
     * @param otherwise whether cases that come before this one take something from it
     */
    record Way(double chance, Condition when, boolean otherwise) {}

    Move from(Set<String> states) {
        return new Move(track, states, to, clock, ways);
    }
}
