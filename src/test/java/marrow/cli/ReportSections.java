package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every report must be, as `report.json` has it. */
final class ReportSections {
    private ReportSections() {}

    /** These sections stand in it in this order, and no number of it is none. */
    static void assertInOrder(String report, String... sections) {
        int at = 0;
        for (String section : sections) {
            int next = report.indexOf("\"id\": \"" + section + "\"", at);
            assertTrue(next > at, section);
            at = next;
        }
        assertFalse(report.contains("NaN") || report.contains("Infinity"));
    }
}
