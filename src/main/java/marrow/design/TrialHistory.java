package marrow.design;

import java.util.List;
import marrow.look.Judged;
import marrow.look.Minutes;
import marrow.look.Rule;
import marrow.look.SafetyWatch;
import marrow.look.Verdict;
import marrow.stats.dose.DoseRule;
import marrow.trial.cohort.DoseFinding;
import marrow.trial.endpoint.Endpoint;

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
    /** Days of a month. */
    public static final double MONTH = 365.25 / 12;

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

    /** Of the trial that was simulated last. */
    public static TrialHistory of(AnalysedTrial analysed) {
        return HistoryTaking.of(analysed);
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
}
