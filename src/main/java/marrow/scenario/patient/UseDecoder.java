package marrow.scenario.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.journey.Effect.Use;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Dimension;
import marrow.scenario.value.Kind;
import marrow.scenario.value.Values;

/** Reads what a ring uses: {@code {dexamethasone-mg: 20, cells-1e8-per-kg: cell-dose}}, numbers or facts by account. */
public final class UseDecoder {
    private final Facts facts;
    private final Values values;
    private final Problems problems;

    public UseDecoder(Facts facts, Values values, Problems problems) {
        this.facts = facts;
        this.values = values;
        this.problems = problems;
    }

    List<Use> decode(Node node) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(), "what is used is a mapping such as {dexamethasone-mg: 20}, and this is " + node.named());
            return List.of();
        }
        List<Use> uses = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            Names.check(entry.key(), "an account", problems);
            if (isNumber(entry.value())) {
                double amount = values.atLeastZero(entry.value(), Kind.NUMBER);
                if (amount >= 0) {
                    uses.add(new Use(entry.name(), amount, null));
                }
            } else {
                number(entry.value()).ifPresent(fact -> uses.add(new Use(entry.name(), 1, fact)));
            }
        }
        return uses;
    }

    private static boolean isNumber(Node node) {
        return !(node instanceof Scalar scalar) || scalar.text().matches("[-+.$0-9].*");
    }

    /** The name of a fact that is a number, not a time. */
    public Optional<String> number(Node node) {
        Optional<Facts.Known> fact = facts.named(node);
        if (fact.isPresent() && fact.get().dimension() != Dimension.NUMBER) {
            problems.error(
                    node.at(),
                    "amounts are multiplied by a number, and " + fact.get().name() + " is a time");
        }
        fact.ifPresent(known -> refuseBelowZero(known, node));
        return fact.map(Facts.Known::name);
    }

    private void refuseBelowZero(Facts.Known fact, Node node) {
        double least = facts.least(fact.name());
        if (least < 0) {
            problems.error(
                    node.at(),
                    "amounts are at least 0, and " + fact.name() + " goes down to " + Figures.of(least)
                            + ": 'within' keeps a law above 0");
        }
    }
}
