package marrow.scenario.value;

import java.util.List;
import java.util.Optional;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Problems;

/** What stands behind a number: the class of its evidence, and which source. */
public record Provenance(Evidence evidence, String source) {
    public static final List<String> KEYS = List.of("evidence", "source");

    public static Optional<Provenance> read(Fields fields, Problems problems) {
        Optional<Node> word = fields.required("evidence");
        Optional<String> source = fields.required("source").flatMap(fields::text);
        Optional<Evidence> evidence = word.flatMap(fields::text).flatMap(text -> {
            Optional<Evidence> found = Evidence.of(text);
            if (found.isEmpty()) {
                problems.error(
                        word.get().at(),
                        "unknown evidence '" + text + "': it is " + Names.either(Evidence.words()),
                        Nearest.to(text, Evidence.words()));
            }
            return found;
        });
        return evidence.flatMap(kind -> source.map(text -> new Provenance(kind, text)));
    }
}
