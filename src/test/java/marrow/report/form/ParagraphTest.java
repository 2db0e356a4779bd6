package marrow.report.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ParagraphTest {
    @Test
    void lines_break_at_spaces_and_a_number_keeps_its_unit() {
        assertEquals(
                List.of("  one two", "    three", "    14 d"), Paragraph.lines("one two three 14 d", "  ", "    ", 11));
        assertEquals(List.of("about", "12.9 %"), Paragraph.lines("about 12.9 %", "", "", 10));
    }

    @Test
    void a_word_longer_than_the_line_stands_alone() {
        assertEquals(
                List.of("a", "relapse-after-transplant", "b"),
                Paragraph.lines("a relapse-after-transplant b", "", "", 10));
    }

    @Test
    void a_table_aligns_its_columns() {
        assertEquals(
                "> a     1\n> bcd  20\n",
                new Table("> ", "lr").row("a", "1").row("bcd", "20").toString());
        assertEquals(
                " x  y\n12\n", new Table("", "rl").row("x", "y").row("12", "").toString());
    }
}
