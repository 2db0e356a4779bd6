package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AheadTest {
    /** With a problem it would be given up halfway, and what comes after would not be loaded. */
    @Test
    void what_is_read_ahead_is_read_to_its_end() {
        assertEquals(List.of(), Ahead.read().problems().all());
        assertTrue(Ahead.read().scenario().orElseThrow().trial().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "sweep", "size", "compare", "merge", "validate", "explain", "trace", "export"})
    void commands_of_scenarios_read_ahead(String command) {
        assertTrue(Commands.readScenarios(command, "study.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "new", "schema", "completion", "--help", "vaildate"})
    void others_do_not(String command) {
        assertFalse(Commands.readScenarios(command));
    }

    @Test
    void nor_does_no_command() {
        assertFalse(Commands.readScenarios());
    }
}
