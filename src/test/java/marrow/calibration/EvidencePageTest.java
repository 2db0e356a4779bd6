package marrow.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of docs/evidence.md is what 100,000 patients come to. With {@code -Dmarrow.write=true} it is written instead of compared. */
final class EvidencePageTest {
    private static final Path PAGE = Path.of("docs", "evidence.md");

    @Test
    @Tag("slow")
    void what_comes_out_is_as_simulated() throws IOException {
        String table = ComesOut.table(ComesOut.all());
        String page = Files.readString(PAGE);
        int start = page.indexOf("| figure | wanted | comes out | wanted from |\n");
        int end = page.indexOf("\n\n", start) + 1;
        if (Boolean.getBoolean("marrow.write")) {
            Files.writeString(PAGE, page.substring(0, start) + table + page.substring(end));
        } else {
            assertEquals(table, page.substring(start, end));
        }
    }
}
