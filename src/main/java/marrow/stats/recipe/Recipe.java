package marrow.stats.recipe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import marrow.stats.exact.ExactSingleStage;
import marrow.stats.exact.SimonDesign;

/**
 * One way to a number of patients.
 *
 * @param method     as protocols call it
 * @param p0         the null proportion: free of the event at one year, or responding
 * @param p1         the proportion that is hoped for
 * @param alpha      one-sided level asked for
 * @param power      asked for
 * @param evaluable  patients that this takes
 * @param inflations each makes the number of them; none where they are the number already
 * @param oneStage   the exact test, where it is one
 * @param twoStages  Simon's design, where it is one
 */
public record Recipe(
        String method,
        double p0,
        double p1,
        double alpha,
        double power,
        int evaluable,
        List<Inflation> inflations,
        Optional<ExactSingleStage> oneStage,
        Optional<SimonDesign> twoStages) {
    public Recipe {
        inflations = List.copyOf(inflations);
    }

    /** The type I error that is attained, where it is enumerated. */
    public OptionalDouble attainedAlpha() {
        return rejects(p0);
    }

    /** The power that is attained, where it is enumerated. */
    public OptionalDouble attainedPower() {
        return rejects(p1);
    }

    private OptionalDouble rejects(double p) {
        if (oneStage.isPresent()) {
            return OptionalDouble.of(oneStage.get().rejects(p));
        }
        return twoStages.isPresent() ? OptionalDouble.of(twoStages.get().rejects(p)) : OptionalDouble.empty();
    }
}
