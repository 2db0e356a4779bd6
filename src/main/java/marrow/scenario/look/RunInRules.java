package marrow.scenario.look;

import java.util.List;
import java.util.Optional;
import marrow.look.NoDose;
import marrow.look.Rule;
import marrow.scenario.look.LookDecoder.Method;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;
import marrow.scenario.trial.PlanDecoder;
import marrow.stats.dose.Boin;
import marrow.stats.dose.DoseRule;
import marrow.stats.dose.ThreePlusThree;
import marrow.trial.RunIn;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;

/** Reads phase I at the head of a trial: doses, the dose-limiting toxicity, and the rule that goes from dose to dose. */
final class RunInRules {
    private static final List<String> KEYS = List.of("toxicity", "doses", "start", "rule");
    private static final String RULES =
            "a rule is 3+3, {3+3: {six: yes}} or {boin: {target: 25 %, cohort: 3, cohorts: 6}}";
    private static final int COHORT = 3;

    private final LookDecoder looks;
    private final Problems problems;

    private RunInRules(LookDecoder looks) {
        this.looks = looks;
        this.problems = looks.problems();
    }

    static Method runIn() {
        return new Method(KEYS, (name, looks, fields) -> new RunInRules(looks).decode(name, fields));
    }

    private Optional<Rule> decode(String name, Fields fields) {
        fields.entry("accrual")
                .ifPresent(
                        entry -> problems.error(entry.key().at(), "accrual always waits for each cohort of phase I"));
        Optional<Response> toxicity = fields.required("toxicity").flatMap(this::toxicity);
        List<RunIn.Level> levels =
                fields.required("doses").map(looks.levels()::decode).orElse(List.of());
        int start = fields.optional("start").map(node -> start(node, levels)).orElse(0);
        Optional<Node> rule = fields.required("rule");
        double lag = looks.lag(fields);
        if (levels.isEmpty() || rule.isEmpty() || start < 0) {
            return Optional.empty();
        }
        Optional<DoseRule> made = rule.flatMap(node -> rule(node, levels.size(), start));
        String method = "phase I, " + (made.filter(Boin.class::isInstance).isPresent() ? "BOIN" : "3+3");
        return toxicity.flatMap(of -> made.flatMap(doses ->
                problems.attempt(fields.at(), () -> new NoDose(name, method, new RunIn(levels, doses, of, lag)))));
    }

    private Optional<Response> toxicity(Node node) {
        Optional<Endpoint> endpoint = PlanDecoder.endpoint(node, looks.endpoints(), problems);
        if (endpoint.isPresent() && !(endpoint.get() instanceof Response)) {
            problems.error(node.at(), "a dose-limiting toxicity is a response such as {reached: crs-3+, by: 28 d}");
            return Optional.empty();
        }
        return endpoint.map(Response.class::cast);
    }

    /** The dose of the first cohort, from 0; -1 where it was refused. */
    private int start(Node node, List<RunIn.Level> levels) {
        List<String> names = levels.stream().map(RunIn.Level::name).toList();
        String name = node instanceof Scalar scalar ? scalar.text() : "";
        int start = names.indexOf(name);
        if (start < 0 && !names.isEmpty()) {
            problems.error(node.at(), "there is no dose " + node.named(), Nearest.to(name, names));
        }
        return start;
    }

    private Optional<DoseRule> rule(Node node, int doses, int start) {
        if (node instanceof Scalar word && word.text().equals("3+3")) {
            return problems.attempt(node.at(), () -> ThreePlusThree.of(doses, start));
        }
        if (!(node instanceof Mapping mapping) || mapping.entries().size() != 1) {
            problems.error(node.at(), RULES + ", and this is " + node.named());
            return Optional.empty();
        }
        Node.Entry one = mapping.entries().get(0);
        return switch (one.name()) {
            case "3+3" ->
                Fields.of(one.value(), one.key().at(), "a 3+3", List.of("six"), problems)
                        .flatMap(fields -> threePlusThree(fields, doses, start));
            case "boin" ->
                Fields.of(
                                one.value(),
                                one.key().at(),
                                "a BOIN",
                                List.of("target", "cohort", "cohorts", "enough", "one-of-three"),
                                problems)
                        .flatMap(fields -> boin(fields, doses, start));
            default -> {
                problems.error(one.key().at(), RULES + ", not " + one.key().named());
                yield Optional.empty();
            }
        };
    }

    private Optional<DoseRule> threePlusThree(Fields fields, int doses, int start) {
        boolean six = fields.flag("six");
        return problems.attempt(
                fields.at(), () -> six ? ThreePlusThree.withSix(doses, start) : ThreePlusThree.of(doses, start));
    }

    private Optional<DoseRule> boin(Fields fields, int doses, int start) {
        double target =
                fields.required("target").map(looks.values()::probability).orElse(Double.NaN);
        Optional<Integer> cohorts =
                fields.required("cohorts").flatMap(node -> looks.values().whole(node, 1));
        int cohort = whole(fields, "cohort", COHORT);
        int enough = whole(fields, "enough", Integer.MAX_VALUE);
        boolean stays = fields.text("one-of-three").orElse("").equals("stays");
        if (fields.has("one-of-three") && !stays) {
            problems.error(
                    fields.optional("one-of-three").orElseThrow().at(),
                    "with one toxicity of three the dose 'stays'; leave it out to go by the share");
        }
        if (Double.isNaN(target) || cohorts.isEmpty()) {
            return Optional.empty();
        }
        return problems.attempt(fields.at(), () -> {
            Boin boin = Boin.of(target, doses, cohort, cohorts.get())
                    .startingAt(start)
                    .endingWith(enough);
            return stays ? boin.stayingOnOneOfThree() : boin;
        });
    }

    private int whole(Fields fields, String key, int otherwise) {
        return fields.optional(key)
                .flatMap(node -> looks.values().whole(node, 1))
                .orElse(otherwise);
    }
}
