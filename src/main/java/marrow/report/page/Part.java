package marrow.report.page;

import marrow.montecarlo.Columns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a section is made of. */
public sealed interface Part {
    Map<String, Object> tree();

    /** A few sentences. */
    record Words(String text) implements Part {
        @Override
        public Map<String, Object> tree() {
            return Map.of("words", text);
        }
    }

    /** Numbers to be seen first, each with what it is and its interval or other qualification. */
    record Headlines(List<Headline> headlines) implements Part {
        public Headlines {
            headlines = List.copyOf(headlines);
        }

        @Override
        public Map<String, Object> tree() {
            return Map.of("headlines", headlines.stream().map(Headline::tree).toList());
        }
    }

    /** One of them: {@code Power if expected holds}, {@code 39.5 %}, {@code 38.6 to 40.5 %}. */
    record Headline(String what, String value, String beside) {
        Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("what", what);
            tree.put("value", value);
            tree.put("beside", beside);
            return tree;
        }
    }

    /**
     * A table as it is to be read: its numbers are texts already. Columns whose texts are all numbers stand to the right.
     *
     * @param folded whether it is opened by the reader
     */
    record Sheet(String title, Rows rows, boolean folded) implements Part {
        @Override
        public Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("sheet", title);
            tree.put("folded", folded);
            tree.put("data", rows.tree());
            return tree;
        }
    }

    /**
     * A plot, with the rows that it is drawn from behind it.
     *
     * @param id          of it in the page, for links
     * @param kind        which of the page's ways to draw: the name of its file under {@code plots}
     * @param description what is shown, for those who do not see it as for those who do
     * @param settings    what else the way to draw asks for
     */
    record Figure(String id, String kind, String title, String description, Map<String, Object> settings, Rows rows)
            implements Part {
        public Figure {
            settings = Map.copyOf(settings);
        }

        @Override
        public Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("figure", kind);
            tree.put("id", id);
            tree.put("title", title);
            tree.put("description", description);
            tree.put("settings", new TreeMap<>(settings));
            tree.put("data", rows.tree());
            return tree;
        }
    }
}
