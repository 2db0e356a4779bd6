package marrow.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.journey.EndlessJourneyException;
import marrow.montecarlo.Block;
import marrow.montecarlo.Replicates;
import marrow.trial.Arm;
import marrow.trial.Calendar;
import marrow.trial.Cohort;
import marrow.trial.Endpoint;
import marrow.trial.Quantity;
import marrow.trial.Response;
import marrow.trial.TimeToEvent;

/** The trials of one study under one truth, each a row of numbers. */
public final class StudyReplicates implements Replicates {
    private final Study study;
    private final TrueValues truth;
    private final CalendarGauge calendar = new CalendarGauge();
    private final Map<String, Gauge> ofEndpoints = new LinkedHashMap<>();
    private final Map<String, Gauge> ofAnalyses = new LinkedHashMap<>();
    private final List<Gauge> all = new ArrayList<>();
    private final int width;

    private StudyReplicates(Study study, Role role, TrueValues truth) {
        this.study = study;
        this.truth = truth;
        List<String> arms = study.plan().arms().stream().map(Arm::name).toList();
        for (Endpoint endpoint : study.endpoints()) {
            ofEndpoints.put(endpoint.name(), gauge(endpoint, arms));
        }
        for (Analysis analysis : study.analyses()) {
            ofAnalyses.put(analysis.name(), new AnalysisGauge(analysis, role, truth));
        }
        all.add(calendar);
        all.addAll(ofEndpoints.values());
        all.addAll(ofAnalyses.values());
        width = all.stream().mapToInt(Gauge::width).sum();
    }

    /** @param truth the true values under the truth that the study's arms live */
    public static StudyReplicates of(Study study, Role role, TrueValues truth) {
        return new StudyReplicates(study, role, truth);
    }

    /** What the trials are held against. */
    public TrueValues trueValues() {
        return truth;
    }

    private Gauge gauge(Endpoint endpoint, List<String> arms) {
        if (endpoint instanceof TimeToEvent time) {
            return new SurvivalGauge(time, arms, study.landmarks().getOrDefault(time.name(), List.of()));
        }
        return endpoint instanceof Response response
                ? new ShareGauge(response, arms)
                : new MeanGauge((Quantity) endpoint, arms);
    }

    @Override
    public int width() {
        return width;
    }

    /** A journey that rings for ever is the scenario's mistake, and the user mends it. */
    @Override
    public boolean endsTheRun(RuntimeException thrown) {
        return thrown instanceof EndlessJourneyException;
    }

    @Override
    public Worker worker() {
        Cohort cohort = Cohort.of(study.plan(), study.variables());
        Calendar cut = Calendar.of(cohort, study.plan().followUp());
        Data data = Data.of(cohort, study.variables());
        Gauge.Reader[] readers =
                all.stream().map(gauge -> gauge.reader(cohort, data)).toArray(Gauge.Reader[]::new);
        return (number, row) -> {
            cohort.enrol(number);
            double cutDay = cut.cutDay();
            data.cutOn(cutDay);
            int at = 0;
            for (int k = 0; k < readers.length; k++) {
                readers[k].read(cutDay, row, at);
                at += all.get(k).width();
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
}
