package marrow.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.trial.endpoint.Endpoint;

/** A rule that decides on an analysis at looks that are planned, and once more at the end of the trial. */
interface ScheduledRule extends Rule {
    /** The analysis on whose hypothesis it decides. */
    Analysis analysis();

    Schedule schedule();

    @Override
    default Optional<Analysis> decides() {
        return Optional.of(analysis());
    }

    @Override
    default List<Endpoint> needs() {
        List<Endpoint> needs = new ArrayList<>(analysis().needs());
        needs.addAll(schedule().needs());
        return needs;
    }

    @Override
    default int looks() {
        return schedule().looks().size() + 1;
    }

    @Override
    default List<Trigger> triggers() {
        return schedule().looks();
    }

    @Override
    default double lagDays() {
        return schedule().lagDays();
    }
}
