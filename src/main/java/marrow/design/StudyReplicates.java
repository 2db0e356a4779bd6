package marrow.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.journey.EndlessJourneyException;
import marrow.look.Committee;
import marrow.montecarlo.Block;
import marrow.montecarlo.Columns;
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
    private final Optional<DoseGauge> ofDoses;
    private final Map<String, Gauge> ofEndpoints = new LinkedHashMap<>();
    private final Map<String, Gauge> ofAnalyses = new LinkedHashMap<>();
    private final List<Gauge> all = new ArrayList<>();
    private final LookColumns looks; // null where nobody looks before the end
    private final int ofAll;

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
        ofDoses = Optional.ofNullable(study.plan().runIn()).map(DoseGauge::new);
        all.add(calendar);
        ofDoses.ifPresent(all::add);
        all.addAll(ofEndpoints.values());
        all.addAll(ofAnalyses.values());
        ofAll = all.stream().mapToInt(Gauge::width).sum();
        looks = study.rules().isEmpty() ? null : new LookColumns(study, placesOfAnalyses());
    }

    private int[] placesOfAnalyses() {
        int at = ofAll - ofAnalyses.values().stream().mapToInt(Gauge::width).sum();
        int[] places = new int[ofAnalyses.size()];
        int a = 0;
        for (Gauge gauge : ofAnalyses.values()) {
            places[a++] = at;
            at += gauge.width();
        }
        return places;
    }

    /** @param truth the true values under the truth that the study's arms live */
    public static StudyReplicates of(Study study, Role role, TrueValues truth) {
        return new StudyReplicates(study, role, truth);
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
        return ofAll + (looks == null ? 0 : looks.width());
    }

    /** How trials end that are looked at is tallied. */
    @Override
    public Columns columns() {
        return new Columns(width(), looks == null ? 0 : StoppingGauge.TALLIED);
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
        if (looks == null) {
            return (number, row) -> {
                cohort.enrol(number);
                double cutDay = cut.cutDay();
                data.cutOn(cutDay);
                read(readers, cutDay, row);
            };
        }
        Committee committee = Committee.of(study.rules(), cut);
        LookColumns.Reader looked = looks.new Reader(cut, committee);
        return (number, row) -> {
            cohort.enrol(number);
            committee.oversee();
            data.cutOn(committee.cutDay(), committee.endDay());
            read(readers, committee.endDay(), row);
            looked.read(row, ofAll);
        };
    }

    private void read(Gauge.Reader[] readers, double endDay, double[] row) {
        int at = 0;
        for (int k = 0; k < readers.length; k++) {
            readers[k].read(endDay, row, at);
            at += all.get(k).width();
        }
    }

    /** What the trials came to. */
    public Results results(Block block) {
        int at = 0;
        List<Metric> trial = calendar.metrics(block, at, truth);
        at += calendar.width();
        if (ofDoses.isPresent()) {
            trial = followedBy(trial, ofDoses.get().metrics(block, at, truth));
            at += ofDoses.get().width();
        }
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
        if (looks == null) {
            return new Results(
                    block.replicates(),
                    block.failed(),
                    block.firstFailures(),
                    trial,
                    endpoints,
                    analyses,
                    List.of(),
                    Map.of());
        }
        looks.ends(block, ofAll, truth)
                .forEach((name, metrics) -> analyses.merge(name, metrics, StudyReplicates::followedBy));
        return new Results(
                block.replicates(),
                block.failed(),
                block.firstFailures(),
                trial,
                endpoints,
                analyses,
                looks.stopping(block, ofAll),
                looks.looks(block, ofAll));
    }

    private static List<Metric> followedBy(List<Metric> first, List<Metric> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
