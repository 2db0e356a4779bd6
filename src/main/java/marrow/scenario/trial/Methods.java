package marrow.scenario.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.ExactBinomial;
import marrow.analysis.ExactProportion;
import marrow.analysis.LandmarkIncidence;
import marrow.analysis.LandmarkSurvival;
import marrow.analysis.Lost;
import marrow.analysis.MeanQuantity;
import marrow.analysis.OneSampleTest;
import marrow.check.Require;
import marrow.dist.Exponential;
import marrow.dist.Hazard;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.trial.AnalysisDecoder.Method;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Response;

/** The methods of analysis that a scenario may name; here those that look at one arm. */
public final class Methods {
    public static final List<String> REFERENCE = List.of("survives", "to");
    private static final List<String> TEST = List.of("endpoint", "arm", "null", "alpha", "alternative", "about");
    public static final Map<String, ConfidenceScale> SCALES = new LinkedHashMap<>();
    public static final Map<String, Lost> LOST = new LinkedHashMap<>();
    public static final Map<String, OneSampleTest.Form> FORMS = new LinkedHashMap<>();

    static {
        SCALES.put("log-log", ConfidenceScale.LOG_LOG);
        SCALES.put("plain", ConfidenceScale.PLAIN);
        SCALES.put("log", ConfidenceScale.LOG);
        SCALES.put("arcsine", ConfidenceScale.ARCSINE);
        SCALES.put("logit", ConfidenceScale.LOGIT);
        LOST.put("excluded", Lost.EXCLUDED);
        LOST.put("fail", Lost.FAIL);
        LOST.put("succeed", Lost.SUCCEED);
        FORMS.put("classic", OneSampleTest.Form.CLASSIC);
        FORMS.put("wu", OneSampleTest.Form.WU);
        FORMS.put("exact", OneSampleTest.Form.EXACT);
    }

    private Methods() {}

    public static Map<String, Method> all() {
        Map<String, Method> methods = new LinkedHashMap<>();
        methods.put("exact-binomial", new Method(with("at", "lost"), Methods::exactBinomial));
        methods.put("km-at", new Method(with("at", "interval"), Methods::kaplanMeier));
        methods.put("cif-at", new Method(with("at", "interval"), Methods::incidence));
        methods.put(
                "one-sample-log-rank",
                new Method(
                        List.of("endpoint", "arm", "reference", "variance", "alpha", "alternative", "about"),
                        Methods::oneSample));
        methods.put("exact-proportion", new Method(TEST, Methods::proportion));
        methods.put("mean", new Method(List.of("endpoint", "arm", "about"), Methods::mean));
        methods.putAll(Comparisons.all());
        return methods;
    }

    private static List<String> with(String... more) {
        List<String> keys = new ArrayList<>(TEST);
        keys.addAll(List.of(more));
        return List.copyOf(keys);
    }

    private static Optional<Analysis> exactBinomial(String name, AnalysisDecoder decoder, Fields fields) {
        Lost lost = decoder.choice(fields, "lost", LOST, Lost.EXCLUDED);
        int arm = decoder.arm(fields);
        return decoder.timeToEvent(fields).flatMap(endpoint -> decoder.landmark(fields)
                .flatMap(at -> decoder.hypothesis(fields, Alternative.GREATER, true)
                        .map(test -> new ExactBinomial(name, endpoint, arm, at.day(), lost, test))));
    }

    private static Optional<Analysis> kaplanMeier(String name, AnalysisDecoder decoder, Fields fields) {
        ConfidenceScale scale = decoder.choice(fields, "interval", SCALES, ConfidenceScale.LOG_LOG);
        int arm = decoder.arm(fields);
        return decoder.aloneTimeToEvent(fields).flatMap(endpoint -> decoder.landmark(fields)
                .flatMap(at -> decoder.hypothesis(fields, Alternative.GREATER, true)
                        .map(test -> new LandmarkSurvival(name, endpoint, arm, at.day(), scale, test))));
    }

    private static Optional<Analysis> incidence(String name, AnalysisDecoder decoder, Fields fields) {
        ConfidenceScale scale = decoder.choice(fields, "interval", SCALES, ConfidenceScale.LOG_LOG);
        int arm = decoder.arm(fields);
        return decoder.timeToEvent(fields).flatMap(endpoint -> decoder.landmark(fields)
                .flatMap(at -> decoder.hypothesis(fields, Alternative.LESS, true)
                        .map(test -> new LandmarkIncidence(name, endpoint, arm, at.day(), scale, test))));
    }

    private static Optional<Analysis> oneSample(String name, AnalysisDecoder decoder, Fields fields) {
        OneSampleTest.Form form = decoder.choice(fields, "variance", FORMS, OneSampleTest.Form.CLASSIC);
        int arm = decoder.arm(fields);
        Optional<Hazard> reference = fields.required("reference").flatMap(node -> reference(node, decoder));
        return decoder.aloneTimeToEvent(fields)
                .flatMap(endpoint -> reference.flatMap(curve -> decoder.hypothesis(fields, Alternative.LESS, false)
                        .map(test -> new OneSampleTest(name, endpoint, arm, curve, form, test))));
    }

    /** {@code {survives: 65 %, to: 1 y}} for an exponential, or any hazard. */
    private static Optional<Hazard> reference(Node node, AnalysisDecoder decoder) {
        if (!(node instanceof Node.Mapping mapping) || mapping.get("survives").isEmpty()) {
            return decoder.hazards().alone(node);
        }
        return Fields.of(node, "a reference", REFERENCE, decoder.problems()).flatMap(fields -> {
            double share = fields.required("survives")
                    .map(decoder.values()::probability)
                    .orElse(Double.NaN);
            double days = fields.required("to").map(decoder.values()::days).orElse(Double.NaN);
            return Double.isNaN(share) || Double.isNaN(days)
                    ? Optional.empty()
                    : decoder.problems()
                            .attempt(
                                    node.at(),
                                    () -> Exponential.reaching(
                                            1 - Require.openProbability(share, "the share that survives"), days));
        });
    }

    private static Optional<Analysis> proportion(String name, AnalysisDecoder decoder, Fields fields) {
        int arm = decoder.arm(fields);
        return decoder.endpoint(fields, Response.class, "a response")
                .flatMap(endpoint -> decoder.hypothesis(fields, Alternative.GREATER, true)
                        .map(test -> new ExactProportion(name, endpoint, arm, test)));
    }

    private static Optional<Analysis> mean(String name, AnalysisDecoder decoder, Fields fields) {
        int arm = decoder.arm(fields);
        return decoder.endpoint(fields, Quantity.class, "a quantity")
                .map(endpoint -> new MeanQuantity(name, endpoint, arm));
    }
}
