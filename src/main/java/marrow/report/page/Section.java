package marrow.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A headed stretch of a report. Its id stands in links. */
public record Section(String id, String title, List<Part> parts) {
    public Section {
        parts = List.copyOf(parts);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        tree.put("title", title);
        tree.put("parts", parts.stream().map(Part::tree).toList());
        return tree;
    }
}
