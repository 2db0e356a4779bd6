package marrow.scenario.look;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.check.Tally;
import marrow.look.Rule;
import marrow.look.SafetyWatch;
import marrow.look.SafetyWatch.Open;
import marrow.scenario.look.LookDecoder.Method;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.trial.PlanDecoder;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;

/** Reads looks that watch over safety after each event or patient: one harm, or several under {@code for}. */
final class WatchRules {
    private static final List<String> HARM =
            List.of("endpoint", "by", "arm", "above", "boundary", "alpha", "least", "patients", "underway");
    private static final Map<String, Open> UNDERWAY = new LinkedHashMap<>();

    static {
        UNDERWAY.put("left-out", Open.LEFT_OUT);
        UNDERWAY.put("weighted", Open.WEIGHTED);
        UNDERWAY.put("counted", Open.COUNTED);
    }

    private final LookDecoder looks;
    private final Problems problems;
    private final double lagDays;

    private WatchRules(LookDecoder looks, double lagDays) {
        this.looks = looks;
        this.problems = looks.problems();
        this.lagDays = lagDays;
    }

    static Method watch() {
        List<String> keys = new ArrayList<>(HARM);
        keys.add("for");
        return new Method(WatchRules::decode, keys);
    }

    private static List<Rule> decode(String name, LookDecoder looks, Fields fields) {
        fields.entry("accrual").ifPresent(entry -> looks.problems()
                .error(entry.key().at(), "accrual goes on under a watch until it stops the trial"));
        WatchRules rules = new WatchRules(looks, looks.lag(fields));
        return fields.has("for")
                ? rules.several(name, fields)
                : rules.harm(name, fields).stream().toList();
    }

    private List<Rule> several(String name, Fields fields) {
        HARM.stream()
                .flatMap(key -> fields.entry(key).stream())
                .forEach(entry -> problems.error(
                        entry.key().at(), "'" + entry.name() + "' belongs to one harm: it goes into 'for'"));
        Node node = fields.optional("for").orElseThrow();
        List<Rule> watches = new ArrayList<>();
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            problems.error(
                    node.at(),
                    "what is watched is a mapping of names, such as {nrm: {endpoint: NRM, by: 100 d, above: 10 %,"
                            + " ...}}, and this is "
                            + node.named());
            return watches;
        }
        for (Entry entry : mapping.entries()) {
            Names.check(entry.key(), "a harm", problems);
            Fields.of(entry.value(), entry.key().at(), "a harm", HARM, problems)
                    .flatMap(harm -> harm(name + "-" + entry.name(), harm))
                    .ifPresent(watches::add);
        }
        return watches;
    }

    private Optional<Rule> harm(String name, Fields fields) {
        Optional<Endpoint> endpoint =
                fields.required("endpoint").flatMap(node -> PlanDecoder.endpoint(node, looks.endpoints(), problems));
        double days = endpoint.map(of -> window(of, fields)).orElse(Double.NaN);
        int arm = fields.optional("arm").map(this::arm).orElse(-1);
        Optional<LimitDecoder.Limit> limit = new LimitDecoder(looks.values(), problems)
                .decode(fields, looks.patients().orElse(0));
        warnOfPatientsUnwatched(fields, Math.max(arm, -1));
        Open underway = fields.optional("underway").map(this::underway).orElse(usual(fields));
        warnOfALevelLost(fields, underway);
        if (endpoint.isEmpty() || limit.isEmpty() || Double.isNaN(days) || arm < -1) {
            return Optional.empty();
        }
        return problems.attempt(
                fields.at(),
                () -> new SafetyWatch(
                        name,
                        "watch, " + limit.get().shape(),
                        limit.get().above(),
                        endpoint.get(),
                        days,
                        arm,
                        limit.get().limit(),
                        underway,
                        lagDays));
    }

    /** A boundary that was enumerated to keep a level keeps it where everybody counts as one; a certainty keeps none. */
    private static Open usual(Fields fields) {
        return fields.has("alpha") ? Open.COUNTED : Open.WEIGHTED;
    }

    private void warnOfALevelLost(Fields fields, Open underway) {
        if (fields.has("alpha") && underway != Open.COUNTED) {
            fields.optional("underway")
                    .ifPresent(node -> problems.warning(
                            node.at(),
                            "the boundary keeps its alpha where patients whose window is open are counted; " + "with "
                                    + node.named() + " trials may be stopped more often"));
        }
    }

    /** A boundary that ends before the patients do is silent from then on. */
    private void warnOfPatientsUnwatched(Fields fields, int arm) {
        fields.optional("patients").ifPresent(node -> looks.values()
                .whole(node, 1)
                .filter(most -> looks.arms().enrols(arm) > most)
                .ifPresent(most -> problems.warning(
                        node.at(),
                        "the boundary ends after " + Tally.of(most, "patient") + ", and "
                                + looks.arms().told(arm) + ": the others are not watched")));
    }

    /** The days of the window; NaN where they were refused. */
    private double window(Endpoint endpoint, Fields fields) {
        Position at = fields.optional("endpoint").orElseThrow().at();
        if (endpoint instanceof TimeToEvent) {
            return fields.required("by").map(this::days).orElse(Double.NaN);
        }
        if (!(endpoint instanceof Response response)) {
            problems.error(at, endpoint.name() + " is a quantity: a harm that is watched is an event or a response");
            return Double.NaN;
        }
        fields.entry("by")
                .ifPresent(entry ->
                        problems.error(entry.key().at(), endpoint.name() + " is a response, which has its own 'by'"));
        if (response.byDays() == Double.POSITIVE_INFINITY) {
            problems.error(at, endpoint.name() + " has no 'by', so nobody is ever known to be free of it");
            return Double.NaN;
        }
        return response.byDays();
    }

    private double days(Node node) {
        double days = looks.horizon().days(node);
        if (days <= 0) {
            problems.error(node.at(), "a window lasts longer than 0 days, not " + Figures.of(days));
            return Double.NaN;
        }
        return days;
    }

    private int arm(Node node) {
        String name = node instanceof Node.Scalar scalar ? scalar.text() : "";
        List<String> arms = looks.arms().names();
        int arm = arms.indexOf(name);
        if (arm < 0) {
            problems.error(node.at(), "there is no arm " + node.named(), Nearest.to(name, arms));
            return -2;
        }
        return arm;
    }

    private Open underway(Node node) {
        String word = node instanceof Node.Scalar scalar ? scalar.text() : "";
        if (!UNDERWAY.containsKey(word)) {
            problems.error(
                    node.at(),
                    "patients whose window is still open are " + Names.either(List.copyOf(UNDERWAY.keySet())) + ", not "
                            + node.named(),
                    Nearest.to(word, UNDERWAY.keySet()));
        }
        return UNDERWAY.getOrDefault(word, Open.COUNTED);
    }
}
