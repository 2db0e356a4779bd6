package marrow.report.journey;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import marrow.journey.Course;
import marrow.report.form.Label;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;

/** Event rates for people. What is only the bookkeeping of a course, and what never happened, is not tabled. */
final class RatesTable {
    private static final int NAME = 36; // columns

    private final EventRates rates;
    private final JourneyMap map;

    private RatesTable(EventRates rates, JourneyMap map) {
        this.rates = rates;
        this.map = map;
    }

    static String of(EventRates rates, JourneyMap map) {
        RatesTable table = new RatesTable(rates, map);
        return table.events() + EntryTable.of(rates) + UseTable.of(rates);
    }

    private String events() {
        StringBuilder page = new StringBuilder(Paragraph.of(
                "Of " + Readout.count(rates.patients()) + " patients, the share (%) who have had it by then. se: Monte"
                        + " Carlo standard error, the largest of the row, in percentage points. median: day of the first"
                        + " time, among those who have it by " + Readout.time(horizon()) + ".",
                ""));
        page.append('\n').append(heading()).append('\n');
        page.append(rows(mark -> !map.isOfCourse(mark)));
        for (Course course : map.courses()) {
            page.append(rows(mark -> isTold(mark, course)));
        }
        List<String> never = rates.rates().stream()
                .filter(rate -> last(rate) == 0 && (!map.isOfCourse(rate.mark()) || isCourse(rate.mark())))
                .map(EventRates.Rate::mark)
                .toList();
        if (!never.isEmpty()) {
            page.append('\n').append(Paragraph.of("Never: " + String.join(", ", never), "", "  "));
        }
        return page.toString();
    }

    private String heading() {
        List<String> days = rates.days().stream().map(Readout::time).toList();
        return line("", days, "se", "median");
    }

    private String rows(Predicate<String> shown) {
        StringBuilder rows = new StringBuilder();
        for (EventRates.Rate rate : rates.rates()) {
            if (last(rate) > 0 && shown.test(rate.mark())) {
                List<String> shares = rate.share().stream()
                        .map(share -> Readout.fixed(100 * share, 1))
                        .toList();
                double error = rate.error().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElseThrow();
                rows.append(line(rate.mark(), shares, Readout.fixed(100 * error, 2), Readout.days(rate.medianDay())));
                rows.append('\n');
            }
        }
        return rows.toString();
    }

    private static String line(String name, List<String> shares, String error, String median) {
        StringBuilder line = new StringBuilder(Label.upTo(NAME, name));
        shares.forEach(share -> line.append(right(share, 7)));
        return line.append(right(error, 7)).append(right(median, 9)).toString();
    }

    private static String right(String cell, int width) {
        return " ".repeat(Math.max(1, width - Paragraph.columns(cell))) + cell;
    }

    private double horizon() {
        return rates.days().get(rates.days().size() - 1);
    }

    private static double last(EventRates.Rate rate) {
        return rate.share().get(rate.share().size() - 1);
    }

    private boolean isCourse(String mark) {
        return map.courses().stream().anyMatch(course -> course.name().equals(mark));
    }

    /** Its start, its end, its being cut short, and its toxicities. */
    private static boolean isTold(String mark, Course course) {
        String name = course.name();
        return Set.of(name, name + "/end", name + "/stop").contains(mark)
                || course.toxicities().stream()
                        .map(toxicity -> name + "/" + toxicity.name())
                        .anyMatch(line -> mark.equals(line) || mark.equals(line + "-3+"));
    }
}
