package marrow.report.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columns_are_aligned_with_two_spaces_between_them() {
        Table table = new Table("  ", "lr").row("name", "n").row("a", "10");
        assertEquals("  name   n\n  a     10\n", table.toString());
    }

    @Test
    void a_table_that_would_be_wider_than_a_page_has_one_space_between_columns() {
        String forty = "x".repeat(40);
        assertEquals(
                forty + "  " + "y".repeat(38) + "\n",
                new Table("", "ll").row(forty, "y".repeat(38)).toString());
        assertEquals(
                forty + " " + "y".repeat(39) + "\n",
                new Table("", "ll").row(forty, "y".repeat(39)).toString());
    }

    @Test
    void no_rows_are_no_table() {
        assertEquals("", new Table("  ", "l").toString());
    }
}
