package marrow.report.journey;

import java.util.Map;
import java.util.Optional;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.journey.Explanation.Section;
import marrow.scenario.Scenario;

/** An explanation for a terminal of 80 columns. */
public final class ExplanationText {
    private static final Map<Section, String> HEADINGS = Map.of(
            Section.EVIDENCE, "EVIDENCE",
            Section.SOLVED, "SOLVED",
            Section.DIAGRAM, "JOURNEY",
            Section.RATES, "EXPECTED EVENTS");

    private ExplanationText() {}

    public static String of(Explanation explanation) {
        Scenario scenario = explanation.scenario();
        StringBuilder page = new StringBuilder(Paragraph.of(Explanation.title(scenario, Optional.empty()), "", "  "));
        page.append("seed ").append(explanation.seed()).append(", followed to ");
        page.append(Readout.time(scenario.horizonDays()));
        explanation.arm().ifPresent(name -> page.append(", patients of arm ").append(name));
        page.append('\n');
        scenario.study().forEach((what, is) -> page.append(Paragraph.of(what + ": " + is, "", "  ")));
        for (Section section : Section.values()) {
            if (explanation.sections().contains(section)) {
                page.append('\n').append(HEADINGS.get(section)).append("\n\n").append(section(section, explanation));
            }
        }
        return page.toString();
    }

    /** The fragments that say what they are about, which a fragment does under the name of its file. */
    private static String fragments(Scenario scenario) {
        StringBuilder told = new StringBuilder();
        for (String file : scenario.fragments()) {
            String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
            String about = scenario.about().get(name);
            if (about != null) {
                told.append(Paragraph.of(name + ": " + about, "", "  "));
            }
        }
        return told.isEmpty() ? "" : told.append('\n').toString();
    }

    private static String section(Section section, Explanation explanation) {
        Scenario scenario = explanation.scenario();
        return switch (section) {
            case EVIDENCE -> EvidenceTable.of(scenario);
            case SOLVED -> SolvedTable.of(scenario.solved());
            case DIAGRAM -> fragments(scenario) + TerminalDiagram.of(explanation.map());
            case RATES -> RatesTable.of(explanation.rates(), explanation.map());
        };
    }
}
