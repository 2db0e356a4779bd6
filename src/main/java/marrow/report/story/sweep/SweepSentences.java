package marrow.report.story.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import marrow.design.metric.Difference;
import marrow.montecarlo.Estimate;
import marrow.report.form.Readout;
import marrow.sweep.CellOutcome;

/**
 * What the numbers say of the points, in sentences that say no more than they do: a point is on a side of a threshold, or differs from the reference, where its
 * 95 % interval leaves no other.
 */
final class SweepSentences {
    /** Part of the points that lie at a threshold and whose interval lies above it. */
    private static final double BY_CHANCE = 0.025;

    private SweepSentences() {}

    /** @param truth under which the outcomes are, empty where truths vary */
    static List<String> of(Points points, String truth, List<CellOutcome> outcomes) {
        List<String> said = new ArrayList<>();
        sides(points, truth, outcomes).ifPresent(said::add);
        differences(points, truth, outcomes).ifPresent(said::add);
        return said;
    }

    /** {@code Power of primary}. */
    static String name(Measure measure, CellOutcome outcome, Points points) {
        if (!measure.isRejection()) {
            return "Estimate of " + points.primary().name();
        }
        if (points.sweep().variesTruth()) {
            return "Rejections by " + points.primary().name();
        }
        return (outcome.role().isNullOf(points.primary().name()) ? "Type I error of " : "Power of ")
                + points.primary().name();
    }

    private static String under(String truth) {
        return truth.isEmpty() ? "" : " under " + truth;
    }

    private static Optional<String> sides(Points points, String truth, List<CellOutcome> outcomes) {
        int above = 0;
        int below = 0;
        int known = 0;
        double level = Double.NaN;
        boolean oneLevel = true;
        for (CellOutcome outcome : outcomes) {
            Optional<Estimate> value = Points.estimate(outcome, points.main());
            OptionalDouble threshold = points.level(outcome, points.main());
            if (value.isPresent() && threshold.isPresent()) {
                oneLevel &= known == 0 || level == threshold.getAsDouble();
                level = threshold.getAsDouble();
                known++;
                above += value.get().lower() > level ? 1 : 0;
                below += value.get().upper() < level ? 1 : 0;
            }
        }
        if (known == 0) {
            return Optional.empty();
        }
        CellOutcome first = outcomes.get(0);
        String than = oneLevel
                ? (points.main().share() ? Readout.percent(level) : Readout.number(level))
                : "the threshold of the point";
        String text = name(points.main(), first, points) + under(truth) + ", as far as 95 % intervals tell: above "
                + than + " at " + above + " of " + Readout.counted(known, "point") + ", below at " + below + "; at "
                + (known - above - below) + " the trials do not tell.";
        boolean isNull =
                first.role().isNullOf(points.primary().name()) && points.main().isRejection();
        return Optional.of(
                isNull && above > 0
                        ? text + " Were the level kept exactly at all of them, chance alone would put about "
                                + Readout.number(BY_CHANCE * known) + " above."
                        : text);
    }

    private static Optional<String> differences(Points points, String truth, List<CellOutcome> outcomes) {
        List<Difference> all = outcomes.stream()
                .flatMap(outcome -> Points.difference(outcome, points.main()).stream())
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        long larger = all.stream().filter(one -> one.estimate().lower() > 0).count();
        long smaller = all.stream().filter(one -> one.estimate().upper() < 0).count();
        double[] factors = all.stream()
                .mapToDouble(Difference::varianceFactor)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        String worth = factors.length == 0
                ? ""
                : " Shared patients made the median difference as exact as "
                        + Readout.fixed(factors[factors.length / 2], 1) + " times as many trials of strangers would.";
        return Optional.of("Against the reference (" + points.reference() + ")" + under(truth) + " it is larger at "
                + larger + " of the " + Readout.counted(all.size(), "other point") + " and smaller at " + smaller
                + ", as far as the 95 % intervals of the paired differences tell." + worth);
    }
}
