package marrow.design.size;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import marrow.analysis.Analysis;
import marrow.analysis.Estimand;
import marrow.analysis.LogRankComparison;
import marrow.analysis.MaxComboComparison;
import marrow.analysis.OneSampleTest;
import marrow.design.Landmark;
import marrow.design.Study;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.trial.endpoint.Endpoint;

/**
 * What an analysis is to find, as a number: an estimand, and its value where there is nothing to find. Tests that estimate
 * nothing have the effect that they are known to find: the log-rank tests a hazard ratio, the one-sample log-rank test a
 * survival, at the first landmark of its endpoint.
 *
 * @param nullValue of the estimand
 * @param hoped     on which side of it
 */
public record Effect(Endpoint endpoint, Estimand estimand, double nullValue, Alternative hoped) {
    /** The effect of an analysis; empty where none can be named. */
    public static Optional<Effect> of(Analysis analysis, Study study) {
        if (analysis instanceof OneSampleTest test) {
            List<Landmark> landmarks =
                    study.landmarks().getOrDefault(test.endpoint().name(), List.of());
            return landmarks.stream()
                    .map(Landmark::day)
                    .findFirst()
                    .map(day -> new Effect(
                            test.endpoint(),
                            new Estimand.Survival(test.arm(), day),
                            test.reference().survival(day),
                            opposite(test.hypothesis().alternative())));
        }
        Estimand estimand = estimand(analysis);
        if (estimand instanceof Estimand.None) {
            return Optional.empty();
        }
        boolean ofOneArm = Stream.of(Estimand.Survival.class, Estimand.Incidence.class, Estimand.Share.class)
                .anyMatch(kind -> kind.isInstance(estimand));
        return Optional.of(new Effect(
                analysis.endpoint(),
                estimand,
                ofOneArm ? analysis.hypothesis().nullValue() : 0,
                analysis.hypothesis().alternative()));
    }

    /** Fewer events are more survival. */
    private static Alternative opposite(Alternative side) {
        return switch (side) {
            case LESS -> Alternative.GREATER;
            case GREATER -> Alternative.LESS;
            case TWO_SIDED -> Alternative.TWO_SIDED;
        };
    }

    private static Estimand estimand(Analysis analysis) {
        if (analysis instanceof LogRankComparison test) {
            return test.of().hazardRatio(false);
        }
        return analysis instanceof MaxComboComparison test ? test.of().hazardRatio(false) : analysis.estimand();
    }

    /** Whether a value is one that the test is to find. */
    public boolean isHopedFor(double value) {
        return switch (hoped) {
            case LESS -> value < nullValue;
            case GREATER -> value > nullValue;
            case TWO_SIDED -> value != nullValue;
        };
    }

    /** Whether it is a chance, between 0 and 1. */
    public boolean isShare() {
        return estimand instanceof Estimand.Survival
                || estimand instanceof Estimand.Incidence
                || estimand instanceof Estimand.Share;
    }

    /** Whether it is the logarithm of a ratio. */
    public boolean isLogRatio() {
        return estimand instanceof Estimand.LogHazardRatio || estimand instanceof Estimand.LogOddsRatio;
    }
}
