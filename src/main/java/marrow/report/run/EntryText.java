package marrow.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marrow.design.TrialHistory;
import marrow.design.TrialHistory.Dose;
import marrow.design.TrialHistory.Entry;
import marrow.design.TrialHistory.Harm;
import marrow.design.TrialHistory.Look;
import marrow.design.TrialHistory.Pause;
import marrow.look.Judged;
import marrow.look.Minutes;
import marrow.look.NoDose;
import marrow.look.Rule;
import marrow.look.SafetyWatch;
import marrow.look.Trigger;
import marrow.look.Verdict;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.stats.dose.DoseRule;
import marrow.trial.Plan;
import marrow.trial.RunIn;
import marrow.trial.endpoint.Response;

/** What happened on one day of a trial, in a few lines that begin with the day. */
final class EntryText {
    private final Plan plan;
    private final int dayWidth;

    EntryText(Plan plan, int dayWidth) {
        this.plan = plan;
        this.dayWidth = dayWidth;
    }

    String of(Entry entry) {
        if (entry instanceof Look look) {
            return look(look);
        }
        if (entry instanceof Pause pause) {
            return dated(
                    pause.day(),
                    "accrual pauses until day " + Readout.days(pause.until()) + ", for "
                            + pause.rule().name());
        }
        return dated(entry.day(), entry instanceof Dose dose ? dose(dose) : harm((Harm) entry));
    }

    /** A text that begins with a day. */
    String dated(double day, String text) {
        String on = Readout.days(day);
        return Paragraph.of(text, " ".repeat(dayWidth - on.length()) + on + "  ", " ".repeat(dayWidth + 4));
    }

    private String look(Look look) {
        String below = " ".repeat(dayWidth + 4);
        String text = dated(look.day(), name(look.rule(), look.number()) + when(look) + ": " + verdict(look))
                + Paragraph.of(String.join(", ", counts(look)), below);
        List<Judged> judged = look.judged();
        return judged.isEmpty()
                ? text
                : text + Paragraph.of(judged.stream().map(EntryText::judged).collect(Collectors.joining(", ")), below);
    }

    private static String name(Rule rule, int number) {
        return rule.looks() == 1 ? rule.name() : rule.name() + " " + (number + 1);
    }

    private static String when(Look look) {
        List<Trigger> triggers = look.rule().triggers();
        return look.atTheEnd()
                ? ", at the end"
                : look.number() < triggers.size() ? ", " + LookTable.when(triggers.get(look.number())) : "";
    }

    private static String verdict(Look look) {
        Verdict verdict = look.minutes().verdict();
        if (look.atTheEnd()) {
            return switch (verdict) {
                case EFFICACY -> "shows efficacy";
                case GO_ON -> "inconclusive";
                default -> "does not show efficacy";
            };
        }
        if (verdict == Verdict.GO_ON) {
            return "goes on";
        }
        String decided = look.decisionDay() > look.day() ? ", decided on day " + Readout.days(look.decisionDay()) : "";
        return "stops for " + word(verdict) + decided;
    }

    static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> counts(Look look) {
        Minutes minutes = look.minutes();
        List<String> counts = new ArrayList<>();
        counts.add(minutes.enrolled() + " enrolled");
        if (!Double.isNaN(minutes.patients())) {
            counts.add(Readout.fixed(minutes.events(), 0) + " of "
                    + Readout.fixed(minutes.patients(), look.rule() instanceof SafetyWatch ? 1 : 0)
                    + with(look.rule()));
        }
        if (!Double.isNaN(minutes.fraction())) {
            counts.add("information " + Readout.fixed(minutes.fraction(), 3));
        }
        return counts;
    }

    private static String with(Rule rule) {
        if (rule instanceof NoDose opening) {
            return " with " + opening.runIn().toxicity().name();
        }
        if (rule.decides().isEmpty()) {
            return " harmed";
        }
        return rule.decides().get().endpoint() instanceof Response ? " responded" : " with the event";
    }

    private static String judged(Judged one) {
        List<String> bounds = new ArrayList<>();
        if (!Double.isNaN(one.efficacy())) {
            bounds.add("efficacy " + number(one, one.efficacy()));
        }
        if (!Double.isNaN(one.futility())) {
            bounds.add("futility " + number(one, one.futility()));
        }
        return one.what() + " " + number(one, one.seen())
                + (bounds.isEmpty() ? "" : " (" + String.join(", ", bounds) + ")");
    }

    private static String number(Judged of, double x) {
        if (of.what().equals("p")) {
            return p(x);
        }
        return x == Math.rint(x) ? Readout.number(x) : Readout.fixed(x, 3);
    }

    /** A p-value with four decimals. */
    static String p(double p) {
        return p < 5e-5 ? "<0.0001" : Readout.fixed(p, 4);
    }

    private String dose(Dose one) {
        RunIn runIn = plan.runIn();
        String treated = "phase I: " + one.group().patients() + " at "
                + level(one.group().dose()) + ", " + one.group().toxic() + " of "
                + one.group().judged() + " judged with " + runIn.toxicity().name();
        return treated + (one.last() ? "; recommends " : "; next ") + level(one.next());
    }

    private String level(int dose) {
        return dose == DoseRule.NONE
                ? "no dose"
                : plan.runIn().levels().get(dose).name();
    }

    private static String harm(Harm harm) {
        return harm.rule().name() + ": " + harm.harmed() + " harmed of " + Readout.fixed(harm.patients(), 1)
                + (Double.isNaN(harm.limit()) ? "" : ", " + Readout.number(harm.limit()) + " would stop");
    }

    /** The looks of rules that decide on an analysis, which did not come. */
    static List<String> untaken(TrialHistory history, List<Rule> rules) {
        return rules.stream()
                .filter(Rule::concludes)
                .flatMap(rule -> IntStream.range(0, rule.concludesBeside(rules) ? rule.looks() : rule.looks() - 1)
                        .filter(k -> history.entries().stream()
                                .noneMatch(entry ->
                                        entry instanceof Look look && look.rule() == rule && look.number() == k))
                        .mapToObj(k -> name(rule, k)))
                .toList();
    }
}
