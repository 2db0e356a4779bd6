package marrow.design.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.analysis.Analysis;
import marrow.analysis.Estimand;
import marrow.design.Deciders;
import marrow.design.OneTrial;
import marrow.design.truth.TrueValues;
import marrow.look.Committee;
import marrow.look.Rule;
import marrow.look.Verdict;
import marrow.montecarlo.Block;

/**
 * What is read off trials that are looked at, beside what is read off all: how they end, every look of every rule, and each analysis given how they
 * ended. It also says what a trial concludes of an analysis on which a rule decides.
 */
final class LookColumns {
    private final List<Rule> rules;
    private final List<Analysis> analyses;
    private final int[] rowOfAnalysis;
    private final Deciders deciders;
    private final StoppingGauge stopping;
    private final EndsGauge ends = new EndsGauge();
    private final List<LookGauge> looks = new ArrayList<>();

    /** @param rowOfAnalysis where the numbers of each analysis begin in a row */
    LookColumns(List<Rule> rules, List<Analysis> analyses, int[] rowOfAnalysis) {
        this.rules = rules;
        this.analyses = analyses;
        this.rowOfAnalysis = rowOfAnalysis;
        deciders = new Deciders(rules, analyses);
        stopping = new StoppingGauge(rules);
        for (int r = 0; r < rules.size(); r++) {
            looks.add(new LookGauge(rules.get(r), r));
        }
    }

    int width() {
        return stopping.width()
                + ends.width() * analyses.size()
                + looks.stream().mapToInt(LookGauge::width).sum();
    }

    /** Scratch of one thread. */
    final class Reader {
        private final Committee committee;
        private final StoppingGauge.Reader stop;

        Reader(OneTrial trial) {
            committee = trial.committee();
            stop = stopping.new Reader(trial);
        }

        /** After the analyses have put theirs in the row: corrects what they conclude, and puts the rest from {@code at} on. */
        void read(double[] row, int at) {
            int by = committee.stoppedBy();
            Verdict verdict = by < 0 ? Verdict.GO_ON : committee.conclusion(by);
            double events = Double.NaN;
            int next = at;
            for (int a = 0; a < rowOfAnalysis.length; a++) {
                int from = rowOfAnalysis[a];
                if (deciders.decideOn(a)) {
                    boolean efficacy = deciders.findEfficacy(a, committee);
                    if (efficacy || !Double.isNaN(row[from + AnalysisGauge.REJECTS])) { // no answer stays none
                        row[from + AnalysisGauge.REJECTS] = efficacy ? 1 : 0;
                    }
                    events = Double.isNaN(events) ? row[from + AnalysisGauge.EVENTS] : events;
                }
                ends.read(verdict, row[from + AnalysisGauge.ESTIMATE], row[from + AnalysisGauge.COVERS], row, next);
                next += ends.width();
            }
            for (int r = 0; r < rules.size(); r++) {
                looks.get(r).read(committee, row, next);
                next += looks.get(r).width();
            }
            stop.read(events, row, next);
        }
    }

    List<Metric> stopping(Block block, int at) {
        return stopping.metrics(block, at + width() - stopping.width());
    }

    /** Metrics to be added to those of each analysis that has a true value. */
    Map<String, List<Metric>> ends(Block block, int at, TrueValues truth) {
        Map<String, List<Metric>> all = new HashMap<>();
        for (int a = 0; a < analyses.size(); a++) {
            Analysis analysis = analyses.get(a);
            int from = at + a * ends.width();
            if (!(analysis.estimand() instanceof Estimand.None)) {
                truth.of(analysis.endpoint(), analysis.estimand())
                        .ifPresent(value -> all.put(analysis.name(), ends.metrics(block, from, value)));
            }
        }
        return all;
    }

    Map<String, List<List<Metric>>> looks(Block block, int at) {
        Map<String, List<List<Metric>>> all = new LinkedHashMap<>();
        int from = at + analyses.size() * ends.width();
        for (int r = 0; r < rules.size(); r++) {
            all.put(rules.get(r).name(), looks.get(r).metrics(block, from));
            from += looks.get(r).width();
        }
        return all;
    }
}
