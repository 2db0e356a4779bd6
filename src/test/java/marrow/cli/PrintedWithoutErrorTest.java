package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the printed table shows without an error, for want of room, has one in CSV, as docs/results.md says. */
class PrintedWithoutErrorTest {
    private static final Set<String> BARE =
            Set.of("trial/duration_days", "trial/accrual_days", "trial/screened", "trial/lost", "analysis/patients");

    @TempDir
    Path folder;

    @Test
    void years_and_numbers_of_patients_have_their_error_in_csv() throws IOException {
        String file =
                Files.writeString(folder.resolve("small.yaml"), SmallTrial.YAML).toString();
        Set<String> seen = new HashSet<>();
        for (Map<String, String> row :
                Csv.rows(Ran.marrow("run", file, "--format", "csv", "--quiet").out())) {
            String what = row.get("of") + "/" + row.get("metric");
            if (BARE.contains(what)) {
                seen.add(what);
                double value = Double.parseDouble(row.get("value"));
                assertTrue(Double.parseDouble(row.get("mcse")) >= 0, what);
                assertTrue(Double.parseDouble(row.get("lower")) <= value, what);
                assertTrue(Double.parseDouble(row.get("upper")) >= value, what);
            }
        }
        assertEquals(BARE, seen);
    }
}
