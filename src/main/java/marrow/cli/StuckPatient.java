package marrow.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import marrow.check.Tally;
import marrow.cli.option.ScenarioOptions;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.EndlessJourneyException;
import marrow.journey.life.Trace;
import marrow.journey.life.TraceRecorder;
import marrow.scenario.Scenario;
import marrow.trial.Arm;

/**
 * A journey in which clocks ring for ever without time passing: who is caught, in what, and how to see it all. 'marrow trace' lives the journeys of the arms as
 * they are written, so that it is named only where the patient is caught in one of them too.
 */
final class StuckPatient {
    private static final int LAST_EVENTS = 6;

    private StuckPatient() {}

    static void tell(EndlessJourneyException caught, Scenario scenario, ScenarioOptions options, PrintWriter err) {
        err.println(options.file() + ": " + caught.getMessage());
        List<Trace.Event> events =
                life(caught.journey(), caught, scenario, options).events();
        err.println("The last of its " + Tally.of(events.size(), "event") + ":");
        for (Trace.Event event : events.subList(Math.max(0, events.size() - LAST_EVENTS), events.size())) {
            err.println("  day " + event.day() + "  " + event.clock());
        }
        Optional<Arm> arm = ShownArm.of(scenario).stream()
                .filter(one -> isCaught(caught, scenario.of(one), options))
                .findFirst();
        if (arm.isPresent() || isCaught(caught, scenario, options)) {
            err.println("See all: marrow trace " + options.again(scenario) + " --replicate " + caught.replicate()
                    + " --patient " + caught.patient()
                    + arm.map(one -> " --arm " + one.name()).orElse(""));
        }
    }

    private static boolean isCaught(EndlessJourneyException caught, Scenario scenario, ScenarioOptions options) {
        CompiledJourney journey = CompiledJourney.of(scenario.journey(), scenario.entry());
        return caught.getMessage()
                .equals(life(journey, caught, scenario, options).stopped());
    }

    private static Trace life(
            CompiledJourney journey, EndlessJourneyException caught, Scenario scenario, ScenarioOptions options) {
        return TraceRecorder.of(
                journey, options.seed(scenario), caught.replicate(), caught.patient(), scenario.horizonDays());
    }
}
