package marrow.journey.life;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The life of one patient, event by event, as {@link TraceRecorder} saw it.
 *
 * @param facts numbers known at entry, by name
 * @param entryMarks the days of the marks that lie at or before entry (0 or negative)
 * @param start state of each track at entry
 * @param end state of each track at the end
 * @param ledger what stands in each account at the end
 * @param horizon the day until which the patient was followed
 * @param stopped why the life could not be lived to the horizon, or null
 */
public record Trace(
        long seed,
        long replicate,
        long patient,
        double horizon,
        Map<String, Double> facts,
        Map<String, Double> entryMarks,
        Map<String, String> start,
        List<Event> events,
        Map<String, String> end,
        Map<String, Double> ledger,
        String stopped) {

    /**
     * The ring of a clock.
     *
     * @param key the clock's key among the random numbers; with seed, replicate, patient and occurrence the address
     * @param occurrence which of the clock's draws this ring came from, from 0
     * @param moves what changed; a track set to the state it was in is not among them
     * @param marks the marks set, the clock's own left out
     * @param state of each track after the ring
     * @param ledger what stands in each account by now
     */
    public record Event(
            double day,
            String clock,
            long key,
            int occurrence,
            List<Change> moves,
            List<String> marks,
            Map<String, String> state,
            Map<String, Double> ledger) {

        public String keyInHex() {
            return HexFormat.of().toHexDigits(key);
        }
    }

    public record Change(String track, String from, String to) {}
}
