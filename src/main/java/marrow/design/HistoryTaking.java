package marrow.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.design.TrialHistory.Dose;
import marrow.design.TrialHistory.Entry;
import marrow.design.TrialHistory.Harm;
import marrow.design.TrialHistory.Look;
import marrow.design.TrialHistory.Month;
import marrow.design.TrialHistory.Pause;
import marrow.look.Committee;
import marrow.look.GroupSequentialRule;
import marrow.look.HarmCount;
import marrow.look.Minutes;
import marrow.look.Rule;
import marrow.look.SafetyWatch;
import marrow.look.Verdict;
import marrow.trial.FollowUp;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.DoseFinding;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;

/** Reads the history of a trial off it when it is over. The calendar is the one in the end: a pause has moved those alone who came after it. */
final class HistoryTaking {
    private HistoryTaking() {}

    static TrialHistory of(AnalysedTrial analysed) {
        OneTrial trial = analysed.trial();
        List<Endpoint> endpoints = endpoints(trial.study());
        Committee committee = trial.committee();
        return new TrialHistory(
                endpoints,
                months(trial, endpoints),
                entries(trial),
                committee.stoppedBy() < 0 ? Verdict.GO_ON : committee.conclusion(committee.stoppedBy()),
                stagewise(analysed));
    }

    private static List<Stagewise> stagewise(AnalysedTrial analysed) {
        OneTrial trial = analysed.trial();
        List<Rule> rules = trial.study().rules();
        int by = trial.committee().stoppedBy();
        List<Stagewise> all = new ArrayList<>();
        for (int r = 0; r < rules.size(); r++) {
            boolean ended = by < 0 ? rules.get(r).concludesBeside(rules) : by == r;
            if (ended && rules.get(r) instanceof GroupSequentialRule rule) {
                int at = r;
                List<Minutes> taken = IntStream.range(0, rule.looks())
                        .mapToObj(k -> trial.committee().minutes(at, k))
                        .filter(Minutes::taken)
                        .toList();
                int analysis = trial.study().analyses().indexOf(rule.analysis());
                Stagewise.of(rule, taken, analysed.findings().get(analysis)).ifPresent(all::add);
            }
        }
        return all;
    }

    private static List<Endpoint> endpoints(Study study) {
        Set<Endpoint> all = new LinkedHashSet<>();
        study.analyses().stream().map(Analysis::endpoint).forEach(all::add);
        study.rules().stream().filter(Rule::concludes).map(Rule::needs).forEach(all::addAll);
        Optional.of(study.plan().followUp()).flatMap(FollowUp::endpoint).ifPresent(all::add);
        study.endpoints().stream().filter(TimeToEvent.class::isInstance).forEach(all::add);
        all.addAll(study.endpoints());
        return all.stream()
                .filter(endpoint -> endpoint instanceof TimeToEvent || endpoint instanceof Response)
                .toList();
    }

    private static List<Month> months(OneTrial trial, List<Endpoint> endpoints) {
        Cohort cohort = trial.cohort();
        Data data = Data.of(cohort, endpoints);
        List<Month> months = new ArrayList<>();
        double day = 0;
        for (int number = 1; day < trial.endDay(); number++) {
            day = Math.min(number * TrialHistory.MONTH, trial.endDay());
            double known = Math.min(day, trial.cutDay());
            data.cutOn(known);
            months.add(new Month(
                    number,
                    day,
                    enrolled(cohort, day),
                    endpoints.stream()
                            .map(endpoint -> events(data, endpoint, cohort.arms()))
                            .toList(),
                    cohort.lostBy(known)));
        }
        return months;
    }

    private static List<Integer> enrolled(Cohort cohort, double day) {
        int[] enrolled = new int[cohort.arms()];
        for (int i = 0; i < cohort.enrolledBy(day); i++) {
            enrolled[cohort.arm(i)]++;
        }
        return IntStream.of(enrolled).boxed().toList();
    }

    private static int events(Data data, Endpoint endpoint, int arms) {
        return endpoint instanceof TimeToEvent time
                ? data.sample(time).events()
                : IntStream.range(0, arms)
                        .map(data.answers((Response) endpoint)::yes)
                        .sum();
    }

    /** On one day in this order: doses, harm, pauses, looks. */
    private static List<Entry> entries(OneTrial trial) {
        List<Entry> entries = new ArrayList<>();
        trial.cohort().doseFinding().ifPresent(doses -> addDoses(doses, entries));
        List<Rule> rules = trial.study().rules();
        for (Rule rule : rules) {
            if (rule instanceof SafetyWatch watch) {
                addHarm(watch, trial, entries);
            }
        }
        for (int r = 0; r < rules.size(); r++) {
            for (int k = 0; k < rules.get(r).looks(); k++) {
                Minutes minutes = trial.committee().minutes(r, k);
                if (!Double.isNaN(minutes.pausedAfter())) {
                    entries.add(new Pause(minutes.pausedAfter(), minutes.pausedUntil(), rules.get(r)));
                }
            }
        }
        for (int r = 0; r < rules.size(); r++) {
            Rule rule = rules.get(r);
            for (int k = 0; k < rule.looks(); k++) {
                Minutes minutes = trial.committee().minutes(r, k);
                boolean concludes = rule.concludes() && k == rule.looks() - 1;
                if (minutes.taken()) {
                    entries.add(new Look(rule, k, minutes, concludes));
                }
            }
        }
        entries.removeIf(entry -> entry.day() > trial.endDay());
        entries.sort(Comparator.comparingDouble(Entry::day));
        return entries;
    }

    private static void addDoses(DoseFinding doses, List<Entry> entries) {
        List<DoseFinding.Group> groups = doses.groups();
        for (int g = 0; g < groups.size(); g++) {
            boolean last = g == groups.size() - 1;
            entries.add(new Dose(
                    groups.get(g),
                    last ? doses.recommended() : groups.get(g + 1).dose(),
                    last));
        }
    }

    private static void addHarm(SafetyWatch watch, OneTrial trial, List<Entry> entries) {
        HarmCount count = watch.in(trial.cohort());
        double[] days = count.harms(trial.cutDay());
        for (int k = 0; k < days.length; k++) {
            if (k == days.length - 1 || month(days[k + 1]) > month(days[k])) {
                entries.add(new Harm(days[k], watch, k + 1, count.patients(days[k]), count.limit(days[k])));
            }
        }
    }

    private static double month(double day) {
        return Math.ceil(day / TrialHistory.MONTH);
    }
}
