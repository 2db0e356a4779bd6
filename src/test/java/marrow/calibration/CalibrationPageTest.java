package marrow.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** docs/calibration.md is what 10,000 cohorts print. With {@code -Dmarrow.write=true} it is written instead of compared. */
final class CalibrationPageTest {
    private static final Path PAGE = Path.of("docs", "calibration.md");
    private static final int COHORTS = 10_000;

    @Test
    @Tag("slow")
    void the_page_is_as_simulated() throws IOException {
        String page = CalibrationPage.of(XieWithinPredictionTest.predictions(COHORTS), COHORTS, Landmark.all());
        if (Boolean.getBoolean("marrow.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE));
    }
}
