package marrow.design.truth;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marrow.analysis.Estimand;
import marrow.montecarlo.Estimate;
import marrow.trial.Arm;
import marrow.trial.Plan;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.TimeToEvent;

/**
 * Finds the factor on some hazards with which an estimand has a given value. The value is read off a cohort whose budgets of
 * these hazards lie on a {@link Lattice}; the same cohort lives under every factor tried, so the value moves smoothly with the
 * factor, which is found on its logarithm.
 *
 * <p>With a few patients factors are walked through from 1 outward, until two neighbours have the target between them: of two factors that
 * would do, as of an incidence of a hazard that is tilted beside what competes with it, which rises and falls again, the one nearer to 1 is
 * found. A side ends where nothing is known under a factor, as of an endpoint that begins some time after entry, to which nobody comes.
 * From the line between the two neighbours all patients go on by secants.
 */
public final class Tilting {
    /** The numbers of the cohort's replicates begin here and go down: no trial has them, nor has a cohort of true values. */
    private static final long REPLICATE = -(2L << 32);

    private static final int FEW = 1 << 12;

    private static final double FARTHEST = StrictMath.log(1e4);

    /** To each side of factor 1; a step is a factor of 1.29. */
    private static final int STEPS_OUTWARD = 36;

    private static final int MOST_PATIENTS = 1 << 23;
    private static final int MOST_STEPS = 10;
    private static final double MOST_STEP = 0.5;

    /** Patients by whom the value may miss: of 80,000 a thirtieth of what chance makes of a share. */
    private static final double NEAR = 4;

    /** Patients between two values, from which on these say more of the slope than a few patients do. */
    private static final double MANY = 100;

    private final Plan plan;
    private final List<String> clocks;
    private final TimeToEvent endpoint;
    private final Estimand estimand;
    private final double target;
    private final int patients;
    private final int threads;

    /** Room for the lives without a tilt. */
    private final Cohort slice;

    private Tilting(
            Plan plan,
            List<String> clocks,
            TimeToEvent endpoint,
            Estimand estimand,
            double target,
            int patients,
            int threads) {
        this.plan = plan;
        this.clocks = clocks;
        this.endpoint = endpoint;
        this.estimand = estimand;
        this.target = target;
        this.patients = patients;
        this.threads = threads;
        int arm =
                estimand instanceof Estimand.Survival survival ? survival.arm() : ((Estimand.Incidence) estimand).arm();
        slice = LargeCohort.slice(plan, arm, List.of(endpoint));
    }

    /**
     * How many patients a tilt is found from, so that what is left of its error moves the results of so many trials by about
     * half of their Monte Carlo error, as long as there are no more than a million of them.
     */
    public static int patientsFor(long replicates) {
        return (int) Math.max(MOST_PATIENTS / 128, Math.min(MOST_PATIENTS, 8 * replicates));
    }

    /**
     * What was found.
     *
     * @param factor  on the hazards
     * @param reached the value with it, in the cohort that it was found from
     * @param plan    with the factor in all arms
     */
    public record Tilted(double factor, double reached, Plan plan) {}

    /**
     * Tilts the hazards of these clocks until the estimand, survival or incidence, has its value.
     *
     * @param patients from whom the value is found
     * @throws IllegalArgumentException where nobody is followed that far as things stand, or no factor from 1/10,000 to 10,000
     *                                  gives it
     */
    public static Tilted of(
            Plan plan,
            List<String> clocks,
            TimeToEvent endpoint,
            Estimand estimand,
            double target,
            int patients,
            int threads) {
        return new Tilting(plan, clocks, endpoint, estimand, target, patients, threads).solve();
    }

    /** Neighbouring factors, by their logarithms, with the target between the values that few patients have under them. */
    private record Bracket(double near, double atNear, double far, double atFar) {
        double slope() {
            return (atFar - atNear) / (far - near);
        }

        double meets(double target) {
            return atNear == target ? near : near + (target - atNear) / slope();
        }
    }

