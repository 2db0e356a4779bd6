package marrow.design.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marrow.analysis.Analysis;
import marrow.design.OneTrial;
import marrow.design.Questions;
import marrow.design.Role;
import marrow.design.truth.TrueValues;
import marrow.look.Rule;
import marrow.montecarlo.Block;
import marrow.montecarlo.Columns;
import marrow.trial.FollowUp;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;

/**
 * The operating characteristics of a study under one truth: which numbers are read off each trial, and what those of all trials come to.
 * Knows nothing of the lives behind them.
 */
public final class Characteristics {
    private final List<Analysis> analyses;
    private final TrueValues truth;
    private final List<Gauge> ofTrial = new ArrayList<>();
    private final Map<String, Gauge> ofEndpoints = new LinkedHashMap<>();
    private final Map<String, Gauge> ofAnalyses = new LinkedHashMap<>();
    private final List<Gauge> all = new ArrayList<>();
    private final int ofAll;
    private final List<String> rules;
    private final LookColumns looks; // null where nobody looks before the end

    private Characteristics(Questions questions, Role role, TrueValues truth) {
        this.truth = truth;
        analyses = questions.analyses();
        for (Endpoint endpoint : questions.endpoints()) {
            ofEndpoints.put(endpoint.name(), gauge(questions, endpoint));
        }
        for (Analysis analysis : questions.analyses()) {
            ofAnalyses.put(analysis.name(), new AnalysisGauge(analysis, role, truth));
        }
        ofTrial.add(new CalendarGauge());
        if (questions.followUp() instanceof FollowUp.OfEvents) {
            ofTrial.add(new WaitGauge());
        }
        questions.runIn().map(DoseGauge::new).ifPresent(ofTrial::add);
        all.addAll(ofTrial);
        all.addAll(ofEndpoints.values());
        all.addAll(ofAnalyses.values());
        ofAll = all.stream().mapToInt(Gauge::width).sum();
        rules = questions.rules().stream().map(Rule::name).toList();
        looks = questions.rules().isEmpty()
                ? null
                : new LookColumns(questions.rules(), questions.analyses(), placesOfAnalyses());
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

    /** Of which it tells. */
    public List<Analysis> analyses() {
        return analyses;
    }

    /** The rules that look before the end, by name. */
    public List<String> lookedAtBy() {
        return rules;
    }

    /** How many numbers are read off a trial. */
    public int width() {
        return ofAll + (looks == null ? 0 : looks.width());
    }

    /** The columns of a row of them. */
    public Columns columns() {
        return new Columns(width(), looks == null ? 0 : StoppingGauge.TALLIED);
    }

    boolean missingIsZero(int column) {
        int at = 0;
        for (Gauge gauge : all) {
            if (column < at + gauge.width()) {
                return gauge.missingIsZero(column - at);
            }
            at += gauge.width();
        }
        return false;
    }

    /** Reads the numbers off the trials of one thread. */
    TrialReader reader(OneTrial trial) {
        Gauge.Reader[] readers = all.stream().map(gauge -> gauge.reader(trial)).toArray(Gauge.Reader[]::new);
        int[] places = new int[readers.length];
        for (int k = 1; k < places.length; k++) {
            places[k] = places[k - 1] + all.get(k - 1).width();
        }
        LookColumns.Reader looked = looks == null ? null : looks.new Reader(trial);
        return row -> {
            for (int k = 0; k < readers.length; k++) {
                readers[k].read(row, places[k]);
            }
            if (looked != null) {
                looked.read(row, ofAll);
            }
        };
    }

    /** Scratch of one thread. */
    @FunctionalInterface
    interface TrialReader {
        /** Puts the numbers of the present trial in a row. */
        void read(double[] row);
    }

    /** What the trials came to. */
    public Results results(Block block) {
        int at = 0;
        List<Metric> trial = new ArrayList<>();
        for (Gauge gauge : ofTrial) {
            trial.addAll(gauge.metrics(block, at, truth));
            at += gauge.width();
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
        if (looks != null) {
            looks.ends(block, ofAll, truth)
                    .forEach((name, metrics) -> analyses.merge(name, metrics, Characteristics::followedBy));
        }
        return new Results(
                block.replicates(),
                block.failed(),
                block.firstFailures(),
                trial,
                endpoints,
                analyses,
                looks == null ? List.of() : looks.stopping(block, ofAll),
                looks == null ? Map.of() : looks.looks(block, ofAll));
    }

    private static List<Metric> followedBy(List<Metric> first, List<Metric> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** The names of all metrics that it may tell. */
    public Set<String> names() {
        return complete().all().map(Metric::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whose number and which stands in a column, for those that a metric is the mean of. A rejection is one whether it is power or an error. */
    public Map<Integer, String> places() {
        Map<Integer, String> places = new HashMap<>();
        complete().named((name, metric) -> {
            if (metric.column() != Metric.NONE) {
                places.put(metric.column(), name + " " + metric.name().replace("type_1_error", "power"));
            }
        });
        return places;
    }

    /** The results of two trials in which nothing is missing. */
    private Results complete() {
        return results(Block.of(columns(), List.of(new double[width()], new double[width()])));
    }

    /** The true values that it asks for, without the cohorts that they were read off. */
    public TrueValues settled() {
        results(Block.none(width()));
        return truth.settled();
    }
}
