package marrow.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marrow.scenario.value.Parameter;
import marrow.scenario.value.Provenance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each parameter that a scenario of ours comes to, its own or a fragment's, says its class of evidence, source and range, each fact the first two. */
class EvidenceOfScenariosTest {
    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertTrue(found.size() >= 6, found.toString());
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void parameters_and_facts_say_what_stands_behind_them(Path file) {
        Reading reading = ScenarioReader.read(file, Map.of());
        assertEquals(List.of(), reading.problems().all());
        Scenario scenario = reading.scenario().orElseThrow();
        assertTrue(
                scenario.parameters().size() >= 20,
                () -> "" + scenario.parameters().size());
        for (Parameter parameter : scenario.parameters()) {
            stands(parameter.name(), parameter.provenance());
            assertTrue(parameter.plausible().low() < parameter.plausible().high(), parameter.name());
            assertTrue(parameter.plausible().contains(parameter.value()), parameter.name());
        }
        assertTrue(scenario.facts().containsKey("age"), "age");
        scenario.facts().forEach((fact, origin) -> stands(fact, origin.provenance()));
    }

    private static void stands(String name, Provenance provenance) {
        assertNotNull(provenance, name);
        assertNotNull(provenance.evidence(), name);
        assertFalse(provenance.source().isBlank(), name);
    }
}
