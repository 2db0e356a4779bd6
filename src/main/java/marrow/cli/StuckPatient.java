package marrow.cli;

import java.io.PrintWriter;
import java.util.List;
import marrow.journey.CompiledJourney;
import marrow.journey.EndlessJourneyException;
import marrow.journey.Trace;
import marrow.journey.TraceRecorder;
import marrow.scenario.Scenario;

/** A journey in which clocks ring for ever without time passing: who is caught, in what, and how to see it all. */
final class StuckPatient {
    private static final int LAST_EVENTS = 6;

    private StuckPatient() {}

    static void tell(EndlessJourneyException caught, Scenario scenario, ScenarioOptions options, PrintWriter err) {
        err.println(options.file() + ": " + caught.getMessage());
        Trace trace = TraceRecorder.of(
                CompiledJourney.of(scenario.journey(), scenario.entry()),
                options.seed(scenario),
                caught.replicate(),
                caught.patient(),
                scenario.horizonDays());
        List<Trace.Event> events = trace.events();
        err.println("The last of its " + events.size() + " events:");
        for (Trace.Event event : events.subList(Math.max(0, events.size() - LAST_EVENTS), events.size())) {
            err.println("  day " + event.day() + "  " + event.clock());
        }
        err.println("See all: marrow trace " + options.again(scenario) + " --replicate " + caught.replicate()
                + " --patient " + caught.patient());
    }
}
