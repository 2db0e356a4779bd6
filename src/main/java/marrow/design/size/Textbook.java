package marrow.design.size;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import marrow.analysis.Analysis;
import marrow.analysis.CoxRegression;
import marrow.analysis.Estimand;
import marrow.analysis.LandmarkIncidence;
import marrow.analysis.LandmarkSurvival;
import marrow.analysis.LogRankComparison;
import marrow.analysis.OneSampleTest;
import marrow.stats.comparison.Weighting;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.stats.size.ApproximateProportionSize;
import marrow.stats.size.OneSampleLogRankSize;
import marrow.stats.size.RequiredEvents;
import marrow.trial.FollowUp;
import marrow.trial.Plan;

/**
 * The formula by which a protocol would size an analysis. It knows nobody who is lost, nothing that competes and nobody who
 * enters late: what the trials of a scenario say beside it is what it misses. A two-sided level counts half on the side of the
 * effect, which is all that the normal formulas see; where there is no effect both sides count.
 *
 * @param name  of the formula
 * @param power by it; NaN where it says nothing: of a share of 0 or 1, or without events
 */
public record Textbook(String name, Power power) {
    private static final int MOST_PATIENTS = 1_000_000;
    private static final double LARGEST_LOG_RATIO = 5;
    private static final int STEPS_OUTWARD = 500;
    private static final int HALVINGS = 60;

    /** The power with so many patients, of whom so many have the event, where the effect has this value. */
    @FunctionalInterface
    public interface Power {
        double of(int patients, double value, double events);
    }

    /**
     * The formula for an analysis; empty where there is none here.
     *
     * @param accrualDays how long patients come, evenly
     */
    public static Optional<Textbook> of(Analysis analysis, Effect effect, Plan plan, double alpha, double accrualDays) {
        boolean twoSided = effect.hoped() == Alternative.TWO_SIDED;
        return ofOneSide(analysis, effect, plan, twoSided ? alpha / 2 : alpha, accrualDays)
                .map(book -> !twoSided
                        ? book
                        : new Textbook(
                                book.name,
                                (n, value, events) ->
                                        value == effect.nullValue() ? alpha : book.power.of(n, value, events)));
    }

    private static Optional<Textbook> ofOneSide(
            Analysis analysis, Effect effect, Plan plan, double level, double accrualDays) {
        Optional<ShareTest> share = ShareTest.of(analysis);
        if (share.isPresent()) {
            ShareTest test = share.get();
            return Optional.of(new Textbook(
                    "exact", (n, value, events) -> test.with(n, level).rejects(test.side(value))));
        }
        if (analysis instanceof LandmarkSurvival landmark) {
            return approximate(landmark.scale(), effect, level);
        }
        if (analysis instanceof LandmarkIncidence landmark) {
            return approximate(landmark.scale(), effect, level);
        }
        if (analysis instanceof OneSampleTest test
                && test.form() == OneSampleTest.Form.CLASSIC
                && plan.followUp() instanceof FollowUp.OfLastPatient last) {
            return Optional.of(new Textbook(
                    "Wu",
                    (n, value, events) -> !isUncertain(value)
                            ? Double.NaN
                            : OneSampleLogRankSize.of(
                                            test.reference()::cumulative,
                                            StrictMath.log(value) / StrictMath.log(effect.nullValue()),
                                            accrualDays,
                                            last.days(),
                                            0)
                                    .power(n, level)));
        }
        boolean ofHazards = analysis instanceof CoxRegression
                || (analysis instanceof LogRankComparison test && test.weighting() == Weighting.LOG_RANK);
        return ofHazards && effect.estimand() instanceof Estimand.LogHazardRatio ratio
                ? Optional.of(schoenfeld(ratio, plan, level))
                : Optional.empty();
    }

    /** Whether a share is neither 0 nor 1, where normal formulas have no scale. */
    private static boolean isUncertain(double share) {
        return share > 0 && share < 1;
    }

    private static Optional<Textbook> approximate(ConfidenceScale scale, Effect effect, double level) {
        Optional<ApproximateProportionSize> size =
                switch (scale) {
                    case PLAIN -> Optional.of(ApproximateProportionSize.SEEN_VARIANCE);
                    case LOG_LOG -> Optional.of(ApproximateProportionSize.SEEN_COMPLEMENTARY_LOG_LOG);
                    case ARCSINE -> Optional.of(ApproximateProportionSize.ARCSINE);
                    default -> Optional.empty();
                };
        return size.map(one -> new Textbook(
                "normal",
                (n, value, events) ->
                        isUncertain(value) ? one.power(n, effect.nullValue(), value, level) : Double.NaN));
    }

    private static Textbook schoenfeld(Estimand.LogHazardRatio ratio, Plan plan, double level) {
        double allocation = plan.arms().get(ratio.arm()).share()
                / plan.arms().get(ratio.reference()).share();
        return new Textbook(
                "Schoenfeld",
                (n, value, events) -> value == 0
                        ? level
                        : events > 0 && Double.isFinite(value)
                                ? RequiredEvents.SCHOENFELD.power(events, StrictMath.exp(value), allocation, level)
                                : Double.NaN);
    }

    /** The fewest patients with a power, each with so many events; empty where a million are too few. */
    public OptionalInt patients(double target, double value, double eventsPerPatient) {
        int high = 1;
        while (!(power.of(high, value, high * eventsPerPatient) >= target)) {
            if (high >= MOST_PATIENTS) {
                return OptionalInt.empty();
            }
            high *= 2;
        }
        int low = high / 2;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (power.of(middle, value, middle * eventsPerPatient) >= target) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalInt.of(high);
    }

    /**
     * The smallest effect that is found with a power; empty where there is none. It is looked for from no effect outward, since the power of a normal formula falls again
     * where the share comes near to 0 or 1 and its deviation on a logarithmic scale grows without end.
     */
    public OptionalDouble detects(Effect effect, double target, int patients, double events) {
        double from = effect.nullValue();
        double to = effect.isLogRatio()
                ? (effect.hoped() == Alternative.GREATER ? LARGEST_LOG_RATIO : -LARGEST_LOG_RATIO)
                : (effect.hoped() == Alternative.LESS ? 1e-9 : 1 - 1e-9);
        double none = from;
        for (int step = 1; step <= STEPS_OUTWARD; step++) {
            double there = from + (to - from) * step / STEPS_OUTWARD;
            if (power.of(patients, there, events) >= target) {
                return OptionalDouble.of(between(none, there, target, patients, events));
            }
            none = there;
        }
        return OptionalDouble.empty();
    }

    private double between(double none, double found, double target, int patients, double events) {
        double low = none;
        double high = found;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (power.of(patients, middle, events) >= target) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
