package marrow.scenario.warning;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import marrow.analysis.Analysis;
import marrow.analysis.Estimand;
import marrow.analysis.ExactBinomial;
import marrow.design.Landmark;
import marrow.design.Reach;
import marrow.design.Study;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Node;
import marrow.scenario.text.Places;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;

/**
 * Warns of days that a trial ends too early for. Its few estimates there are of the trials that went on for longest, and their mean may lie
 * anywhere. Days beyond the horizon are those of {@code Horizon}.
 */
final class FollowedLandmarks {
    private final Study study;
    private final Reach reach;
    private final Places places;
    private final Problems problems;

    FollowedLandmarks(Study study, Reach reach, Places places, Problems problems) {
        this.study = study;
        this.reach = reach;
        this.places = places;
        this.problems = problems;
    }

    void warn() {
        warnOfEndpoints();
        warnOfAnalyses();
    }

    private void warnOfEndpoints() {
        for (Endpoint endpoint : study.endpoints()) {
            List<Landmark> landmarks = study.landmarks().getOrDefault(endpoint.name(), List.of());
            if (endpoint instanceof TimeToEvent time && !landmarks.isEmpty()) {
                List<Node> days = places.node("endpoints", time.name(), "at")
                        .map(Fields::items)
                        .orElseThrow();
                for (int k = 0; k < landmarks.size(); k++) {
                    warn(time, landmarks.get(k).day(), days.get(k).at());
                }
            }
        }
    }

    /** Those of a share count whose windows are closed, of which {@link OpenWindows} warns. */
    private void warnOfAnalyses() {
        for (Analysis analysis : study.analyses()) {
            if (analysis.endpoint() instanceof TimeToEvent time && !(analysis instanceof ExactBinomial)) {
                days(analysis.estimand())
                        .max()
                        .ifPresent(day -> warn(time, day, places.named("analyses", analysis.name())));
            }
        }
    }

    /** The days at which an estimate is read; none where it is of the whole curve. */
    static DoubleStream days(Estimand estimand) {
        if (estimand instanceof Estimand.Survival survival) {
            return DoubleStream.of(survival.day());
        }
        if (estimand instanceof Estimand.Incidence incidence) {
            return DoubleStream.of(incidence.day());
        }
        if (estimand instanceof Estimand.RestrictedMean mean) {
            return DoubleStream.of(mean.day());
        }
        return estimand instanceof Estimand.Difference difference
                ? DoubleStream.concat(days(difference.of()), days(difference.less()))
                : DoubleStream.empty();
    }

    private void warn(TimeToEvent endpoint, double day, Position at) {
        Optional<Double> few = day > study.plan().horizonDays() ? Optional.empty() : reach.tooFew(endpoint, day);
        few.ifPresent(patients -> problems.warning(
                at,
                "the trial ends before day " + Figures.of(day) + " of " + endpoint.name() + ": of its "
                        + study.plan().patients() + " patients it has " + Figures.of(Math.round(10 * patients) / 10.0)
                        + " for so long on average, and where it has nobody there is no estimate"));
    }
}
