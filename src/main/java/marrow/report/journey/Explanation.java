package marrow.report.journey;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import marrow.scenario.Scenario;

/**
 * What there is to know of a scenario before it is run.
 *
 * @param arm   whose patients are told of, where there are several
 * @param rates null where they are not asked for, for they take a while
 */
public record Explanation(
        Scenario scenario, Optional<String> arm, long seed, Set<Section> sections, JourneyMap map, EventRates rates) {

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

    public static Explanation of(
            Scenario scenario, Optional<String> arm, long seed, int patients, Set<Section> sections) {
        JourneyMap map = map(scenario);
        EventRates rates =
                sections.contains(Section.RATES) ? EventRates.of(map, seed, patients, scenario.horizonDays()) : null;
        return new Explanation(scenario, arm, seed, sections, map, rates);
    }

    public static String dot(Scenario scenario, Optional<String> arm) {
        return DotDiagram.of(map(scenario), title(scenario, arm));
    }

    public static String mermaid(Scenario scenario, Optional<String> arm) {
        return MermaidDiagram.of(map(scenario), title(scenario, arm));
    }

    public static JourneyMap map(Scenario scenario) {
        return JourneyMap.of(scenario.journey(), scenario.entry(), scenario.courses(), scenario.about());
    }

    static String title(Scenario scenario, Optional<String> arm) {
        return scenario.name() + ": " + scenario.title()
                + arm.map(name -> "; arm " + name).orElse("");
    }
}