    /**
     * The line between two neighbours, whose slope with a few patients is nearly that with all; then secants with all of them, as far as
     * what lies between two values is more than what single patients make of it. A step never leaves two factors between whose values the
     * target was found to lie: one patient may move a value by more than a step does, and steps would go to and fro. The nearest value is
     * the one reached.
     */
    private Tilted solve() {
        Bracket bracket = outward();
        double log = bracket.meets(target);
        double slope = bracket.slope();
        double value = known(value(patients, log));
        double nearest = log;
        double reached = value;
        double over = Double.NaN;
        double under = Double.NaN;
        for (int i = 0; i < MOST_STEPS && Math.abs(reached - target) > NEAR / patients; i++) {
            if (value > target) {
                over = log;
            } else {
                under = log;
            }
            double next = log - Math.max(-MOST_STEP, Math.min(MOST_STEP, (value - target) / slope));
            if ((next - over) * (next - under) >= 0) {
                next = (over + under) / 2;
            }
            double there = value(patients, next);
            if (Double.isNaN(there)) {
                break;
            }
            if (Math.abs(there - value) > MANY / patients) {
                slope = (there - value) / (next - log);
            }
            log = next;
            value = there;
            if (Math.abs(value - target) < Math.abs(reached - target)) {
                nearest = log;
                reached = value;
            }
        }
        double factor = StrictMath.exp(nearest);
        return new Tilted(factor, reached, tilted(factor));
    }

    /** With the digits that so few patients tell. */
    private static double roughly(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    /** Both sides take their steps in turn, so that of two factors the one nearer to 1 is found. */
    private Bracket outward() {
        double[] value = new double[2 * STEPS_OUTWARD + 1];
        Arrays.fill(value, Double.NaN);
        value[STEPS_OUTWARD] = known(value(FEW, 0));
        for (int step = 1; step <= STEPS_OUTWARD; step++) {
            for (int side = -1; side <= 1; side += 2) {
                int here = STEPS_OUTWARD + side * step;
                int before = here - side;
                if (!Double.isNaN(value[before])) {
                    value[here] = value(FEW, logOf(here));
                    if ((value[before] - target) * (value[here] - target) <= 0) {
                        return new Bracket(logOf(before), value[before], logOf(here), value[here]);
                    }
                }
            }
        }
        throw new IllegalArgumentException(unreached(value));
    }

    private static double logOf(int place) {
        return FARTHEST * (place - STEPS_OUTWARD) / STEPS_OUTWARD;
    }

    private String unreached(double[] value) {
        int[] known = IntStream.range(0, value.length)
                .filter(place -> !Double.isNaN(value[place]))
                .toArray();
        DoubleSummaryStatistics seen =
                Arrays.stream(known).mapToDouble(place -> value[place]).summaryStatistics();
        return "no factor on " + String.join(" and ", clocks) + " makes this hold: with factors from "
                + factor(known[0]) + " to " + factor(known[known.length - 1]) + " it lies between "
                + roughly(seen.getMin()) + " and " + roughly(seen.getMax())
                + (known.length == value.length ? "" : ", and beyond them nobody is followed that far");
    }

    /** In three figures. */
    private static String factor(int place) {
        return new BigDecimal(StrictMath.exp(logOf(place)))
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static double known(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("nobody is followed that far");
        }
        return value;
    }

    private Plan tilted(double factor) {
        return tilted(plan, clocks, factor);
    }

    /** The plan with the hazards of these clocks multiplied by a factor, in all arms. */
    public static Plan tilted(Plan plan, List<String> clocks, double factor) {
        Map<String, Double> factors = clocks.stream().collect(Collectors.toMap(clock -> clock, clock -> factor));
        return plan.with(plan.arms().stream()
                .map(arm -> new Arm(arm.name(), arm.journey().tilted(factors), arm.entry(), arm.share(), arm.loss()))
                .toList());
    }

    private static double day(Estimand estimand) {
        return estimand instanceof Estimand.Survival survival ? survival.day() : ((Estimand.Incidence) estimand).day();
    }

    /** NaN where nobody is followed that far. */
    private double value(int size, double logFactor) {
        double incidence = LargeCohort.of(
                        slice.tilted(clocks, StrictMath.exp(logFactor)),
                        List.of(endpoint),
                        size,
                        REPLICATE,
                        clocks,
                        threads)
                .incidence(endpoint, day(estimand))
                .map(Estimate::value)
                .orElse(Double.NaN);
        return estimand instanceof Estimand.Survival ? 1 - incidence : incidence;
    }
}
