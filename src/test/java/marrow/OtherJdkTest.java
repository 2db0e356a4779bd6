package marrow;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Where one JDK is installed alone, nothing is compared between two. {@code SamePatientTest}, {@code ScenarioLivesTest} and {@code SameRunEverywhereTest} then pass by what
 * that one prints under other flags; that this is all they did is said by a test that is skipped.
 */
class OtherJdkTest {
    @Test
    void another_jdk_of_17_or_later_is_there_to_compare_with() throws IOException {
        assumeFalse(
                JavaMachines.others().isEmpty(),
                "no other JDK of 17 or later stands beside " + System.getProperty("java.home")
                        + ": nothing was compared between two");
    }
}
