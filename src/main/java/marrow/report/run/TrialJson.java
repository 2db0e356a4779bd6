package marrow.report.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.analysis.Analysis;
import marrow.analysis.Finding;
import marrow.design.AnalysedTrial;
import marrow.design.OneTrial;
import marrow.design.Stagewise;
import marrow.design.TrialHistory;
import marrow.design.TrialHistory.Dose;
import marrow.design.TrialHistory.Entry;
import marrow.design.TrialHistory.Harm;
import marrow.design.TrialHistory.Look;
import marrow.design.TrialHistory.Month;
import marrow.design.TrialHistory.Pause;
import marrow.look.Judged;
import marrow.look.Minutes;
import marrow.look.Rule;
import marrow.look.Verdict;
import marrow.report.form.JsonWriter;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Truth;
import marrow.stats.dose.DoseRule;
import marrow.trial.Arm;

/** One trial for programs: every month, everything that happened on a day, how it ended and what it found. Days are calendar days. */
public final class TrialJson {
    private final OneTrial trial;
    private final List<String> arms;
    private final TrialHistory history;

    private TrialJson(AnalysedTrial analysed) {
        trial = analysed.trial();
        arms = trial.study().plan().arms().stream().map(Arm::name).toList();
        history = TrialHistory.of(analysed);
    }

    /** Of the trial that was simulated last. */
    public static String of(AnalysedTrial analysed, Scenario scenario, Truth truth) {
        TrialJson told = new TrialJson(analysed);
        OneTrial trial = told.trial;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", scenario.name());
        json.put("truth", truth.name());
        json.put("seed", trial.study().plan().seed());
        json.put("replicate", trial.replicate());
        json.put("patients", trial.study().plan().patients());
        json.put("arms", told.arms);
        json.put("months", told.months());
        json.put("entries", told.history.entries().stream().map(told::entry).toList());
        json.put("cut_day", trial.cutDay());
        json.put("end_day", trial.endDay());
        json.put("stopped_by", trial.stoppedBy().map(Rule::name).orElse(null));
        json.put(
                "stopped_for", told.history.verdict() == Verdict.GO_ON ? null : EntryText.word(told.history.verdict()));
        json.put("analyses", analyses(analysed));
        json.put(
                "stagewise",
                told.history.stagewise().stream().map(TrialJson::stagewise).toList());
        return JsonWriter.write(json);
    }

    private List<Object> months() {
        List<Object> all = new ArrayList<>();
        for (Month month : history.months()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("month", month.number());
            json.put("day", month.day());
            json.put("enrolled", month.patients());
            json.put("enrolled_by_arm", byName(arms, month.enrolled()));
            json.put(
                    "events",
                    byName(
                            history.endpoints().stream()
                                    .map(endpoint -> endpoint.name())
                                    .toList(),
                            month.events()));
            json.put("lost", month.lost());
            all.add(json);
        }
        return all;
    }

    private static Map<String, Object> byName(List<String> names, List<Integer> counts) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int k = 0; k < names.size(); k++) {
            all.put(names.get(k), counts.get(k));
        }
        return all;
    }

    private Map<String, Object> entry(Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", entry.day());
        if (entry instanceof Look look) {
            json.put("what", "look");
            look(look, json);
        } else if (entry instanceof Pause pause) {
            json.put("what", "pause");
            json.put("rule", pause.rule().name());
            json.put("until", pause.until());
        } else if (entry instanceof Dose dose) {
            json.put("what", "dose");
            json.put("dose", level(dose.group().dose()));
            json.put("patients", dose.group().patients());
            json.put("judged", dose.group().judged());
            json.put("toxic", dose.group().toxic());
            json.put(dose.last() ? "recommended" : "next", level(dose.next()));
        } else if (entry instanceof Harm harm) {
            json.put("what", "harm");
            json.put("rule", harm.rule().name());
            json.put("harmed", harm.harmed());
            json.put("patients", harm.patients());
            json.put("limit", harm.limit());
        }
        return json;
    }

    private String level(int dose) {
        return dose == DoseRule.NONE
                ? null
                : trial.study().plan().runIn().levels().get(dose).name();
    }

    private static void look(Look look, Map<String, Object> json) {
        Minutes minutes = look.minutes();
        json.put("rule", look.rule().name());
        json.put("look", look.number() + 1);
        json.put("at_the_end", look.atTheEnd());
        json.put("enrolled", minutes.enrolled());
        json.put("patients", minutes.patients());
        json.put("events", minutes.events());
        json.put("information", minutes.fraction());
        json.put("judged", look.judged().stream().map(TrialJson::judged).toList());
        json.put("verdict", EntryText.word(minutes.verdict()).replace('_', ' '));
        json.put("decision_day", look.decisionDay());
    }

    private static Map<String, Object> judged(Judged one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", one.what());
        json.put("seen", one.seen());
        json.put("efficacy", one.efficacy());
        json.put("futility", one.futility());
        return json;
    }

    private static Map<String, Object> stagewise(Stagewise one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", one.rule().name());
        json.put("analysis", one.rule().analysis().name());
        json.put("p", one.p());
        json.put("estimate", one.estimate());
        json.put("lower", one.lower());
        json.put("upper", one.upper());
        return json;
    }

    private static Map<String, Object> analyses(AnalysedTrial analysed) {
        Map<String, Object> all = new LinkedHashMap<>();
        List<Analysis> analyses = analysed.trial().study().analyses();
        for (int k = 0; k < analyses.size(); k++) {
            Finding found = analysed.findings().get(k);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("patients", found.patients());
            json.put("events", found.events());
            json.put("p", found.p());
            json.put("rejects", Double.isNaN(found.p()) ? null : analysed.rejects(k));
            json.put("estimate", found.estimate());
            json.put("standard_error", found.standardError());
            json.put("lower", found.lower());
            json.put("upper", found.upper());
            all.put(analyses.get(k).name(), json);
        }
        return all;
    }
}
