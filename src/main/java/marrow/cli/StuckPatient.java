package marrow.cli;

import java.io.PrintWriter;
import java.util.List;
import marrow.check.Tally;
import marrow.journey.CompiledJourney;
import marrow.journey.EndlessJourneyException;
import marrow.journey.Trace;
import marrow.journey.TraceRecorder;
import marrow.scenario.Scenario;

/**
 * A journey in which clocks ring for ever without time passing: who is caught, in what, and how to see it all. 'marrow trace' lives the journey of the scenario as
 * it is written, so that it is named only where a patient is caught there too.
 */
final class StuckPatient {
    private static final int LAST_EVENTS = 6;

    private StuckPatient() {}

    static void tell(EndlessJourneyException caught, Scenario scenario, ScenarioOptions options, PrintWriter err) {
        err.println(options.file() + ": " + caught.getMessage());
        Trace trace = life(caught.journey(), caught, scenario, options);
        List<Trace.Event> events = trace.events();
        err.println("The last of its " + Tally.of(events.size(), "event") + ":");
        for (Trace.Event event : events.subList(Math.max(0, events.size() - LAST_EVENTS), events.size())) {
            err.println("  day " + event.day() + "  " + event.clock());
        }
        Trace told = life(CompiledJourney.of(scenario.journey(), scenario.entry()), caught, scenario, options);
        if (caught.getMessage().equals(told.stopped())) {
            err.println("See all: marrow trace " + options.again(scenario) + " --replicate " + caught.replicate()
                    + " --patient " + caught.patient());
        }
    }

    private static Trace life(
            CompiledJourney journey, EndlessJourneyException caught, Scenario scenario, ScenarioOptions options) {
        return TraceRecorder.of(
                journey, options.seed(scenario), caught.replicate(), caught.patient(), scenario.horizonDays());
    }
}
