package marrow.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import marrow.analysis.Analysis;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.look.Followed;
import marrow.look.NoDose;
import marrow.look.Rule;
import marrow.look.SafetyWatch;
import marrow.look.StagesRule;
import marrow.look.Trigger;
import marrow.montecarlo.Estimate;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.trial.RunIn;

/** The looks of a run as text: what is looked at and when, and what each look came to. */
public final class LookTable {
    private static final double MONTH = 365.25 / 12;

    private LookTable() {}

    /** Name, rule and times of each, in the table of questions. */
    static void questions(List<Rule> rules, Table table, int left) {
        for (Rule rule : rules) {
            List<String> lines = Paragraph.lines(asks(rule, rules), "", "", left);
            table.row(rule.name(), rule.method(), lines.get(0));
            lines.stream().skip(1).forEach(line -> table.row("", "", line));
        }
    }

    /** {@code looks on primary at 35 events of PFS, at the end}. */
    public static String asks(Rule rule, List<Rule> rules) {
        String on = rule.decides().map(analysis -> " on " + analysis.name()).orElse("");
        if (rule instanceof SafetyWatch watch) {
            return watch.endpoint().name() + " within " + Readout.time(watch.windowDays()) + ", above "
                    + Readout.percent(watch.above());
        }
        if (rule instanceof NoDose opening) {
            RunIn runIn = opening.runIn();
            return runIn.toxicity().name() + " within "
                    + Readout.time(runIn.toxicity().byDays()) + " at "
                    + Readout.counted(runIn.levels().size(), "dose");
        }
        return "looks" + on + " " + when(rule, rules);
    }

    private static String when(Rule rule, List<Rule> rules) {
        if (rule instanceof StagesRule stages) {
            List<String> sizes = IntStream.rangeClosed(1, stages.design().stages())
                    .mapToObj(stage -> Integer.toString(stages.design().patients(stage)))
                    .toList();
            return "when " + String.join(", then ", sizes) + " patients have answered";
        }
        List<String> times =
                new ArrayList<>(rule.triggers().stream().map(LookTable::when).toList());
        if (times.isEmpty()) {
            times.add("up to " + Readout.counted(rule.looks(), "time"));
        }
        if (rule.concludesBeside(rules) && !rule.triggers().isEmpty()) {
            times.add("at the end");
        }
        return String.join(", ", times);
    }

    static String when(Trigger trigger) {
        if (trigger instanceof Trigger.Events events) {
            return "at " + Readout.counted(events.events(), "event") + " of "
                    + events.of().name();
        }
        if (trigger instanceof Trigger.Enrolled enrolled) {
            return "with " + Readout.counted(enrolled.patients(), "patient");
        }
        if (trigger instanceof Followed followed) {
            return "with " + Readout.counted(followed.patients(), "patient") + " followed for "
                    + Readout.time(followed.days());
        }
        if (trigger instanceof Trigger.OnDay day) {
            return "after " + Readout.time(day.day());
        }
        boolean all = trigger instanceof Trigger.All;
        List<Trigger> parts = all ? ((Trigger.All) trigger).of() : ((Trigger.Any) trigger).of();
        return String.join(
                all ? " and " : " or ", parts.stream().map(LookTable::when).toList());
    }

