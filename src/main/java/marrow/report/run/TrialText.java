package marrow.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marrow.analysis.Analysis;
import marrow.analysis.Finding;
import marrow.design.AnalysedTrial;
import marrow.design.OneTrial;
import marrow.design.Stagewise;
import marrow.design.TrialHistory;
import marrow.design.TrialHistory.Entry;
import marrow.design.TrialHistory.Month;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Truth;
import marrow.trial.Arm;
import marrow.trial.FollowUp;
import marrow.trial.Plan;

/** One trial for people: a line a month, between the months what happened on which day, then how it ended and what it found. */
public final class TrialText {
    private final Scenario scenario;
    private final Truth truth;
    private final AnalysedTrial analysed;
    private final OneTrial trial;
    private final TrialHistory history;
    private final StringBuilder page = new StringBuilder();

    private TrialText(AnalysedTrial analysed, Scenario scenario, Truth truth) {
        this.scenario = scenario;
        this.truth = truth;
        this.analysed = analysed;
        trial = analysed.trial();
        history = TrialHistory.of(analysed);
    }

    /** Of the trial that was simulated last. */
    public static String of(AnalysedTrial analysed, Scenario scenario, Truth truth) {
        TrialText text = new TrialText(analysed, scenario, truth);
        text.heading();
        text.course();
        text.end();
        text.findings();
        return text.page.toString();
    }

    private void heading() {
        Plan plan = trial.study().plan();
        List<String> arms = plan.arms().stream().map(Arm::name).toList();
        page.append(Paragraph.of(scenario.name() + ": " + scenario.title(), ""));
        page.append(Paragraph.of(
                "Trial " + trial.replicate() + " under " + truth.name() + ", seed " + plan.seed() + "; "
                        + Readout.counted(plan.patients(), "patient") + " planned, "
                        + (arms.size() == 1 ? "one arm" : "arms " + String.join(", ", arms)),
                ""));
        page.append('\n');
    }

    private void course() {
        MonthTable table = new MonthTable(history, trial.study().plan().arms());
        page.append(table.heading()).append('\n');
        EntryText told = new EntryText(trial.study().plan(), table.dayWidth());
        List<Month> quiet = new ArrayList<>();
        int next = 0;
        for (int m = 0; m < history.months().size(); m++) {
            Month month = history.months().get(m);
            boolean last = m == history.months().size() - 1;
            List<Entry> entries = new ArrayList<>();
            while (next < history.entries().size()
                    && (last || history.entries().get(next).day() <= month.day())) {
                entries.add(history.entries().get(next++));
            }
            if (entries.isEmpty() && !table.isNews(m)) {
                quiet.add(month);
                continue;
            }
            nothing(quiet, told);
            boolean endsIt = last && trial.cutDay() == trial.endDay();
            Map<Boolean, String> text = entries.stream()
                    .collect(Collectors.partitioningBy(
                            entry ->
                                    endsIt && entry.day() >= trial.cutDay(), // the data are cut at the end, then judged
                            Collectors.mapping(told::of, Collectors.joining())));
            page.append(text.get(false)).append(table.line(m)).append('\n').append(text.get(true));
        }
        nothing(quiet, told);
        table.unshown().ifPresent(text -> page.append(Paragraph.of(text, "  ")));
    }

    private void nothing(List<Month> quiet, EntryText told) {
        if (!quiet.isEmpty()) {
            int first = quiet.get(0).number();
            Month last = quiet.get(quiet.size() - 1);
            String which = quiet.size() == 1 ? "month " + first : "months " + first + "-" + last.number();
            page.append(told.dated(last.day(), which + ": nothing"));
            quiet.clear();
        }
    }

