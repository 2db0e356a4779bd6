package marrow.scenario.value;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/**
 * Warns of parameters that nothing speaks of. Only those that the file in hand names are looked at: of a fragment's
 * parameters a scenario may use some.
 */
public final class ParameterUse {
    private final Set<String> used = new HashSet<>();

    private ParameterUse() {}

    public static void report(String file, List<Entry> parameters, List<Mapping> files, Problems problems) {
        ParameterUse use = new ParameterUse();
        files.forEach(use::look);
        for (Entry parameter : parameters) {
            Position at = parameter.key().at();
            if (at.file().equals(file) && !use.used.contains(parameter.name())) {
                problems.warning(at, "nothing uses the parameter '" + parameter.name() + "'");
            }
        }
    }

    private void look(Node node) {
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> {
                look(entry.key());
                look(entry.value());
            });
        } else if (node instanceof Sequence list) {
            list.items().forEach(this::look);
        } else {
            Values.reference(node).ifPresent(used::add);
        }
    }
}
