package marrow.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.scenario.patient.Declarations;
import marrow.scenario.patient.Section;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;

/** Collects the sentences for the reader, by the name of what they are about. */
final class About {
    private About() {}

    static Map<String, String> of(
            List<Fragment> fragments, Mapping scenario, Declarations declared, Problems problems) {
        Map<String, String> about = new LinkedHashMap<>();
        fragments.forEach(fragment -> put(fragment.name(), fragment.root(), about, problems));
        scenario.get("scenario").ifPresent(name -> {
            if (name instanceof Scalar scalar) {
                put(scalar.text(), scenario, about, problems);
            }
        });
        for (Section section : Section.values()) {
            declared.of(section).forEach(entry -> put(entry.name(), entry.value(), about, problems));
        }
        return about;
    }

    private static void put(String name, Node of, Map<String, String> about, Problems problems) {
        Optional<Node> text = of instanceof Mapping mapping ? mapping.get("about") : Optional.empty();
        if (text.isPresent() && text.get() instanceof Scalar scalar) {
            about.put(name, scalar.text().strip());
        } else {
            text.ifPresent(node -> problems.error(node.at(), "a text is needed here, and this is " + node.named()));
        }
    }
}
