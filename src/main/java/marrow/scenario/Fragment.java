package marrow.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.scenario.patient.Section;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Problems;

/** A file that tells one stretch of the disease. */
public record Fragment(String name, String file, Mapping root) {
    public static final String KEY = "fragment";

    public static final List<String> KEYS = keys();

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of(KEY, "about"));
        keys.addAll(Section.keys());
        return List.copyOf(keys);
    }

    static Optional<Fragment> of(Node root, String file, Problems problems) {
        if (root instanceof Mapping mapping) {
            mapping.entry("journey")
                    .ifPresent(entry ->
                            problems.error(entry.key().at(), "a fragment lists no other fragments: the scenario does"));
        }
        List<String> known = new ArrayList<>(KEYS);
        known.add("journey");
        Optional<Fields> fields = Fields.of(root, "a fragment", known, problems);
        Optional<String> name = fields.flatMap(one -> one.required(KEY))
                .flatMap(node -> fields.get().text(node));
        fields.ifPresent(one -> one.text("about"));
        return name.map(text -> new Fragment(text, file, fields.get().asMeant()));
    }
}
