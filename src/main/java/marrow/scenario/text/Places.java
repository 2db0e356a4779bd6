package marrow.scenario.text;

import java.util.Optional;
import marrow.scenario.text.Node.Mapping;

/** Where the things of a scenario are places. What is not there has the place of the scenario itself. */
public final class Places {
    private final Fields scenario;

    public Places(Fields scenario) {
        this.scenario = scenario;
    }

    /** Where the name of a thing stands. */
    public Position named(String section, String name) {
        return scenario.optional(section)
                .flatMap(node -> ((Mapping) node).entry(name))
                .map(entry -> entry.key().at())
                .orElse(scenario.at());
    }

    /** Where the value stands that a section has under these keys, one in the other. */
    public Position at(String section, String... keys) {
        return node(section, keys).map(Node::at).orElse(scenario.at());
    }

    /** What a section has under these keys, one in the other. */
    public Optional<Node> node(String section, String... keys) {
        Optional<Node> node = scenario.optional(section);
        for (String key : keys) {
            node = node.filter(Mapping.class::isInstance).flatMap(one -> ((Mapping) one).get(key));
        }
        return node;
    }
}
