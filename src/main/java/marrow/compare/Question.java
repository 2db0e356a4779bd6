package marrow.compare;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import marrow.check.Require;

/**
 * How two runs are compared.
 *
 * @param alpha     chance that a comparison of two runs of one scenario calls anything changed
 * @param tolerated by the name of a metric, how far it may move
 * @param judge     what tells the two apart; if not given, any trial where both have the same ones, else the numbers
 */
public record Question(double alpha, Map<String, Double> tolerated, Optional<Judge> judge) {
    /** What makes two runs differ. */
    public enum Judge {
        /** Any trial, any number: for runs of the same seed. */
        TRIALS,
        /** Numbers that chance does not explain. */
        METRICS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Question {
        Require.openProbability(alpha, "alpha");
        tolerated = new TreeMap<>(tolerated);
        tolerated.forEach((metric, by) -> Require.notNegative(by, "the tolerance of " + metric));
    }

    double tolerance(Place place) {
        return tolerated.getOrDefault(place.metric(), 0.0);
    }
}
