package marrow.report;

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
record Move(String track, Set<String> from, String to, Clock clock, List<Way> ways) {

    /** A choice that makes the move, with its chance, in the case in which it is made. */
    record Way(double chance, Condition when) {}
}
