package marrow.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A text of a report never becomes part of the page, and the page asks for nothing. */
class PageTest {
    private static final Pattern SCRIPT_END = Pattern.compile("</script", Pattern.CASE_INSENSITIVE);

    static List<String> hostile() {
        return List.of(
                "</script><script>alert(1)</script>",
                "</SCRIPT ><img src=x onerror=alert(1)>",
                "<!--<script>",
                "]]>\"'`${alert(1)}\\",
                "/*REPORT*/ /*SCRIPTS*/ <!--LIBRARIES--> /*STYLE*/",
                "right \u202eto left\u202c and \u200f marks \u2066 too",
                "line\u2028and\u2029paragraph, tab\t, null \u0000, lone \ud800",
                "x".repeat(10_000),
                "=HYPERLINK(\"http://example.org\")");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_text_stays_a_text(String text) {
        String page = Page.of(saying(text).json());
        String plain = Page.of(saying("nothing").json());
        assertEquals(count(SCRIPT_END, plain), count(SCRIPT_END, page));
        String data = data(page);
        assertFalse(data.contains("<"), data);
        String written = text.replace('\ud800', '?'); // half a character is written as one that can be
        assertTrue(
                texts(data).stream()
                        .anyMatch(read -> read.replace('\ud800', '?').equals(written)),
                () -> data);
    }

    @Test
    void the_page_asks_for_nothing() {
        String page = Page.of(saying("nothing").json());
        assertTrue(page.contains("default-src 'none'"));
        assertFalse(Pattern.compile("<(script|img|link|iframe)[^>]*(src|href)=")
                .matcher(page)
                .find());
        assertFalse(Pattern.compile("@import|url\\((?!#)")
                .matcher(resourceStyle(page))
                .find());
    }

    @Test
    void the_same_report_is_the_same_page() {
        assertEquals(Page.of(saying("x").json()), Page.of(saying("x").json()));
    }

    private static Report saying(String text) {
        Part figure = new Part.Figure(
                "f",
                "counts",
                text,
                text,
                Map.of("what", text),
                Rows.of("a", text).row(text, 1.5));
        return new Report(
                text,
                text,
                List.of(new Section(
                        "s",
                        text,
                        List.of(
                                new Part.Words(text),
                                new Part.Headlines(List.of(new Part.Headline(text, text, text))),
                                new Part.Sheet(text, Rows.of(text).row(text), false),
                                figure))));
    }

    private static String data(String page) {
        int from = page.indexOf("id=\"data\">") + "id=\"data\">".length();
        return page.substring(from, page.indexOf("</script>", from));
    }

    private static String resourceStyle(String page) {
        return page.substring(page.indexOf("<style>"), page.indexOf("</style>"));
    }

    private static List<String> texts(String json) {
        List<String> texts = new ArrayList<>();
        try (JsonParser parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.add(parser.getString());
                }
            }
        }
        return texts;
    }

    private static int count(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}
