package marrow.look;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import marrow.analysis.Data;
import marrow.journey.Tick;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.Endpoint;

/**
 * The data monitoring committee of a trial: it takes the looks of all rules in the order of their days, each at the data as they were on that day, and
 * stops the trial with the first that says so. A look is taken if its decision comes before the trial would end anyway. Whoever comes until
 * the decision is enrolled. The scratch of one thread; the cohort lives on in its columns, whatever is decided.
 */
public final class Committee {
    private final Cohort cohort;
    private final Calendar calendar;
    private final List<Rule> rules;
    private final Rule.Monitor[] monitors;
    private final Minutes[][] minutes;
    private final Verdict[] conclusions;
    private final boolean[] paused;
    private final boolean[] concludes;
    private final Data data;

    private double cutDay;
    private double endDay;
    private double openAgain;
    private int stoppedBy;

    private Committee(List<Rule> rules, Calendar calendar, Data data) {
        this.calendar = calendar;
        this.rules = List.copyOf(rules);
        cohort = calendar.cohort();
        this.data = data;
        monitors = rules.stream().map(rule -> rule.monitor(calendar, data)).toArray(Rule.Monitor[]::new);
        minutes = new Minutes[monitors.length][];
        concludes = new boolean[monitors.length];
        for (int r = 0; r < monitors.length; r++) {
            List<Minutes> all = new ArrayList<>();
            for (int k = 0; k < this.rules.get(r).looks(); k++) {
                all.add(new Minutes());
            }
            minutes[r] = all.toArray(Minutes[]::new);
            concludes[r] = this.rules.get(r).concludesBeside(this.rules);
        }
        conclusions = new Verdict[monitors.length];
        paused = new boolean[monitors.length];
    }

    /** With data of its own. */
    public static Committee of(List<Rule> rules, Calendar calendar) {
        return of(rules, calendar, Data.of(calendar.cohort(), needs(rules), List.of()));
    }

    /** @param data of the same cohort, which it cuts for its looks */
    public static Committee of(List<Rule> rules, Calendar calendar, Data data) {
        return new Committee(rules, calendar, data);
    }

    /** What must be known of each patient for these rules. */
    public static Collection<Endpoint> needs(List<Rule> rules) {
        Set<Endpoint> needs = new LinkedHashSet<>();
        rules.forEach(rule -> needs.addAll(rule.needs()));
        return needs;
    }

    /** Oversees the present trial from its opening to its end. */
    public void oversee() {
        begin();
        while (true) {
            double end = calendar.cutDay();
            int pause = firstPause();
            int look = firstLook();
            double lookDay = look < 0 ? Double.POSITIVE_INFINITY : dayOf(look);
            if (pause >= 0 && monitors[pause].pausesAfter() <= Math.min(lookDay, end)) {
                pause(pause);
            } else if (!(lookDay < end)) {
                conclude(end);
                return;
            } else if (lookDay < cutDay || lookDay + rules.get(look).lagDays() >= end) {
                step(look);
            } else if (stops(look, lookDay)) {
                return;
            }
        }
    }

    private void begin() {
        cutDay = Double.NEGATIVE_INFINITY;
        openAgain = Double.NEGATIVE_INFINITY;
        stoppedBy = -1;
        for (int r = 0; r < monitors.length; r++) {
            monitors[r].begin();
            paused[r] = false;
            conclusions[r] = Verdict.GO_ON;
            for (Minutes one : minutes[r]) {
                one.clear();
            }
        }
    }

    private double dayOf(int rule) {
        return Tick.notBefore(monitors[rule].day());
    }

    /** The rule whose look comes first; the first of several; -1 for none. */
    private int firstLook() {
        int first = -1;
        double day = Double.POSITIVE_INFINITY;
        for (int r = 0; r < monitors.length; r++) {
            double one = monitors[r].day();
            if (one < day) {
                day = one;
                first = r;
            }
        }
        return first;
    }

    /** The rule which stops accrual first of those that have not done so for their next look; -1 for none. */
    private int firstPause() {
        int first = -1;
        double day = Double.POSITIVE_INFINITY;
        for (int r = 0; r < monitors.length; r++) {
            double one = paused[r] ? Double.POSITIVE_INFINITY : monitors[r].pausesAfter();
            if (one < day) {
                day = one;
                first = r;
            }
        }
        return first;
    }

    /**
     * Nobody comes until the decision, or until the trial ends without one, which nobody knows when the pause begins. Where two pauses
     * overlap, the second adds what reaches beyond the first.
     */
    private void pause(int rule) {
        paused[rule] = true;
        double after = Math.max(Tick.notBefore(monitors[rule].pausesAfter()), openAgain);
        double until = dayOf(rule) + Tick.notBefore(rules.get(rule).lagDays());
        if (until > after) {
            Minutes next = minutes[rule][monitors[rule].next()];
            cohort.pauseAccrual(after, until);
            openAgain = until;
            double opens = Math.min(until, calendar.cutDay());
            if (opens > after) {
                next.pause(after, opens);
            }
        }
    }

    private void step(int rule) {
        monitors[rule].skip();
        paused[rule] = false;
    }

    private boolean stops(int rule, double day) {
        if (day > cutDay) {
            cutDay = day;
            data.cutForLookOn(day);
        }
        Minutes now = minutes[rule][monitors[rule].next()];
        now.open(day, cohort.enrolledBy(day));
        Verdict verdict = monitors[rule].look(now);
        paused[rule] = false;
        now.close(verdict);
        if (verdict == Verdict.GO_ON) {
            return false;
        }
        stoppedBy = rule;
        conclusions[rule] = verdict;
        endDay = day + Tick.notBefore(rules.get(rule).lagDays());
        return true;
    }

    private void conclude(double end) {
        cutDay = end;
        endDay = end;
        data.cutForLookOn(end);
        for (int r = 0; r < monitors.length; r++) {
            if (!concludes[r]) {
                continue;
            }
            Minutes last = minutes[r][minutes[r].length - 1];
            last.open(end, cohort.enrolledBy(end));
            conclusions[r] = monitors[r].conclude(last);
            last.close(conclusions[r]);
        }
    }

    /** The calendar day on which the data were cut that ended the trial. */
    public double cutDay() {
        return cutDay;
    }

    /** The calendar day on which the trial ended: that of the decision, if it was stopped. */
    public double endDay() {
        return endDay;
    }

    /** Which rule stopped the trial; -1 if it went to its own end. */
    public int stoppedBy() {
        return stoppedBy;
    }

    /** What a rule said last: when it stopped the trial, or at its end; {@code GO_ON} for nothing. */
    public Verdict conclusion(int rule) {
        return conclusions[rule];
    }

    /** What was written down at a look of a rule, from 0. */
    public Minutes minutes(int rule, int look) {
        return minutes[rule][look];
    }
}
