package marrow.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.report.form.JsonWriter;

/** A report: what the page shows, and nothing of how. */
public record Report(String title, String lead, List<Section> sections) {
    public Report {
        sections = List.copyOf(sections);
    }

    /** As JSON: the file {@code report.json}. */
    public String json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("title", title);
        tree.put("lead", lead);
        tree.put("sections", sections.stream().map(Section::tree).toList());
        return JsonWriter.write(tree);
    }
}
