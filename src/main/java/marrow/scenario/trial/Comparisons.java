package marrow.scenario.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.Comparison;
import marrow.analysis.CoxRegression;
import marrow.analysis.FineGrayRegression;
import marrow.analysis.GrayComparison;
import marrow.analysis.Grouping;
import marrow.analysis.Hypothesis;
import marrow.analysis.LogRankComparison;
import marrow.analysis.MantelByarComparison;
import marrow.analysis.MaxComboComparison;
import marrow.analysis.MilestoneComparison;
import marrow.analysis.ResponseComparison;
import marrow.analysis.RestrictedMeanComparison;
import marrow.scenario.text.Fields;
import marrow.scenario.trial.AnalysisDecoder.Method;
import marrow.stats.comparison.Weighting;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.stats.regression.Ties;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.Stratification;
import marrow.trial.endpoint.TimeToEvent;

/** The methods of analysis that compare groups. */
public final class Comparisons {
    private static final List<String> GROUPS = List.of("endpoint", "arms", "by", "alpha", "alternative", "about");
    public static final Map<String, Ties> TIES = new LinkedHashMap<>();
    public static final Map<String, CoxRegression.Test> TESTS = new LinkedHashMap<>();

    static {
        TIES.put("efron", Ties.EFRON);
        TIES.put("breslow", Ties.BRESLOW);
        TESTS.put("wald", CoxRegression.Test.WALD);
        TESTS.put("score", CoxRegression.Test.SCORE);
        TESTS.put("likelihood-ratio", CoxRegression.Test.LIKELIHOOD_RATIO);
    }

    private Comparisons() {}

    static Map<String, Method> all() {
        Map<String, Method> methods = new LinkedHashMap<>();
        methods.put("log-rank", new Method(with("strata", "weights"), Comparisons::logRank));
        methods.put("max-combo", new Method(with("strata", "weights"), Comparisons::maxCombo));
        methods.put("cox", new Method(with("strata", "ties", "test"), Comparisons::cox));
        methods.put("restricted-mean", new Method(with("at"), Comparisons::restrictedMean));
        methods.put("milestone", new Method(with("at", "interval"), Comparisons::milestone));
        methods.put("gray", new Method(with("strata", "rho"), Comparisons::gray));
        methods.put("fine-gray", new Method(GROUPS, Comparisons::fineGray));
        methods.put(
                "mantel-byar",
                new Method(
                        List.of("endpoint", "change", "strata", "weights", "alpha", "alternative", "about"),
                        Comparisons::mantelByar));
        methods.put("fisher", responses(ResponseComparison.Form.FISHER));
        methods.put("chi-square", responses(ResponseComparison.Form.CHI_SQUARE));
        methods.put("yates", responses(ResponseComparison.Form.YATES));
        methods.put("cochran-mantel-haenszel", responses(ResponseComparison.Form.COCHRAN_MANTEL_HAENSZEL));
        return methods;
    }

    private static List<String> with(String... more) {
        List<String> keys = new ArrayList<>(GROUPS);
        keys.addAll(List.of(more));
        return List.copyOf(keys);
    }

    private static Method responses(ResponseComparison.Form form) {
        List<String> keys = form == ResponseComparison.Form.COCHRAN_MANTEL_HAENSZEL ? with("strata") : GROUPS;
        return new Method(keys, (name, decoder, fields) -> {
            int before = decoder.problems().errors();
            Optional<Response> endpoint = decoder.endpoint(fields, Response.class, "a response");
            Optional<Grouping> groups = decoder.grouping().read(fields);
            Stratification strata = decoder.grouping().strata(fields);
            Optional<Hypothesis> test = decoder.hypothesis(fields, Alternative.GREATER, false);
            return decoder.problems().errors() > before || endpoint.isEmpty() || groups.isEmpty() || test.isEmpty()
                    ? Optional.empty()
                    : decoder.problems()
                            .attempt(
                                    fields.at(),
                                    () -> new ResponseComparison(
                                            name, endpoint.get(), groups.get(), strata, form, test.get()));
        });
    }

    /** Makes an analysis of what most comparisons have. */
    private interface Maker {
        Analysis make(Comparison of, Hypothesis test);
    }

    /** Of events, whatever competes with them. */
    private static Optional<Analysis> hopingForFewer(String name, AnalysisDecoder decoder, Fields fields, Maker maker) {
        return compared(name, decoder.timeToEvent(fields), decoder, fields, Alternative.LESS, maker);
    }

