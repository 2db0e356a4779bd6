package marrow.report.size;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import marrow.design.size.Coming;
import marrow.design.size.PowerAt;
import marrow.design.size.ShareTest;
import marrow.design.size.SizeSearch;
import marrow.stats.exact.ExactSingleStage;

/**
 * How many patients a power takes.
 *
 * @param power    asked for
 * @param exact    by enumeration, where the analysis has an exact test
 * @param search   by simulation, where it has none
 * @param textbook patients by the formula, where there is one beside a simulation
 */
public record SizeAnswer(
        SizeQuestion question, double power, Optional<Exact> exact, Optional<SizeSearch> search, OptionalInt textbook) {
    /**
     * An enumerated answer.
     *
     * @param first   the fewest patients
     * @param forGood the fewest from which the power holds however many more come
     * @param teeth   tests around them, in rising order of patients
     * @param coming  how many of those enrolled are in the analysis
     * @param trials  what the trials of the scenario come to with the patients of each tooth in the analysis
     */
    public record Exact(
            ShareTest test,
            ExactSingleStage first,
            ExactSingleStage forGood,
            List<ExactSingleStage> teeth,
            Coming coming,
            List<PowerAt> trials) {
        public Exact {
            teeth = List.copyOf(teeth);
            trials = List.copyOf(trials);
        }
    }

    /** The answer itself: of an enumeration, patients in the analysis; of a simulation, patients enrolled. */
    public int patients() {
        return exact.map(Exact::first).map(ExactSingleStage::n).orElseGet(() -> search.orElseThrow()
                .first());
    }
}
