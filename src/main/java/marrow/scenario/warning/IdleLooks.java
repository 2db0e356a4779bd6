package marrow.scenario.warning;

import java.util.List;
import marrow.check.Tally;
import marrow.design.FirstTrials;
import marrow.design.Study;
import marrow.look.Followed;
import marrow.look.Rule;
import marrow.look.StagesRule;
import marrow.look.Trigger;
import marrow.scenario.text.Places;
import marrow.scenario.text.Problems;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;

/** Warns of what looks do not come to: of those before which the trials end, and of patients whom no stage judges though the trial waits for them. */
final class IdleLooks {
    private final Study study;
    private final Places places;
    private final Problems problems;

    IdleLooks(Study study, Places places, Problems problems) {
        this.study = study;
        this.places = places;
        this.problems = problems;
    }

    void warn() {
        FirstTrials first = FirstTrials.of(study);
        first.untaken().stream()
                .filter(one -> !isWaitingForTooMany(one))
                .forEach(one -> problems.warning(
                        places.named("looks", one.rule().name()),
                        "there is no look " + (one.look() + 1) + " of "
                                + one.rule().name() + " in the first " + Tally.of(first.trials(), "trial")
                                + ": they end before its decision, or are stopped by another look"));
        study.rules().forEach(this::warnOfTheUnjudged);
    }

    /** For more than there are, of which {@code TriggerDecoder} warns. */
    private boolean isWaitingForTooMany(FirstTrials.Untaken one) {
        List<Trigger> triggers = one.rule().triggers();
        return !triggers.isEmpty() && isWaitingForTooMany(triggers.get(one.look()));
    }

    private boolean isWaitingForTooMany(Trigger look) {
        int most = study.plan().patients();
        if (look instanceof Trigger.Events events) {
            return events.events() > most;
        }
        if (look instanceof Trigger.Enrolled enrolled) {
            return enrolled.patients() > most;
        }
        return (look instanceof Followed followed && followed.patients() > most)
                || (look instanceof Trigger.All all && all.of().stream().anyMatch(this::isWaitingForTooMany));
    }

    /** Where all patients are of the arm that is judged and have the origin of the endpoint: else some may be in the trial for something else. */
    private void warnOfTheUnjudged(Rule rule) {
        int enrolled = study.plan().patients();
        if (rule instanceof StagesRule stages
                && study.plan().arms().size() == 1
                && isThereAtEntry(origin(stages.analysis().endpoint()))) {
            int judged = stages.design().patients(stages.design().stages());
            if (enrolled > judged) {
                problems.warning(
                        places.named("looks", rule.name()),
                        "the last stage of " + rule.name() + " judges the first " + Tally.of(judged, "patient")
                                + ", and the trial goes on until it has enrolled " + enrolled
                                + ": nobody judges the others");
            }
        }
    }

    private static String origin(Endpoint endpoint) {
        return endpoint instanceof Response response ? response.from() : ((TimeToEvent) endpoint).from();
    }

    private boolean isThereAtEntry(String origin) {
        return origin == null
                || study.plan().arms().stream()
                        .allMatch(arm -> arm.entry().daysSince().containsKey(origin));
    }
}
