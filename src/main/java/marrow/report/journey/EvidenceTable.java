package marrow.report.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marrow.report.form.Label;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.scenario.Scenario;
import marrow.scenario.value.Dimension;
import marrow.scenario.value.Evidence;
import marrow.scenario.value.Parameter;
import marrow.scenario.value.Provenance;
import marrow.scenario.value.Range;

/**
 * The parameters with what stands behind them, by the file that gives them: value as written, plausible range, class of
 * evidence; below them the source. Neighbours with the same source share its line.
 */
public final class EvidenceTable {
    private static final int NAME = 34;
    private static final int VALUE = 12;
    private static final int RANGE = 21;

    private EvidenceTable() {}

    static String of(Scenario scenario) {
        List<Parameter> parameters = scenario.parameters();
        Map<String, List<Parameter>> byFile = parameters.stream()
                .collect(Collectors.groupingBy(one -> one.at().file(), LinkedHashMap::new, Collectors.toList()));
        StringBuilder page = new StringBuilder(summary(parameters));
        byFile.forEach((file, ofFile) -> {
            page.append('\n').append(file).append('\n');
            for (int i = 0; i < ofFile.size(); i++) {
                Parameter parameter = ofFile.get(i);
                page.append(line(parameter));
                if (i + 1 == ofFile.size() || !ofFile.get(i + 1).provenance().equals(parameter.provenance())) {
                    page.append(Paragraph.of(parameter.provenance().source(), "      "));
                }
            }
        });
        if (!scenario.facts().isEmpty()) {
            page.append("\npopulation\n");
            scenario.facts().forEach((fact, origin) -> page.append(fact(fact, origin.provenance())));
        }
        return page.toString();
    }

    private static String fact(String name, Provenance provenance) {
        return Label.upTo(NAME + VALUE + RANGE + 3, "  " + name)
                + provenance.evidence().word() + "\n" + Paragraph.of(provenance.source(), "      ");
    }

    private static String summary(List<Parameter> parameters) {
        List<String> classes = new ArrayList<>();
        counts(parameters).forEach((evidence, count) -> classes.add(count + " " + evidence));
        long outside = parameters.stream().filter(EvidenceTable::isOutside).count();
        long set = parameters.stream()
                .filter(parameter -> parameter.set().isPresent())
                .count();
        return Paragraph.of(
                Readout.counted(parameters.size(), "parameter") + ": " + String.join(", ", classes)
                        + (set > 0 ? "; " + set + " set on the command line (*)" : "")
                        + (outside > 0 ? "; " + outside + " outside the plausible range (!)" : ""),
                "");
    }

    /** How many parameters each class of evidence has, best class first. */
    public static Map<String, Long> counts(List<Parameter> parameters) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Evidence evidence : Evidence.values()) {
            long count = parameters.stream()
                    .filter(parameter -> parameter.provenance().evidence() == evidence)
                    .count();
            counts.put(evidence.word(), count);
        }
        return counts;
    }

    private static String line(Parameter parameter) {
        String mark = (parameter.set().isPresent() ? "*" : "") + (isOutside(parameter) ? "!" : "");
        String value = mark + parameter.quantity().text();
        int column = NAME + VALUE - Paragraph.columns(value);
        StringBuilder line = new StringBuilder(Label.upTo(column, "  " + parameter.name()));
        line.append(value).append("  ");
        String range = range(parameter);
        line.append(range).append(" ".repeat(Math.max(1, RANGE + 1 - Paragraph.columns(range))));
        return line.append(parameter.provenance().evidence().word())
                .append('\n')
                .toString();
    }

    public static boolean isOutside(Parameter parameter) {
        return !(parameter.value() >= parameter.plausible().low()
                && parameter.value() <= parameter.plausible().high());
    }

    public static String range(Parameter parameter) {
        Range range = parameter.plausible();
        String low = said(parameter, range.low());
        String high = said(parameter, range.high());
        int unit = low.indexOf(' ');
        boolean shared = unit > 0 && high.endsWith(low.substring(unit));
        return (shared ? low.substring(0, unit) : low) + " to " + high;
    }

    private static String said(Parameter parameter, double value) {
        String text = parameter.quantity().text();
        if (parameter.quantity().dimension() == Dimension.TIME) {
            return Readout.time(value);
        }
        if (parameter.quantity().dimension() == Dimension.RATE) {
            return Readout.rate(value);
        }
        boolean chance = text.indexOf('%') >= 0 || parameter.quantity().counts().isPresent();
        return chance ? Readout.percent(value) : Readout.number(value);
    }
}
