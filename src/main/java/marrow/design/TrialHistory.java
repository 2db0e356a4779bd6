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
import marrow.look.Committee;
import marrow.look.GroupSequentialRule;
import marrow.look.HarmCount;
import marrow.look.Judged;
import marrow.look.Minutes;
import marrow.look.Rule;
import marrow.look.SafetyWatch;
import marrow.look.Verdict;
import marrow.stats.dose.DoseRule;
import marrow.trial.Cohort;
import marrow.trial.DoseFinding;
import marrow.trial.Endpoint;
import marrow.trial.FollowUp;
import marrow.trial.Response;
import marrow.trial.TimeToEvent;

/**
 * What happened in one trial, and when: months on the calendar, each with what was known at its end, and between them the looks, the doses of phase I, harm that is watched
 * and pauses of accrual. It is read off a trial that is over: data cut on an earlier day are what was known on it. Its looks hold until the next trial is conducted.
 *
 * @param endpoints whose events or responses are counted; first those that analyses and looks at their hypotheses ask for, then times to events
 * @param entries   in the order of their days
 * @param verdict   for which it was stopped before its end; {@code GO_ON} for none
 * @param stagewise what the group-sequential rules say that stopped it, or that came to its end
 */
public record TrialHistory(
        List<Endpoint> endpoints, List<Month> months, List<Entry> entries, Verdict verdict, List<Stagewise> stagewise) {
    private static final double MONTH = 365.25 / 12; // days

    public TrialHistory {
        endpoints = List.copyOf(endpoints);
        months = List.copyOf(months);
        entries = List.copyOf(entries);
        stagewise = List.copyOf(stagewise);
    }

    /**
     * What was known at the end of a month; the last ends with the trial. Patients enrolled after a cut that ended the trial are among the enrolled alone.
     *
     * @param number   from 1
     * @param day      on which it ends
     * @param enrolled by arm
     * @param events   by endpoint
     */
    public record Month(int number, double day, List<Integer> enrolled, List<Integer> events, int lost) {
        public Month {
            enrolled = List.copyOf(enrolled);
            events = List.copyOf(events);
        }

        public int patients() {
            return enrolled.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Something that happened on a calendar day. */
    public sealed interface Entry {
        double day();
    }

    /**
     * A look of a rule.
     *
     * @param number   from 0
     * @param atTheEnd of a trial that nothing stopped
     */
    public record Look(Rule rule, int number, Minutes minutes, boolean atTheEnd) implements Entry {
        @Override
        public double day() {
            return minutes.day();
        }

        /** What was seen, and what it was held against. */
        public List<Judged> judged() {
            return rule.judged(minutes, number);
        }

        /** The day on which it was decided. */
        public double decisionDay() {
            return atTheEnd ? day() : day() + rule.lagDays();
        }
    }

    /** Nobody was enrolled until a day, for a look of a rule. */
    public record Pause(double day, double until, Rule rule) implements Entry {}

    /**
     * The dose of phase I after a group of patients.
     *
     * @param next the dose of the next group, or the dose recommended after the last; {@link DoseRule#NONE} for none
     */
    public record Dose(DoseFinding.Group group, int next, boolean last) implements Entry {
        @Override
        public double day() {
            return group.day();
        }
    }

    /**
     * The last patient harmed in a month.
     *
     * @param harmed   so far
     * @param patients of so many, some of them in part
     * @param limit    so many would have stopped the trial on that day; NaN where no number would
     */
    public record Harm(double day, SafetyWatch rule, int harmed, double patients, double limit) implements Entry {}

    /** Of the trial that was conducted last. */
    public static TrialHistory of(AnalysedTrial analysed) {
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
            if ((by < 0 || by == r) && rules.get(r) instanceof GroupSequentialRule rule) {
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

    /** Patients of phase I who were given another dose than the one that was recommended, and whom the analyses leave out. */
    public int givenAnotherDose() {
        List<Dose> doses = entries.stream()
                .filter(Dose.class::isInstance)
                .map(Dose.class::cast)
                .toList();
        if (doses.isEmpty()) {
            return 0;
        }
        Dose last = doses.get(doses.size() - 1);
        return !last.last() || last.next() == DoseRule.NONE
                ? 0
                : doses.stream()
                        .map(Dose::group)
                        .filter(group -> group.dose() != last.next())
                        .mapToInt(DoseFinding.Group::patients)
                        .sum();
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
            day = Math.min(number * MONTH, trial.endDay());
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
        return Math.ceil(day / MONTH);
    }
}
