package marrow.scenario.warning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import marrow.analysis.Analysis;
import marrow.design.BeyondHorizon;
import marrow.design.Reach;
import marrow.design.Study;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Places;
import marrow.scenario.text.Problems;
import marrow.trial.FollowUp;
import marrow.trial.endpoint.TimeToEvent;

/**
 * Warns where patients are no longer followed while their trial goes on: of tests that count events to its end, of which more than a quarter come after the horizon,
 * and of an end that waits for events that never come. What is read on a day needs the horizon to lie beyond that day alone: {@code Horizon}.
 */
final class EndOfFollowUp {
    /** Fewer are late events of the patients who came first, whom many a protocol does not follow for so long either. */
    private static final double MANY = 0.25;

    private final Study study;
    private final BeyondHorizon beyond;
    private final Places places;
    private final Problems problems;

    EndOfFollowUp(Study study, Reach reach, Places places, Problems problems) {
        this.study = study;
        this.places = places;
        this.problems = problems;
        beyond = new BeyondHorizon(study.plan(), reach);
    }

    void warn() {
        warnOfHorizon();
        warnOfEvents();
    }

    private void warnOfHorizon() {
        List<TimeToEvent> counted = List.copyOf(countedToTheEnd());
        double[] shares = beyond.shares(counted);
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > MANY) {
                problems.warning(
                        places.at("run", "horizon"),
                        "patients are followed to day "
                                + Figures.of(study.plan().horizonDays())
                                + " at the longest, and the trial goes on: "
                                + Figures.of(Math.round(1000 * shares[k]) / 10.0) + " % of the events of "
                                + counted.get(k).name()
                                + " before its end come later, and are not in its data");
            }
        }
    }

    private Set<TimeToEvent> countedToTheEnd() {
        Set<TimeToEvent> counted = new LinkedHashSet<>();
        for (Analysis analysis : study.analyses()) {
            if (analysis.endpoint() instanceof TimeToEvent time
                    && analysis.hypothesis() != null
                    && FollowedLandmarks.days(analysis.estimand()).findAny().isEmpty()) {
                counted.add(time);
            }
        }
        return counted;
    }

    private void warnOfEvents() {
        if (study.plan().followUp() instanceof FollowUp.OfEvents wanted && beyond.waitsInVain()) {
            problems.warning(
                    places.at("trial", "follow-up", "events"),
                    "none of " + BeyondHorizon.TRIALS + " trials comes to " + wanted.events() + " events of "
                            + wanted.of().name() + ": each goes on "
                            + (wanted.latestDay() < Double.POSITIVE_INFINITY
                                    ? "to its latest day"
                                    : "until nobody is followed any more, by the horizon to day "
                                            + Figures.of(study.plan().horizonDays()) + " at the longest"));
        }
    }
}
