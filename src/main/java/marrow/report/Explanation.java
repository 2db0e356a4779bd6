package marrow.report;

import java.util.Locale;
import java.util.Set;
import marrow.journey.CompiledJourney;
import marrow.scenario.Scenario;

/**
 * What there is to know of a scenario before it is run.
 *
 * @param rates null where they are not asked for, for they take a while
 */
public record Explanation(Scenario scenario, long seed, Set<Section> sections, JourneyMap map, EventRates rates) {

    public enum Section {
        EVIDENCE,
        SOLVED,
        DIAGRAM,
        RATES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Explanation of(Scenario scenario, long seed, int patients, Set<Section> sections) {
        EventRates rates = sections.contains(Section.RATES)
                ? EventRates.of(
                        CompiledJourney.of(scenario.journey(), scenario.entry()),
                        scenario.entry(),
                        seed,
                        patients,
                        scenario.horizonDays())
                : null;
        return new Explanation(scenario, seed, sections, map(scenario), rates);
    }

    public static String dot(Scenario scenario) {
        return DotDiagram.of(map(scenario), title(scenario));
    }

    public static String mermaid(Scenario scenario) {
        return MermaidDiagram.of(map(scenario), title(scenario));
    }

    public static JourneyMap map(Scenario scenario) {
        return JourneyMap.of(scenario.journey(), scenario.entry(), scenario.courses(), scenario.about());
    }

    static String title(Scenario scenario) {
        return scenario.name() + ": " + scenario.title();
    }
}
