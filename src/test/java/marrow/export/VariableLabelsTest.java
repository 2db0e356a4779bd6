package marrow.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariableLabelsTest {
    private final VariableLabels labels = new VariableLabels(List.of("Sex"));

    @Test
    void a_name_that_fits_is_its_label() {
        assertEquals("chronic-gvhd, at entry", labels.of("chronic-gvhd", ", at entry"));
        assertEquals("Sex 2", labels.of("Sex", ""));
        assertEquals("a".repeat(40), labels.of("a".repeat(40), ""));
    }

    @Test
    void names_that_agree_where_they_are_cut_have_labels_of_their_own() {
        String alike = "0123456789".repeat(4);
        assertEquals(alike, labels.of(alike + "-one", ""));
        assertEquals(alike.substring(0, 38) + " 2", labels.of(alike + "-two", ""));
        assertEquals(alike.substring(0, 30) + ", at entry", labels.of(alike + "-one", ", at entry"));
        assertEquals(alike.substring(0, 28) + " 2, at entry", labels.of(alike + "-two", ", at entry"));
    }

    @Test
    void a_letter_of_three_bytes_is_not_cut_in_two() {
        assertEquals("\u60b2".repeat(13), labels.of("\u60b2".repeat(30), ""));
        assertEquals("\ud83d\udc8a".repeat(10), labels.of("\ud83d\udc8a".repeat(11), ""));
    }
}
