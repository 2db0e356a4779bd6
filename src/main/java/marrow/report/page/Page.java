package marrow.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page of a report, in one file that asks for nothing else: its style, D3 and Observable Plot, the scripts that draw, and the
 * report as JSON, which a script of the page reads. A text of the report never becomes markup: in JSON every {@code <} is
 * written as its number, so that none can end the element that holds it, and the scripts put texts in the page as
 * texts alone.
 */
public final class Page {
    private static final List<String> LIBRARIES = List.of("lib/d3.min.js", "lib/plot.umd.min.js");

    private static final List<String> SCRIPTS = List.of(
            "elements.js",
            "numbers.js",
            "sheet.js",
            "saving.js",
            "figure.js",
            "plots/colours.js",
            "plots/panels.js",
            "plots/areas.js",
            "plots/power.js",
            "plots/stops.js",
            "plots/curves.js",
            "plots/incidence.js",
            "plots/occupancy.js",
            "plots/calendar.js",
            "plots/histogram.js",
            "plots/lines.js",
            "plots/map.js",
            "plots/swimmer.js",
            "plots/counts.js",
            "plots/journey.js",
            "plots/published.js",
            "report.js");

    private Page() {}

    /** @param json of a {@link Report} */
    public static String of(String json) {
        String libraries = LIBRARIES.stream().map(Page::script).collect(Collectors.joining());
        String scripts = SCRIPTS.stream().map(Page::resource).collect(Collectors.joining("\n"));
        return resource("page.html")
                .replace("/*STYLE*/", resource("report.css"))
                .replace("<!--LIBRARIES-->", libraries)
                .replace("/*SCRIPTS*/", scripts)
                .replace("/*REPORT*/", json.replace("<", "\\u003c"));
    }

    private static String script(String name) {
        return "<script>" + resource(name) + "</script>\n";
    }

    private static String resource(String name) {
        try (InputStream stream = Page.class.getResourceAsStream("/marrow/report/page/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