    /** Of time without an event with which nothing competes. */
    private static Optional<Analysis> hopingForLonger(
            String name, AnalysisDecoder decoder, Fields fields, Maker maker) {
        return compared(name, decoder.aloneTimeToEvent(fields), decoder, fields, Alternative.GREATER, maker);
    }

    private static Optional<Analysis> compared(
            String name,
            Optional<TimeToEvent> endpoint,
            AnalysisDecoder decoder,
            Fields fields,
            Alternative usual,
            Maker maker) {
        Optional<Grouping> groups = decoder.grouping().read(fields);
        Stratification strata = decoder.grouping().strata(fields);
        Optional<Hypothesis> test = decoder.hypothesis(fields, usual, false);
        if (endpoint.isEmpty() || groups.isEmpty() || test.isEmpty()) {
            return Optional.empty();
        }
        Comparison of = new Comparison(name, endpoint.get(), groups.get(), strata);
        return decoder.problems().attempt(fields.at(), () -> maker.make(of, test.get()));
    }

    private static Optional<Analysis> logRank(String name, AnalysisDecoder decoder, Fields fields) {
        Optional<Weighting> weights = decoder.weights().one(fields);
        return weights.flatMap(
                weight -> hopingForFewer(name, decoder, fields, (of, test) -> new LogRankComparison(of, weight, test)));
    }

    private static Optional<Analysis> maxCombo(String name, AnalysisDecoder decoder, Fields fields) {
        List<Weighting> weights = decoder.weights().several(fields);
        return hopingForFewer(name, decoder, fields, (of, test) -> new MaxComboComparison(of, weights, test));
    }

    private static Optional<Analysis> cox(String name, AnalysisDecoder decoder, Fields fields) {
        Ties ties = decoder.choice(fields, "ties", TIES, Ties.EFRON);
        CoxRegression.Test which = decoder.choice(fields, "test", TESTS, CoxRegression.Test.WALD);
        return hopingForFewer(name, decoder, fields, (of, test) -> new CoxRegression(of, ties, which, test));
    }

    private static Optional<Analysis> restrictedMean(String name, AnalysisDecoder decoder, Fields fields) {
        return decoder.landmark(fields)
                .flatMap(at -> hopingForLonger(
                        name, decoder, fields, (of, test) -> new RestrictedMeanComparison(of, at.day(), test)));
    }

    private static Optional<Analysis> milestone(String name, AnalysisDecoder decoder, Fields fields) {
        ConfidenceScale scale = decoder.choice(fields, "interval", Methods.SCALES, ConfidenceScale.LOG_LOG);
        return decoder.landmark(fields)
                .flatMap(at -> hopingForLonger(
                        name, decoder, fields, (of, test) -> new MilestoneComparison(of, at.day(), scale, test)));
    }

    private static Optional<Analysis> gray(String name, AnalysisDecoder decoder, Fields fields) {
        double rho = fields.optional("rho").map(decoder.values()::number).orElse(0.0);
        return hopingForFewer(name, decoder, fields, (of, test) -> new GrayComparison(of, rho, test));
    }

    private static Optional<Analysis> fineGray(String name, AnalysisDecoder decoder, Fields fields) {
        return hopingForFewer(name, decoder, fields, (of, test) -> new FineGrayRegression(of, test));
    }

    private static Optional<Analysis> mantelByar(String name, AnalysisDecoder decoder, Fields fields) {
        Optional<TimeToEvent> endpoint = decoder.timeToEvent(fields);
        Optional<TimeToEvent> change = decoder.timeToEvent(fields, "change");
        Stratification strata = decoder.grouping().strata(fields);
        Optional<Weighting> weights = decoder.weights().one(fields);
        Optional<Hypothesis> test = decoder.hypothesis(fields, Alternative.LESS, false);
        if (endpoint.isEmpty() || change.isEmpty() || weights.isEmpty() || test.isEmpty()) {
            return Optional.empty();
        }
        if (endpoint.get().events().containsAll(change.get().events())) {
            decoder.problems()
                    .error(
                            fields.optional("change").orElseThrow().at(),
                            "who changes groups goes on without the event: "
                                    + change.get().name() + " comes with the event of "
                                    + endpoint.get().name());
            return Optional.empty();
        }
        return decoder.problems()
                .attempt(
                        fields.at(),
                        () -> new MantelByarComparison(
                                name, endpoint.get(), change.get(), strata, weights.get(), test.get()));
    }
}
