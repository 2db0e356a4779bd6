package marrow.report.size;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import marrow.design.size.Effect;
import marrow.design.size.PowerAt;
import marrow.design.size.Textbook;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;

/** What a number of patients can find, as text of at most 80 columns: rule, smallest effects, power against the effect. */
public final class PowerTable {
    private PowerTable() {}

    public static String of(PowerAnswer answer) {
        SizeQuestion question = answer.question();
        StringBuilder text = new StringBuilder(SizeText.question(question)).append('\n');
        StringBuilder found = new StringBuilder();
        answer.exact().ifPresent(exact -> found.append(Paragraph.of(rule(answer, exact), "")));
        question.effect().ifPresent(effect -> found.append(detected(answer, effect)));
        text.append(found).append(found.isEmpty() ? "" : "\n").append(rows(answer));
        question.effect()
                .filter(effect ->
                        answer.rows().stream().anyMatch(row -> row.value().mcse() > 0))
                .ifPresent(effect -> text.append(Paragraph.of(error(answer, effect), "")));
        text.append(Paragraph.of(
                "In trials: " + Readout.counted(question.replicates(), "trial")
                        + " a row, with loss, competing events, late entry, accrual and cut as the scenario has them"
                        + formula(question),
                ""));
        return text.append('\n')
                .append(SizeText.accrual(question.accrual(), question.scenario()))
                .toString();
    }

    private static String error(PowerAnswer answer, Effect effect) {
        return EffectText.name(effect) + ": from a large cohort, with its error in brackets"
                + answer.question()
                        .textbook()
                        .filter(book -> answer.rows().stream().anyMatch(row -> Double.isFinite(row.formula())))
                        .map(book -> "; the column " + book.name() + " is of that value and shares the error.")
                        .orElse(".");
    }

    private static String formula(SizeQuestion question) {
        if (question.textbook().isEmpty()) {
            return ".";
        }
        return "; the formula knows "
                + (question.effect().filter(Effect::isLogRatio).isPresent()
                        ? "only how many events that leaves."
                        : "none of these.");
    }

    private static String rule(PowerAnswer answer, PowerAnswer.Exact exact) {
        int analysed = exact.stage().n();
        return "With " + Readout.counted(analysed, "patient")
                + (analysed == answer.patients() ? "" : " in the analysis, of " + answer.patients() + " enrolled")
                + ", all of whose answers are known: reject with "
                + SizeText.rejectsWith(exact.test(), exact.stage()) + "; attained alpha "
                + Readout.percent(exact.stage().typeOneError()) + ".";
    }

    private static String detected(PowerAnswer answer, Effect effect) {
        List<String> found = new ArrayList<>();
        for (PowerAnswer.Detected one : answer.detects()) {
            List<String> ways = new ArrayList<>();
            add(ways, one.formula(), "by the formula", effect);
            add(ways, one.trials(), "in trials", effect);
            if (!ways.isEmpty()) {
                found.add(Readout.percent(one.power()) + ": " + String.join(", ", ways));
            }
        }
        return found.isEmpty()
                ? ""
                : Paragraph.of(
                        "Smallest " + EffectText.name(effect) + " that is found with a power of "
                                + String.join("; ", found) + ".",
                        "");
    }

    private static void add(List<String> ways, OptionalDouble value, String way, Effect effect) {
        if (value.isPresent()) {
            ways.add(EffectText.value(effect, value.getAsDouble()) + " " + way);
        }
    }

    private static String rows(PowerAnswer answer) {
        Optional<Effect> effect = answer.question().effect();
        Optional<String> formula = answer.question().textbook().map(Textbook::name);
        boolean named = answer.rows().stream().anyMatch(row -> !row.name().isEmpty());
        Table table = new Table("  ", formula.isPresent() ? "lrrrrr" : "lrrrr");
        row(
                table,
                formula,
                named ? "truth" : "",
                effect.map(EffectText::name).orElse("effect"),
                formula.orElse("") + ", %",
                "in trials, %",
                "analysed",
                "events");
        for (PowerAnswer.Row row : answer.rows()) {
            row(
                    table,
                    formula,
                    row.name(),
                    effect.map(of -> EffectText.value(of, row.value())).orElse(Readout.NONE),
                    Double.isNaN(row.formula()) ? Readout.NONE : SizeText.percent(row.formula()),
                    row.trials().map(SizeText::percent).orElse(Readout.NONE),
                    row.trials()
                            .map(PowerAt::analysed)
                            .map(n -> Readout.fixed(n, 1))
                            .orElse(Readout.NONE),
                    row.trials()
                            .map(PowerAt::events)
                            .map(n -> Readout.fixed(n, 1))
                            .orElse(Readout.NONE));
        }
        return table.toString();
    }

    /** Without what the formula says where there is none. */
    private static void row(Table table, Optional<String> formula, String... cells) {
        List<String> told = new ArrayList<>(List.of(cells));
        if (formula.isEmpty()) {
            told.remove(2);
        }
        table.row(told.toArray(String[]::new));
    }
}