    private void end() {
        page.append('\n');
        String cut = "data cut on day " + onDay(trial.cutDay());
        if (trial.stoppedBy().isEmpty()) {
            page.append(Paragraph.of("Ends " + when() + ": " + cut + ".", ""));
        } else {
            String decided = trial.endDay() > trial.cutDay() ? ", decided on day " + onDay(trial.endDay()) : "";
            page.append(Paragraph.of(
                    "Stopped by " + trial.stoppedBy().get().name() + " for " + EntryText.word(history.verdict()) + ": "
                            + cut + decided + ".",
                    ""));
        }
        Month last = history.months().get(history.months().size() - 1);
        page.append(
                Paragraph.of(last.patients() + " enrolled, " + last.lost() + " lost to follow-up before the cut.", ""));
        int apart = history.givenAnotherDose();
        if (apart > 0) {
            page.append(Paragraph.of(
                    Readout.counted(apart, "patient")
                            + " of phase I had another dose than the one recommended: in no count of"
                            + " events, in no analysis.",
                    ""));
        }
        List<String> untaken = EntryText.untaken(history, trial.study().rules());
        if (trial.stoppedBy().isEmpty() && !untaken.isEmpty()) {
            page.append(Paragraph.of(
                    "Not taken, since the end or another look came first: " + String.join(", ", untaken) + ".", ""));
        }
    }

    private static String onDay(double day) {
        return Readout.days(day) + " (month " + Readout.fixed(day / TrialHistory.MONTH, 1) + ")";
    }

    private String when() {
        FollowUp followUp = trial.study().plan().followUp();
        if (followUp instanceof FollowUp.OfLastPatient last) {
            return "as planned, " + Readout.time(last.days()) + " after the last patient";
        }
        if (followUp instanceof FollowUp.OfEvents events) {
            String wanted = Readout.counted(events.events(), "event") + " of "
                    + events.of().name();
            if (!trial.waitedInVain()) {
                return "as planned, with " + wanted;
            }
            return trial.cutDay() < events.latestDay()
                    ? "when nobody is followed any more, since " + wanted + " never come"
                    : "on its latest day, before " + wanted;
        }
        return "as planned, on its day";
    }

    private void findings() {
        List<Analysis> analyses = trial.study().analyses();
        if (analyses.isEmpty()) {
            return;
        }
        page.append('\n');
        Table table = new Table("", "lrrrrrr");
        table.row("analysis", "n", "events", "estimate (se)", "interval", "p", "rejects");
        for (int k = 0; k < analyses.size(); k++) {
            Finding found = analysed.findings().get(k);
            table.row(
                    analyses.get(k).name(),
                    Integer.toString(found.patients()),
                    Integer.toString(found.events()),
                    estimate(found),
                    interval(found),
                    Double.isNaN(found.p()) ? Readout.NONE : EntryText.p(found.p()),
                    Double.isNaN(found.p()) ? Readout.NONE : analysed.rejects(k) ? "yes" : "no");
        }
        page.append(table);
        conclusions();
    }

    private static String estimate(Finding found) {
        return Readout.fixed(found.estimate(), 3)
                + (Double.isNaN(found.standardError()) ? "" : " (" + Readout.fixed(found.standardError(), 3) + ")");
    }

    private static String interval(Finding found) {
        return Double.isNaN(found.lower()) && Double.isNaN(found.upper())
                ? Readout.NONE
                : Readout.fixed(found.lower(), 3) + " to " + Readout.fixed(found.upper(), 3);
    }

    /** Where rules decide, it is not the p-value at the cut that does. */
    private void conclusions() {
        List<Analysis> analyses = trial.study().analyses();
        IntStream.range(0, analyses.size())
                .filter(k -> trial.study().rules().stream()
                        .anyMatch(rule ->
                                rule.decides().filter(analyses.get(k)::equals).isPresent()))
                .mapToObj(k -> "On " + analyses.get(k).name() + " the looks decide: efficacy "
                        + (analysed.rejects(k) ? "is shown." : "is not shown.")
                        + LookTable.eitherSide(analyses.get(k)))
                .forEach(text -> page.append(Paragraph.of(text, "")));
        history.stagewise().stream().map(TrialText::stagewise).forEach(text -> page.append(Paragraph.of(text, "")));
    }

    private static String stagewise(Stagewise one) {
        String p = "With its looks taken into account (stagewise order), p of "
                + one.rule().analysis().name() + " is " + EntryText.p(one.p());
        return Double.isNaN(one.estimate())
                ? p + "."
                : p + ", the median-unbiased estimate " + Readout.fixed(one.estimate(), 3) + " ("
                        + Readout.fixed(one.lower(), 3) + " to " + Readout.fixed(one.upper(), 3) + ").";
    }
}
