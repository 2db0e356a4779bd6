package marrow.scenario.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.journey.Case;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Outcome;
import marrow.scenario.patient.ChanceDecoder;
import marrow.scenario.patient.ConditionDecoder;
import marrow.scenario.patient.EffectDecoder;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Problems;

/** Reads {@code choose}: a list of outcomes, or of cases ({@code when}, {@code among}) of which the first that holds is used. */
public final class ChoiceDecoder {
    public static final List<String> OUTCOME = List.of("chance", "then", "mark", "uses", "about");
    public static final List<String> CASE = List.of("when", "among", "about");

    private final ConditionDecoder conditions;
    private final EffectDecoder effects;
    private final ChanceDecoder chances;
    private final Problems problems;

    public ChoiceDecoder(ConditionDecoder conditions, EffectDecoder effects, ChanceDecoder chances, Problems problems) {
        this.conditions = conditions;
        this.effects = effects;
        this.chances = chances;
        this.problems = problems;
    }

    /** @param running what holds when the choice is made: a case that contradicts it can never be used */
    List<Case> decode(Node node, Condition running) {
        if (!(node instanceof Sequence list) || list.items().isEmpty()) {
            problems.error(node.at(), "outcomes to choose between are a list, and this is " + node.named());
            effects.refused();
            return List.of();
        }
        List<Case> cases = new ArrayList<>();
        if (list.items().stream().noneMatch(ChoiceDecoder::isCase)) {
            outcomes(list).ifPresent(outcomes -> cases.add(new Case(Condition.ALWAYS, outcomes)));
            return cases;
        }
        for (int i = 0; i < list.items().size(); i++) {
            boolean last = i == list.items().size() - 1;
            decodeCase(list.items().get(i), running, last).ifPresent(cases::add);
        }
        return cases;
    }

    private static boolean isCase(Node node) {
        return node instanceof Mapping mapping && mapping.get("among").isPresent();
    }

    private Optional<Case> decodeCase(Node node, Condition running, boolean last) {
        Optional<Fields> fields = Fields.of(node, "a case of a choice", CASE, problems);
        if (fields.isEmpty()) {
            effects.refused();
            return Optional.empty();
        }
        Optional<Node> when = fields.get().optional("when");
        if (when.isEmpty() && !last) {
            problems.error(node.at(), "a case without 'when' always holds, and so comes last");
        }
        Optional<Condition> condition = conditions.optional(when);
        condition.ifPresent(
                one -> conditions.both(running, one, when.map(Node::at).orElse(node.at()), "when the clock rings,"));
        Optional<List<Outcome>> outcomes = fields.get().required("among").flatMap(this::outcomes);
        return condition.flatMap(one -> outcomes.map(among -> new Case(one, among)));
    }

    private Optional<List<Outcome>> outcomes(Node node) {
        if (!(node instanceof Sequence list) || list.items().isEmpty()) {
            problems.error(node.at(), "outcomes are a list such as [{chance: 70 %, ...}], and this is " + node.named());
            effects.refused();
            return Optional.empty();
        }
        List<Fields> each = new ArrayList<>();
        List<Node> chance = new ArrayList<>();
        for (Node item : list.items()) {
            Optional<Fields> fields = Fields.of(item, "an outcome", OUTCOME, problems);
            fields.ifPresentOrElse(each::add, effects::refused);
            fields.flatMap(one -> one.required("chance")).ifPresent(chance::add);
        }
        List<Effect> does = each.stream().map(effects::decode).toList();
        if (chance.size() < list.items().size()) {
            return Optional.empty();
        }
        return chances.decode(chance, node.at()).map(shares -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < shares.length; i++) {
                outcomes.add(new Outcome(shares[i], does.get(i)));
            }
            return outcomes;
        });
    }
}
