package marrow.design.metric;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marrow.check.Require;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Share;
import marrow.montecarlo.StoppingRule;

/**
 * When there are trials enough: all Monte Carlo errors that are named are small enough, and all metrics with a threshold lie
 * clearly on one side of it.
 */
public record Precision(List<Goal> goals) {
    /** Before so many trials errors are not known well enough to end by. */
    private static final long FEWEST = 1024;

    /** Half the width, in errors, of the interval that has to leave the threshold: 99.9 %, since it is looked at again and again. */
    private static final double CLEARLY = 3.29;

    private static final String POWER = "power";
    private static final String TYPE_1_ERROR = "type_1_error";

    /** Of these it is known from the start that they lie between 0 and 1. */
    private static final Set<String> SHARES = Set.of(POWER, TYPE_1_ERROR, "coverage");

    private static final Pattern WRITTEN =
            Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)(=|>=|<=)([0-9]+(?:\\.[0-9]*)?)(%)?");

    public static final Precision NONE = new Precision(List.of());

    public Precision {
        goals = List.copyOf(goals);
    }

    /** One thing that has to be known. */
    public sealed interface Goal {
        /** As a user writes it: {@code power=0.002} or {@code power=0.2 %} for an error, {@code power>=0.8} for a decision. */
        static Goal of(String text) {
            Matcher written = WRITTEN.matcher(text.replace(" ", ""));
            if (!written.matches()) {
                throw new IllegalArgumentException("a precision is power=0.002 or power>=0.8, not '" + text + "'");
            }
            double number = Double.parseDouble(written.group(3)) / (written.group(4) == null ? 1 : 100);
            return written.group(2).equals("=")
                    ? new AtMost(written.group(1), number)
                    : new Decided(written.group(1), number);
        }

        /** Whether it is known of a number. */
        boolean met(Estimate estimate);

        String metric();
    }

    /** The Monte Carlo error of this metric, wherever it is told, is at most so much; and that of its interval, since a share of 0 or 1 has no other. */
    record AtMost(String metric, double mcse) implements Goal {
        AtMost {
            Require.positive(mcse, "the Monte Carlo error of " + metric);
        }

        @Override
        public boolean met(Estimate estimate) {
            return Math.max(estimate.mcse(), estimate.errorOfInterval()) <= mcse;
        }
    }

    /** It is known on which side of the threshold this metric lies: the threshold is left by its interval, Wilson's of a share. */
    public record Decided(String metric, double threshold) implements Goal {
        public Decided {
            if (SHARES.contains(metric)) {
                Require.probability(threshold, "the threshold of " + metric);
            }
            Require.finite(threshold, "the threshold of " + metric);
        }

        @Override
        public boolean met(Estimate estimate) {
            return Share.of(estimate)
                    .map(share -> share.isClearOf(threshold, CLEARLY))
                    .orElseGet(() -> Math.abs(estimate.value() - threshold) > CLEARLY * estimate.mcse());
        }
    }

    public boolean isNone() {
        return goals.isEmpty();
    }

    /** Asks after every block of trials. */
    public StoppingRule of(Characteristics trials) {
        return goals.isEmpty()
                ? StoppingRule.NEVER
                : soFar -> soFar.replicates() >= FEWEST && met(trials.results(soFar));
    }

    /**
     * Whether all goals are met wherever the results tell their metrics. A metric that they do not tell yet is waited for, but for a type I error, which an
     * alternative never tells.
     */
    public boolean met(Results results) {
        return goals.stream().allMatch(goal -> {
            List<Metric> told =
                    results.all().filter(metric -> isOf(goal, metric.name())).toList();
            return told.isEmpty()
                    ? goal.metric().equals(TYPE_1_ERROR)
                    : told.stream().allMatch(metric -> goal.met(metric.estimate()));
        });
    }

    /** Whether a goal speaks of a metric of this name. The power of a test under a null is its type I error. */
    public static boolean isOf(Goal goal, String metric) {
        return metric.equals(goal.metric()) || (goal.metric().equals(POWER) && metric.equals(TYPE_1_ERROR));
    }
}
