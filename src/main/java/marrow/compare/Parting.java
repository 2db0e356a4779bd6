package marrow.compare;

import java.util.List;
import java.util.Optional;
import marrow.journey.life.Trace;

/**
 * Where two runs of the same trials part: the first truth and trial in which they differ, and in what.
 *
 * @param lastTrial the same as {@code firstTrial}, unless it is not known which trial of a block it is
 */
public record Parting(String truth, long firstTrial, long lastTrial, How how) {
    /** In what they differ. */
    public sealed interface How {}

    /**
     * The life of a patient: the first event that is not the same in both.
     *
     * @param asWritten whether the truth is the scenario as it is written, so that a trace of it shows the same
     * @param before as it is in the first run; empty where nothing more happens there
     * @param after  in the second
     * @param alike  how many events before it are the same
     */
    public record OfLives(
            boolean asWritten,
            long patient,
            String arm,
            int alike,
            Optional<Trace.Event> before,
            Optional<Trace.Event> after)
            implements How {
        /** The clock that rings first where the other life has no such ring. */
        public String clock() {
            return first().clock();
        }

        /** The day on which the lives part, patient time. */
        public double day() {
            return first().day();
        }

        private Trace.Event first() {
            return after.isEmpty()
                            || (before.isPresent()
                                    && before.get().day() <= after.get().day())
                    ? before.get()
                    : after.get();
        }
    }

    /** Something of a patient that is no event: the day of arrival, the arm, a fact, what was used in all. */
    public record OfPatients(long patient, String what, String before, String after) implements How {}

    /** The lives are the same; these numbers of the trial are not. */
    public record OfNumbers(List<Place> numbers) implements How {}

    /**
     * Not to be found out: of these runs this version of Marrow makes other trials than were kept.
     *
     * @param runs    their names
     * @param numbers of the block, which differ
     * @param now     where the trials part as this version makes them from both scenarios; empty where it makes the same
     */
    public record NotMadeAgain(List<String> runs, List<Place> numbers, Optional<Parting> now) implements How {
        public NotMadeAgain {
            runs = List.copyOf(runs);
            numbers = List.copyOf(numbers);
        }
    }
}
