package marrow.design.metric;

import java.util.ArrayList;
import java.util.List;
import marrow.analysis.Data;
import marrow.analysis.Inquiry;
import marrow.design.OneTrial;
import marrow.look.Committee;
import marrow.look.Rule;
import marrow.look.Verdict;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;

/**
 * How trials end that are looked at: for what they stop, with how many patients, and when. A stop for efficacy or futility is a flip-flop where the same trial, gone
 * on to its end and tested once at the level of the analysis, says otherwise. A trial that went to its end is inconclusive where no rule had a conclusion there. Where all rules
 * watch over safety alone there is neither.
 */
final class StoppingGauge {
    private static final List<String> SHARES = List.of(
            "p_stop_efficacy",
            "p_stop_futility",
            "p_stop_harm",
            "flip_flop_efficacy",
            "flip_flop_futility",
            "inconclusive");
    private static final int FLIP = 3;
    private static final int INCONCLUSIVE = 5;
    private static final int PATIENTS = SHARES.size();
    private static final int EVENTS = PATIENTS + 1;
    private static final int DURATION = PATIENTS + 2;
    private static final int COLUMNS = PATIENTS + 3;

    /** The last columns: patients, events, duration. */
    static final int TALLIED = 3;

    private final List<Rule> rules;

    StoppingGauge(List<Rule> rules) {
        this.rules = rules;
    }

    int width() {
        return COLUMNS;
    }

    /** Scratch of one thread. */
    final class Reader {
        private final Cohort cohort;
        private final Calendar calendar;
        private final Committee committee;
        private final Data whole;
        private final Inquiry[] inquiries;

        Reader(OneTrial trial) {
            cohort = trial.cohort();
            calendar = trial.calendar();
            committee = trial.committee();
            whole = Data.of(
                    cohort,
                    rules.stream()
                            .flatMap(rule -> rule.decides().stream())
                            .flatMap(analysis -> analysis.needs().stream())
                            .distinct()
                            .toList());
            inquiries = rules.stream()
                    .map(rule -> rule.decides().map(whole::inquiry).orElse(null))
                    .toArray(Inquiry[]::new);
        }

        /** @param events in the analysis that is decided on, at the end */
        void read(double events, double[] row, int at) {
            int by = committee.stoppedBy();
            Verdict verdict = by < 0 ? Verdict.GO_ON : committee.conclusion(by);
            row[at] = verdict == Verdict.EFFICACY ? 1 : 0;
            row[at + 1] = verdict == Verdict.FUTILITY ? 1 : 0;
            row[at + 2] = verdict == Verdict.HARM ? 1 : 0;
            boolean otherwise = by >= 0
                    && verdict != Verdict.HARM
                    && inquiries[by] != null
                    && rejectsInTheEnd(by) != (verdict == Verdict.EFFICACY);
            row[at + FLIP] = otherwise && verdict == Verdict.EFFICACY ? 1 : 0;
            row[at + FLIP + 1] = otherwise && verdict == Verdict.FUTILITY ? 1 : 0;
            row[at + INCONCLUSIVE] = by < 0 && !concluded() ? 1 : 0;
            row[at + PATIENTS] = cohort.enrolledBy(committee.endDay());
            row[at + EVENTS] = events;
            row[at + DURATION] = committee.endDay();
        }

        private boolean rejectsInTheEnd(int rule) {
            whole.cutOn(calendar.cutDay());
            return inquiries[rule].finding().rejects();
        }

        private boolean concluded() {
            for (int r = 0; r < inquiries.length; r++) {
                if (committee.conclusion(r) != Verdict.GO_ON) {
                    return true;
                }
            }
            return false;
        }
    }

    List<Metric> metrics(Block block, int at) {
        List<Metric> metrics = new ArrayList<>();
        boolean tests = rules.stream().anyMatch(Rule::concludes);
        for (int k = 0; k < (tests ? SHARES.size() : FLIP); k++) {
            metrics.add(new Metric(SHARES.get(k), Estimate.share(block.column(at + k)), at + k));
        }
        spread("n", block, at + PATIENTS, metrics);
        spread("events", block, at + EVENTS, metrics);
        spread("duration_days", block, at + DURATION, metrics);
        return metrics;
    }

    private static void spread(String name, Block block, int column, List<Metric> metrics) {
        if (block.column(column).count() > 0) {
            metrics.add(Metric.mean(name, block, column));
            metrics.add(new Metric(name + "_sd", Estimate.deviation(block.column(column))));
        }
        if (block.isTallied(column)) {
            metrics.add(new Metric(name + "_p10", block.tally(column).quantile(0.1)));
            metrics.add(new Metric(name + "_p50", block.tally(column).quantile(0.5)));
            metrics.add(new Metric(name + "_p90", block.tally(column).quantile(0.9)));
        }
    }
}
