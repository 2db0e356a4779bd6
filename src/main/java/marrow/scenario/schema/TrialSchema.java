package marrow.scenario.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.design.Role;
import marrow.scenario.Run;
import marrow.scenario.trial.AnalysisDecoder;
import marrow.scenario.trial.ArmDecoder;
import marrow.scenario.trial.Comparisons;
import marrow.scenario.trial.EndpointDecoder;
import marrow.scenario.trial.Methods;
import marrow.scenario.trial.PlanDecoder;
import marrow.scenario.trial.RecruitmentDecoder;
import marrow.scenario.trial.TruthDecoder;
import marrow.scenario.trial.WeightingDecoder;

/** The things of a trial for {@link ScenarioSchema}: arms, how it is carried out, endpoints, analyses, truths, the run. */
final class TrialSchema {
    /** What a key of a method holds; keys of the same name hold the same in all methods. */
    private static final Map<String, Shape> OF_METHODS = new LinkedHashMap<>();

    static {
        Shape exponents = Shape.of("exponents");
        Shape weights = Shape.words(WeightingDecoder.WORDS.keySet()).or(exponents);
        OF_METHODS.put("endpoint", Shape.TEXT);
        OF_METHODS.put("arm", Shape.TEXT);
        OF_METHODS.put("arms", Shape.listOf(Shape.TEXT));
        OF_METHODS.put("by", Shape.TEXT);
        OF_METHODS.put("change", Shape.TEXT);
        OF_METHODS.put("strata", Shape.TEXTS);
        OF_METHODS.put("at", Shape.TIME);
        OF_METHODS.put("null", Shape.SHARE);
        OF_METHODS.put("alpha", Shape.SHARE);
        OF_METHODS.put("alternative", Shape.words(AnalysisDecoder.alternatives().keySet()));
        OF_METHODS.put("interval", Shape.words(Methods.SCALES.keySet()));
        OF_METHODS.put("lost", Shape.words(Methods.LOST.keySet()));
        OF_METHODS.put("variance", Shape.words(Methods.FORMS.keySet()));
        OF_METHODS.put("reference", Shape.of("reference").or(JourneySchema.HAZARD));
        OF_METHODS.put("weights", weights.orListOf(weights));
        OF_METHODS.put("ties", Shape.words(Comparisons.TIES.keySet()));
        OF_METHODS.put("test", Shape.words(Comparisons.TESTS.keySet()));
        OF_METHODS.put("rho", Shape.NUMERAL);
    }

    private TrialSchema() {}

    static List<Thing> things() {
        List<Thing> things = new ArrayList<>();
        things.add(Thing.of("run", Run.KEYS)
                .key("seed", Shape.types("integer"))
                .key("horizon", Shape.TIME)
                .key("replicates", Shape.WHOLE)
                .key("cohort", Shape.WHOLE)
                .key("precision", Shape.TEXTS)
                .needs("seed", "horizon"));
        things.addAll(conduct());
        things.addAll(endpoints());
        things.addAll(analyses());
        things.add(Thing.of("truth", TruthDecoder.KEYS)
                .key("role", Shape.words(Role.WORDS).or(Shape.types("null")))
                .key("for", Shape.TEXTS)
                .key("set", Shape.named(Shape.TEXT))
                .key("alike", Shape.TEXT)
                .key("tilt", Shape.TEXTS)
                .key("until", Shape.named(Shape.SHARE))
                .needs("role"));
        return things;
    }

    private static List<Thing> conduct() {
        Shape loss = Shape.RATE.or(JourneySchema.HAZARD);
        return List.of(
                Thing.of("arm", ArmDecoder.KEYS)
                        .key("share", Shape.NUMERAL)
                        .key("lost", loss)
                        .key("population", Shape.named(Shape.of("fact")))
                        .others(Shape.TEXT),
                Thing.of("trial", PlanDecoder.KEYS)
                        .key("patients", Shape.WHOLE)
                        .key("accrual", Shape.of("accrual"))
                        .key("allocation", Shape.of("allocation").or(Shape.words(List.of("by-chance"))))
                        .key("lost", loss)
                        .key("follow-up", Shape.of("follow-up"))
                        .needs("patients", "accrual", "follow-up"),
                Thing.of("accrual", RecruitmentDecoder.KEYS)
                        .key("over", Shape.TIME)
                        .key("rate", Shape.RATE.or(Shape.named(Shape.RATE)))
                        .key("ramp", Shape.TIME)
                        .key("arrivals", Shape.words(List.of("poisson", "regular")))
                        .key("sites", Shape.WHOLE)
                        .key("each", Shape.RATE)
                        .key("opening", JourneySchema.WAITING)
                        .key("spread", Shape.NUMERAL)
                        .key("screening-failure", Shape.SHARE),
                Thing.of("allocation", PlanDecoder.ALLOCATION)
                        .key("blocks", Shape.WHOLE)
                        .key("by", Shape.TEXTS)
                        .key("minimise", Shape.TEXTS)
                        .key("chance", Shape.SHARE),
                Thing.of("follow-up", PlanDecoder.FOLLOW_UP)
                        .key("last-patient", Shape.TIME)
                        .key("until", Shape.TIME)
                        .key("events", Shape.WHOLE)
                        .key("of", Shape.TEXT)
                        .key("latest", Shape.TIME));
    }

    private static List<Thing> endpoints() {
        return List.of(
                Thing.of("time-to-event", EndpointDecoder.TIME_KEYS)
                        .keys(List.of("event", "competing", "found"), Shape.TEXTS)
                        .key("from", Shape.TEXT)
                        .key("intercurrent", Shape.named(Shape.words(EndpointDecoder.POLICIES)))
                        .key("visits", Shape.of("visits"))
                        .key("at", Shape.TIMES)
                        .needs("event"),
                Thing.of("visits", EndpointDecoder.VISITS)
                        .keys(EndpointDecoder.VISITS, Shape.TIME)
                        .needs("every"),
                Thing.of("response", EndpointDecoder.RESPONSE_KEYS)
                        .keys(List.of("reached", "failing"), Shape.TEXTS)
                        .key("from", Shape.TEXT)
                        .key("by", Shape.TIME)
                        .key("lost", Shape.words(List.of("excluded", "fail")))
                        .needs("reached"),
                Thing.of("quantity", EndpointDecoder.QUANTITY_KEYS)
                        .keys(List.of("from", "amount", "count", "days-to"), Shape.TEXT));
    }

    private static List<Thing> analyses() {
        List<Thing> things = new ArrayList<>();
        List<String> names = List.copyOf(Methods.all().keySet());
        Thing analysis = Thing.of("analysis", names).one();
        Methods.all().forEach((name, method) -> {
            analysis.key(name, Shape.of("method-" + name));
            Thing keys = Thing.of("method-" + name, method.keys()).needs(needed(method.keys()));
            method.keys().stream().filter(OF_METHODS::containsKey).forEach(key -> keys.key(key, OF_METHODS.get(key)));
            things.add(keys);
        });
        things.add(analysis);
        things.add(Thing.of("reference", Methods.REFERENCE)
                .key("survives", Shape.SHARE)
                .key("to", Shape.TIME)
                .needs("survives", "to"));
        things.add(Thing.of("exponents", WeightingDecoder.EXPONENTS).keys(WeightingDecoder.EXPONENTS, Shape.NUMERAL));
        return things;
    }

    /** What a method cannot go without, of the keys that it has. */
    private static String[] needed(List<String> keys) {
        return List.of("endpoint", "alpha", "null", "reference", "change", "at").stream()
                .filter(keys::contains)
                .toArray(String[]::new);
    }
}
