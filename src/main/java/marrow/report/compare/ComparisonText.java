package marrow.report.compare;

import java.util.ArrayList;
import java.util.List;
import marrow.compare.Change;
import marrow.compare.Change.Verdict;
import marrow.compare.Comparison;
import marrow.compare.Question.Judge;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;

/** Two runs beside each other, for people: whether they differ, which numbers have changed, where the lives part. */
public final class ComparisonText {
    /** Numbers within chance that are told; the rest is counted. */
    private static final int TOLD = 8;

    private final Comparison comparison;
    private final StringBuilder page = new StringBuilder();

    private ComparisonText(Comparison comparison) {
        this.comparison = comparison;
    }

    public static String of(Comparison comparison) {
        ComparisonText text = new ComparisonText(comparison);
        text.head();
        if (!comparison.identical()) {
            text.alone();
            text.changed();
            text.withinChance();
            text.table("Other numbers, not tested", comparison.with(Verdict.NOT_TESTED), TOLD);
            text.pairs();
            comparison.parting().ifPresent(parting -> text.page.append(PartingText.of(parting, comparison)));
        }
        return text.page.toString();
    }

    private void head() {
        page.append("A  ").append(comparison.before().name()).append('\n');
        page.append("B  ").append(comparison.after().name()).append("\n\n");
        page.append(Paragraph.of(verdict(), ""));
    }

    private String verdict() {
        if (comparison.identical()) {
            return "The same, to the last byte.";
        }
        List<String> said = new ArrayList<>();
        said.add(comparison.differs() ? "They differ." : "They do not differ.");
        said.add(
                comparison.sameSeed()
                        ? "Their trials have the same seed, and so the same patients."
                        : "Their trials have other seeds, and chance between them.");
        said.add(
                comparison.judge() == Judge.TRIALS
                        ? "Judged by trials: any other number or trial is a difference."
                        : "Judged by metrics: a difference is what chance does not explain.");
        int numbers =
                comparison.changes().size() - comparison.with(Verdict.ONE_ALONE).size();
        said.add("Of " + Readout.counted(numbers, "number") + " that both have, "
                + Readout.count(comparison.with(Verdict.CHANGED).size()) + " changed clearly and "
                + Readout.count(comparison.with(Verdict.WITHIN_CHANCE).size())
                + " within chance; tests at "
                + Readout.percent(comparison.question().alpha())
                + " for all together (Holm)."
                + untested());
        return String.join(" ", said);
    }

    private String untested() {
        int untested = comparison.with(Verdict.NOT_TESTED).size();
        return untested == 0 ? "" : " " + Readout.count(untested) + " more differ and cannot be tested.";
    }

    private void alone() {
        List<Change> alone = comparison.with(Verdict.ONE_ALONE);
        if (!alone.isEmpty()) {
            page.append("\nIn one alone\n");
            Table table = new Table("  ", "lll");
            alone.stream()
                    .limit(TOLD)
                    .forEach(change -> table.row(
                            change.place().truth(),
                            change.place().written(),
                            Double.isNaN(change.before().value()) ? "B" : "A"));
            page.append(table).append(more(alone.size()));
        }
    }

    private void changed() {
        table("Changed", comparison.with(Verdict.CHANGED), Integer.MAX_VALUE);
    }

    private void withinChance() {
        if (comparison.judge() == Judge.TRIALS) {
            table("Other numbers, within chance", comparison.with(Verdict.WITHIN_CHANCE), TOLD);
        }
    }

    private void table(String title, List<Change> changes, int most) {
        if (changes.isEmpty()) {
            return;
        }
        page.append('\n').append(title).append('\n');
        Table table = new Table("  ", "lrrrr").row("", "A", "B", "B - A (mcse)", "p");
        String group = "";
        for (Change change : changes.stream().limit(most).toList()) {
            String its = (change.place().truth() + " " + change.place().name()).strip();
            if (!its.equals(group)) {
                table.row(its, "", "", "", "");
                group = its;
            }
            table.row(
                    "  " + change.place().metric(),
                    Readout.number(change.before().value()),
                    Readout.number(change.after().value()),
                    Readout.withError(change.difference(), change.error()),
                    p(change));
        }
        page.append(table);
        if (changes.size() > most) {
            page.append(more(changes.size()));
        }
    }

    private void pairs() {
        comparison.changes().stream()
                .filter(change -> change.pairs() > 0)
                .findFirst()
                .ifPresent(change -> page.append(Paragraph.of(
                        "p by paired tests of " + change.pairs() + " batches of the same trials, adjusted.", "  ")));
    }

    private static String p(Change change) {
        return Double.isNaN(change.adjusted())
                ? Readout.NONE
                : change.adjusted() < 0.0001 ? "<0.0001" : Readout.fixed(change.adjusted(), 4);
    }

    private static String more(int all) {
        return all > TOLD ? "  and " + Readout.count(all - TOLD) + " more; --format json tells all\n" : "";
    }
}
