package marrow.report.size;

import marrow.design.size.PowerAt;
import marrow.design.size.SizeSearch;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;
import marrow.stats.exact.ExactSingleStage;

/** How many patients a power takes, as text of at most 80 columns: the answer, the teeth around it, accrual. */
public final class SizeTable {
    private SizeTable() {}

    public static String of(SizeAnswer answer) {
        String found = answer.exact()
                .map(exact -> enumerated(answer, exact))
                .orElseGet(() -> simulated(answer, answer.search().orElseThrow()));
        return SizeText.question(answer.question())
                + "\n"
                + found
                + "\n"
                + SizeText.accrual(
                        answer.question().accrual(), answer.question().scenario());
    }

    private static String enumerated(SizeAnswer answer, SizeAnswer.Exact exact) {
        StringBuilder text = new StringBuilder();
        int first = exact.first().n();
        int forGood = exact.forGood().n();
        text.append(Paragraph.of(
                "A power of " + Readout.percent(answer.power()) + " takes "
                        + Readout.counted(first, "patient")
                        + (first == forGood
                                ? ", and holds for good."
                                : ", and holds for good from " + forGood + " on."),
                ""));
        text.append(Paragraph.of(
                (answer.question().aimed()
                                ? "Exact, by enumeration, where every answer is known."
                                : "By enumeration, where every answer is known, at "
                                        + SizeText.enumeratedAt(answer.question())
                                        + ", which has the error of the cohort in brackets.")
                        + " Last column: the same test in "
                        + Readout.counted(answer.question().replicates(), "trial")
                        + " of the scenario, with its loss, competing events and cut."
                        + (exact.coming().isPart()
                                ? " Of those enrolled "
                                        + Readout.percent(exact.coming().share())
                                        + " come to the analysis, and n are those who do."
                                : ""),
                ""));
        Table table = new Table("  ", "rrrrrrl");
        table.row("n", "reject with", "type I, %", "power, %", "enrolled", "in trials, %", "");
        for (int i = 0; i < exact.teeth().size(); i++) {
            ExactSingleStage tooth = exact.teeth().get(i);
            table.row(
                    Integer.toString(tooth.n()),
                    SizeText.rejectsWith(exact.test(), tooth),
                    Readout.fixed(100 * tooth.typeOneError(), 2),
                    SizeText.percent(tooth.power()),
                    Integer.toString(exact.trials().get(i).patients()),
                    SizeText.percent(exact.trials().get(i)),
                    mark(tooth.n(), first, forGood));
        }
        return text.append(table).toString();
    }

    private static String simulated(SizeAnswer answer, SizeSearch search) {
        StringBuilder text = new StringBuilder();
        String formula = answer.textbook().isPresent()
                ? " The formula (" + answer.question().textbook().orElseThrow().name() + ") says "
                        + answer.textbook().getAsInt() + "."
                : "";
        String error = SizeText.range(search)
                .map(sizes -> ", which may be any of " + sizes + " as far as the trials tell")
                .orElse("");
        String holds = search.first() == search.forGood() ? "" : "; from " + search.forGood() + " on it holds";
        text.append(Paragraph.of(
                "A power of " + Readout.percent(search.target()) + " takes "
                        + Readout.counted(search.first(), "patient") + error + holds + "." + formula,
                ""));
        text.append(Paragraph.of(
                "This analysis is not enumerated: by simulation, "
                        + Readout.counted(answer.question().replicates(), "trial")
                        + " a size. Sizes share their patients. In brackets: Monte Carlo error.",
                ""));
        Table table = new Table("  ", "rrrrl");
        table.row("n", "power, %", "95 %", "events", "");
        for (PowerAt at : search.window()) {
            table.row(
                    Integer.toString(at.patients()),
                    SizeText.percent(at),
                    SizeText.percent(at.power().lower()) + " to "
                            + SizeText.percent(at.power().upper()),
                    Readout.fixed(at.events(), 1),
                    mark(at.patients(), search.first(), search.forGood()));
        }
        return text.append(table).toString();
    }

    private static String mark(int n, int first, int forGood) {
        return n == first && n == forGood ? "first, for good" : n == first ? "first" : n == forGood ? "for good" : "";
    }
}
