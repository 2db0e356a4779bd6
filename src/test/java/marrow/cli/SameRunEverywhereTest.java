package marrow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import marrow.JavaMachines;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run writes is the same on every Java machine. */
class SameRunEverywhereTest {
    private static final String TRIALS = "40";

    @TempDir
    Path folder;

    @Test
    void on_every_java_machine() throws IOException, InterruptedException {
        String scenario = Files.writeString(
                        folder.resolve("small.yaml"),
                        SmallTrial.YAML.replace("cohort: 5000", "cohort: 500").replaceAll(", tilt: .*}}", "}"))
                .toString();
        JavaMachines.allPrint(RunDigest.of(scenario, TRIALS), RunDigest.class, scenario, TRIALS);
    }
}
