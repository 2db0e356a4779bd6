package marrow.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.montecarlo.Block;
import marrow.trial.Cohort;
import marrow.trial.Endpoint;
import marrow.trial.Quantity;
import marrow.trial.Response;
import marrow.trial.TimeToEvent;

/**
 * The operating characteristics of a study under one truth: which numbers are read off each trial, and what those of all trials come to.
 * Knows nothing of the lives behind them.
 */
public final class Characteristics {
    private final TrueValues truth;
    private final CalendarGauge calendar = new CalendarGauge();
    private final Map<String, Gauge> ofEndpoints = new LinkedHashMap<>();
    private final Map<String, Gauge> ofAnalyses = new LinkedHashMap<>();
    private final List<Gauge> all = new ArrayList<>();
    private final int width;

    private Characteristics(Questions questions, Role role, TrueValues truth) {
        this.truth = truth;
        for (Endpoint endpoint : questions.endpoints()) {
            ofEndpoints.put(endpoint.name(), gauge(questions, endpoint));
        }
        for (Analysis analysis : questions.analyses()) {
            ofAnalyses.put(analysis.name(), new AnalysisGauge(analysis, role, truth));
        }
        all.add(calendar);
        all.addAll(ofEndpoints.values());
        all.addAll(ofAnalyses.values());
        width = all.stream().mapToInt(Gauge::width).sum();
    }

    public static Characteristics of(Questions questions, Role role, TrueValues truth) {
        return new Characteristics(questions, role, truth);
    }

    private static Gauge gauge(Questions questions, Endpoint endpoint) {
        List<String> arms = questions.arms();
        if (endpoint instanceof TimeToEvent time) {
            return new SurvivalGauge(time, arms, questions.landmarks().getOrDefault(time.name(), List.of()));
        }
        return endpoint instanceof Response response
                ? new ShareGauge(response, arms)
                : new MeanGauge((Quantity) endpoint, arms);
    }

    /** How many numbers are read off a trial. */
    public int width() {
        return width;
    }

    boolean missingIsZero(int column) {
        int at = 0;
        for (Gauge gauge : all) {
            if (column < at + gauge.width()) {
                return gauge.missingIsZero(column - at);
            }
            at += gauge.width();
        }
        throw new IllegalArgumentException("there is no column " + column);
    }

    /** Reads the numbers off the trials of one thread, cut on a calendar day, into a row. */
    Gauge.Reader reader(Cohort cohort, Data data) {
        Gauge.Reader[] readers =
                all.stream().map(gauge -> gauge.reader(cohort, data)).toArray(Gauge.Reader[]::new);
        int[] places = new int[readers.length];
        for (int k = 1; k < places.length; k++) {
            places[k] = places[k - 1] + all.get(k - 1).width();
        }
        return (cutDay, row, at) -> {
            for (int k = 0; k < readers.length; k++) {
                readers[k].read(cutDay, row, at + places[k]);
            }
        };
    }

    /** What the trials came to. */
    public Results results(Block block) {
        int at = 0;
        List<Metric> trial = calendar.metrics(block, at, truth);
        at += calendar.width();
        Map<String, List<Metric>> endpoints = new LinkedHashMap<>();
        for (Map.Entry<String, Gauge> one : ofEndpoints.entrySet()) {
            endpoints.put(one.getKey(), one.getValue().metrics(block, at, truth));
            at += one.getValue().width();
        }
        Map<String, List<Metric>> analyses = new LinkedHashMap<>();
        for (Map.Entry<String, Gauge> one : ofAnalyses.entrySet()) {
            analyses.put(one.getKey(), one.getValue().metrics(block, at, truth));
            at += one.getValue().width();
        }
        return new Results(block.replicates(), block.failed(), block.firstFailures(), trial, endpoints, analyses);
    }

    /** The true values that it asks for, without the cohorts that they were read off. */
    public TrueValues settled() {
        results(Block.none(width));
        return truth.settled();
    }
}