    /** One line a look, and how trials end. */
    static String of(Results results, List<Rule> rules) {
        if (results.stopping().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        Table table = new Table("  ", "lrrrrrrrrrr");
        table.row("look", "n", "events", "month", "info", "z", "p", "eff, %", "fut, %", "harm, %", "cum, %");
        results.looks().forEach((name, looks) -> {
            for (int k = 0; k < looks.size(); k++) {
                List<Metric> one = looks.get(k);
                table.row(
                        looks.size() == 1 ? name : name + " " + (k + 1),
                        number(one, "n", 1, 1),
                        number(one, "events", 1, 1),
                        number(one, "time", 1 / MONTH, 1),
                        number(one, "info_frac", 1, 3),
                        number(one, "z_bound", 1, 3),
                        level(one),
                        number(one, "p_stop_efficacy", 100, 1),
                        number(one, "p_stop_futility", 100, 1),
                        number(one, "p_stop_harm", 100, 1),
                        number(one, "cum_power", 100, 1));
            }
        });
        text.append(table);
        Table ends = new Table("  ", "lrrrrr");
        ends.row("at its end", "mean", "sd", "10 %", "50 %", "90 %");
        spread(ends, "patients", "n", 1, results.stopping());
        spread(ends, "events", "events", 1, results.stopping());
        spread(ends, "months", "duration_days", 1 / MONTH, results.stopping());
        text.append(ends);
        text.append(Paragraph.of(stopping(results.stopping()) + eitherSide(rules), "  "));
        text.append(untaken(results, rules));
        return text.toString();
    }

    /** Which looks before the end of the trial were planned for nothing. */
    private static String untaken(Results results, List<Rule> rules) {
        List<String> looks = new ArrayList<>();
        for (Rule rule : rules) {
            for (int k = 0; k < rule.looksBeforeTheEnd(); k++) {
                if (value(results.looks().get(rule.name()).get(k), "p_look") == 0) {
                    looks.add("look " + (k + 1) + " of " + rule.name());
                }
            }
        }
        return looks.isEmpty()
                ? ""
                : Paragraph.of(
                        "No trial had " + String.join(", ", looks) + ": each had ended before its decision.", "  ");
    }

    /** The level of a look; none where nothing rejects, as there is no critical value then. */
    public static String level(List<Metric> look) {
        return Metric.find(look, "p_bound")
                .map(Estimate::value)
                .filter(p -> p > 0)
                .map(p -> Readout.fixed(p, 4))
                .orElse(Readout.NONE);
    }

    /** What efficacy is where one of these rules decides on a two-sided test, after a blank; else empty. */
    public static String eitherSide(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.decides().stream())
                .map(LookTable::eitherSide)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    static String eitherSide(Analysis decided) {
        return decided.hypothesis().alternative() == Alternative.TWO_SIDED
                ? " With a two-sided test efficacy is a difference on either side, for better or worse."
                : "";
    }

    private static void spread(Table table, String what, String name, double times, List<Metric> metrics) {
        if (Metric.find(metrics, name).isPresent()) {
            table.row(
                    what,
                    number(metrics, name, times, 1),
                    number(metrics, name + "_sd", times, 1),
                    number(metrics, name + "_p10", times, 1),
                    number(metrics, name + "_p50", times, 1),
                    number(metrics, name + "_p90", times, 1));
        }
    }

    private static String stopping(List<Metric> metrics) {
        double early =
                value(metrics, "p_stop_efficacy") + value(metrics, "p_stop_futility") + value(metrics, "p_stop_harm");
        String ends = Readout.percent(early) + " of the trials stop early: for efficacy "
                + Readout.percent(value(metrics, "p_stop_efficacy")) + ", futility "
                + Readout.percent(value(metrics, "p_stop_futility")) + ", harm "
                + Readout.percent(value(metrics, "p_stop_harm")) + ".";
        if (Metric.find(metrics, "inconclusive").isEmpty()) {
            return ends;
        }
        return ends + " The same trial, had it gone on, would have said otherwise in "
                + Readout.percent(value(metrics, "flip_flop_efficacy") + value(metrics, "flip_flop_futility"))
                + "; inconclusive " + Readout.percent(value(metrics, "inconclusive")) + ".";
    }

    private static double value(List<Metric> metrics, String name) {
        return Metric.find(metrics, name).map(Estimate::value).orElse(Double.NaN);
    }

    private static String number(List<Metric> metrics, String name, double times, int decimals) {
        return Metric.find(metrics, name)
                .map(e -> Readout.fixed(times * e.value(), decimals))
                .orElse(Readout.NONE);
    }
}
