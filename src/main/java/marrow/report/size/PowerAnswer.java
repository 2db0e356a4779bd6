package marrow.report.size;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import marrow.design.size.PowerAt;
import marrow.design.size.ShareTest;
import marrow.montecarlo.Estimate;
import marrow.stats.exact.ExactSingleStage;

/**
 * What a number of patients can find.
 *
 * @param exact   the test by enumeration, where the analysis has an exact one
 * @param rows    the power where the effect is so large, in the order of the effects or of the truths
 * @param detects the smallest effects that are found with powers that are usual
 */
public record PowerAnswer(
        SizeQuestion question, int patients, Optional<Exact> exact, List<Row> rows, List<Detected> detects) {
    public PowerAnswer {
        rows = List.copyOf(rows);
        detects = List.copyOf(detects);
    }

    /** An enumerated test. */
    public record Exact(ShareTest test, ExactSingleStage stage) {}

    /**
     * The power against one effect.
     *
     * @param name    of the truth, or empty where hazards were tilted for this value
     * @param value   of the effect: the target of a tilt, or with its error from the large cohort; NaN if not known
     * @param formula power by the formula, NaN without one
     * @param trials  what the trials come to; empty where no tilt gives the value
     */
    public record Row(String name, Estimate value, double formula, Optional<PowerAt> trials) {}

    /**
     * The smallest effect that is found with a power.
     *
     * @param formula by the formula
     * @param trials  by the trials, between the rows on the scale of the normal law
     */
    public record Detected(double power, OptionalDouble formula, OptionalDouble trials) {}
}
