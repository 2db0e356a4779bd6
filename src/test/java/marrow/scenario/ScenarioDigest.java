package marrow.scenario;

import java.nio.file.Path;
import java.util.Map;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.LifeDigest;

/** Prints what the solver made of a scenario, and the digest of its first lives, so that other Java machines can be asked. */
public final class ScenarioDigest {
    private ScenarioDigest() {}

    /** The only argument is the scenario's file. */
    public static void main(String[] arguments) {
        System.out.println(of(Path.of(arguments[0])));
    }

    static String of(Path file) {
        Scenario scenario = ScenarioReader.read(file, Map.of()).scenario().orElseThrow();
        return scenario.solved() + "\n" + LifeDigest.of(CompiledJourney.of(scenario.journey(), scenario.entry()), 1000);
    }
}
