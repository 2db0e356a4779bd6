package marrow.report.journey;

import java.util.List;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;
import marrow.scenario.journey.Solved;

/** The hazards that the compiler solved from what they must reach: target, what the solution reaches, and the solution. */
final class SolvedTable {
    private SolvedTable() {}

    static String of(List<Solved> solved) {
        if (solved.isEmpty()) {
            return "No hazard is given by what it must reach.\n";
        }
        Table table = new Table("", "lrrr");
        table.row("", "target", "by", "reached");
        for (Solved one : solved) {
            table.row(
                    one.clock(),
                    Readout.percent(one.target()),
                    Readout.time(one.byDays()),
                    Readout.fixed(100 * one.reached(), 4) + " %");
        }
        StringBuilder page = new StringBuilder();
        List<String> lines = table.lines();
        page.append(lines.get(0)).append('\n');
        for (int i = 0; i < solved.size(); i++) {
            Solved one = solved.get(i);
            page.append(lines.get(i + 1)).append('\n');
            boolean more = i + 1 < solved.size() && solved.get(i + 1).clock().equals(one.clock());
            if (!more) {
                String beside = one.beside().isEmpty() ? "" : "; beside " + String.join(", ", one.beside());
                page.append(Paragraph.of(LawText.exactly(one.hazard()) + beside, "    ", "      "));
            }
        }
        return page.toString();
    }
}
