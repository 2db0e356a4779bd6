package marrow.scenario.warning;

import marrow.design.Study;
import marrow.dist.Distribution;
import marrow.journey.Clock;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Places;
import marrow.scenario.text.Problems;
import marrow.trial.Arm;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;

/**
 * Warns of responses that nobody can have, since every clock that sets their mark waits until their window is closed: an answer by day 27 of an assessment on day 28.
 * Asked of waiting times alone, which have a least day, counted from the origin of the response: where the clock runs since that mark, or where the patient
 * enters at or after it and the clock can begin no sooner.
 */
final class EarlyWindows {
    private final Study study;
    private final Places places;
    private final Problems problems;

    EarlyWindows(Study study, Places places, Problems problems) {
        this.study = study;
        this.places = places;
        this.problems = problems;
    }

    void warn() {
        for (Endpoint endpoint : study.endpoints()) {
            if (endpoint instanceof Response response) {
                double first = study.plan().arms().stream()
                        .flatMapToDouble(arm ->
                                response.reached().stream().mapToDouble(mark -> first(mark, response.from(), arm)))
                        .min()
                        .orElse(0);
                if (first > response.byDays() && first < Double.POSITIVE_INFINITY) {
                    problems.warning(
                            places.named("endpoints", response.name()),
                            "nobody can have the response " + response.name() + " by day "
                                    + Figures.of(response.byDays()) + ": what sets its mark waits until day "
                                    + Figures.of(first) + " at least");
                }
            }
        }
    }

    /** The least day since the origin on which the mark is set; infinite where nothing sets it. */
    private static double first(String mark, String origin, Arm arm) {
        return arm.entry().daysSince().containsKey(mark)
                ? 0
                : arm.journey().clocks().stream()
                        .filter(clock -> clock.setsMark(mark))
                        .mapToDouble(clock -> first(clock, origin, arm))
                        .min()
                        .orElse(Double.POSITIVE_INFINITY);
    }

    private static double first(Clock clock, String origin, Arm arm) {
        boolean sinceOrigin = clock.since() != null && clock.since().equals(origin);
        boolean sinceEntryAtLeast =
                clock.since() == null || !arm.entry().daysSince().containsKey(clock.since());
        boolean enteredAfter = origin == null || arm.entry().daysSince().containsKey(origin);
        return clock.law() instanceof Distribution wait && (sinceOrigin || (sinceEntryAtLeast && enteredAfter))
                ? wait.lower()
                : 0;
    }
}
