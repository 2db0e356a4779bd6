package marrow.scenario.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.dist.Distribution;
import marrow.journey.Case;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Factor;
import marrow.scenario.law.DistributionDecoder;
import marrow.scenario.law.HazardDecoder;
import marrow.scenario.law.HazardDraft;
import marrow.scenario.patient.ConditionDecoder;
import marrow.scenario.patient.EffectDecoder;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Kind;
import marrow.scenario.value.Values;

/** Reads one clock. */
public final class ClockDecoder {
    public static final List<String> FACTOR = List.of("when", "by", "about");
    public static final List<String> KEYS = List.of(
            "while", "since", "after", "hazard", "times", "chance", "keeps", "repeats", "then", "mark", "uses",
            "choose", "about");

    private final ConditionDecoder conditions;
    private final EffectDecoder effects;
    private final ChoiceDecoder choices;
    private final DistributionDecoder distributions;
    private final HazardDecoder hazards;
    private final Values values;
    private final Problems problems;

    public ClockDecoder(
            ConditionDecoder conditions,
            EffectDecoder effects,
            ChoiceDecoder choices,
            Values values,
            Problems problems) {
        this.conditions = conditions;
        this.effects = effects;
        this.choices = choices;
        this.distributions = new DistributionDecoder(values, problems);
        this.hazards = new HazardDecoder(values, problems);
        this.values = values;
        this.problems = problems;
    }

    public Optional<ClockDraft> decode(Scalar name, Node node) {
        Optional<Fields> read = Fields.of(node, name.at(), "a clock", KEYS, problems);
        if (read.isEmpty()) {
            effects.refused();
            return Optional.empty();
        }
        Fields fields = read.get();
        int before = problems.errors();
        Condition running = conditions.optional(fields.optional("while")).orElse(Condition.ALWAYS);
        Optional<Distribution> wait = fields.optional("after").flatMap(distributions::waiting);
        Optional<HazardDraft> hazard = fields.optional("hazard").flatMap(hazards::decode);
        if (fields.has("after") == fields.has("hazard")) {
            problems.error(
                    name.at(), "a clock has either 'after' or 'hazard'" + (fields.has("after") ? ", not both" : ""));
        }
        refuseForeignKeys(fields);
        List<Factor> factors =
                fields.optional("times").map(times -> factors(times, running)).orElse(List.of());
        double chance = fields.optional("chance").map(values::probability).orElse(1.0);
        Effect effect = effects.decode(fields);
        if (effect.marks().contains(name.text())) {
            problems.warning(name.at(), "every ring sets the mark " + name.text() + ": 'mark' need not name it");
        }
        List<Case> cases = fields.optional("choose")
                .map(choose -> choices.decode(choose, running))
                .orElse(List.of());
        Scalar since = fields.optional("since").map(this::mark).orElse(null);
        boolean keeps = fields.flag("keeps");
        boolean repeats = fields.flag("repeats");
        if (problems.errors() > before || (wait.isEmpty() && hazard.isEmpty())) {
            return Optional.empty(); // a parameter that was refused is not told again
        }
        return Optional.of(new ClockDraft(
                name.text(),
                name.at(),
                running,
                since,
                wait.orElse(null),
                hazard.orElse(null),
                chance,
                keeps,
                repeats,
                factors,
                effect,
                cases));
    }

    /** Factors belong to hazards; chance and keeping belong to waiting times. */
    private void refuseForeignKeys(Fields fields) {
        if (fields.has("after")) {
            fields.entry("times")
                    .ifPresent(entry -> refuse(entry, "factors multiply a hazard, and this clock has a waiting time"));
        } else {
            for (String key : List.of("chance", "keeps")) {
                fields.entry(key)
                        .ifPresent(
                                entry -> refuse(
                                        entry,
                                        "'" + key
                                                + "' goes with 'after': a hazard keeps its budget by itself, and comes when it is spent"));
            }
        }
    }

    private void refuse(Entry entry, String why) {
        problems.error(entry.key().at(), why);
    }

    private Scalar mark(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        problems.error(node.at(), "the name of a mark is needed here, and this is " + node.named());
        return null;
    }

    private List<Factor> factors(Node node, Condition running) {
        if (!(node instanceof Sequence list)) {
            problems.error(
                    node.at(), "factors are a list such as [{when: {...}, by: 0.5}], and this is " + node.named());
            return List.of();
        }
        List<Factor> factors = new ArrayList<>();
        for (Node item : list.items()) {
            Fields.of(item, "a factor", FACTOR, problems)
                    .flatMap(fields -> factor(fields, running))
                    .ifPresent(factors::add);
        }
        return factors;
    }

    private Optional<Factor> factor(Fields fields, Condition running) {
        Optional<Node> when = fields.required("when");
        Optional<Condition> condition = when.flatMap(conditions::decode);
        condition.ifPresent(one -> conditions.both(running, one, when.get().at(), "while the clock runs,"));
        double by = fields.required("by")
                .map(node -> values.atLeastZero(node, Kind.NUMBER))
                .orElse(Double.NaN);
        return Double.isNaN(by) ? Optional.empty() : condition.map(one -> new Factor(one, by));
    }
}
