package marrow.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import marrow.scenario.text.Node;
import marrow.scenario.text.Problems;
import marrow.scenario.text.YamlReader;

/**
 * The files of a scenario as they were when they were first read, so that it can be understood again and again with other values: faster,
 * and as one and the same scenario, whatever becomes of the files meanwhile. May be used by several threads.
 */
public final class ScenarioFiles {
    private final Path scenario;
    private final Optional<String> text;
    private Optional<Node> root = Optional.empty();
    private Optional<List<Fragment>> fragments = Optional.empty();

    private ScenarioFiles(Path scenario, Optional<String> text) {
        this.scenario = scenario;
        this.text = text;
    }

    public static ScenarioFiles of(Path scenario) {
        return new ScenarioFiles(scenario, Optional.empty());
    }

    /** A scenario that is in no file. */
    public static ScenarioFiles ofText(String name, String text) {
        return new ScenarioFiles(Path.of(name), Optional.of(text));
    }

    Path scenario() {
        return scenario;
    }

    synchronized Optional<Node> root(Problems problems) {
        if (root.isPresent()) {
            return root;
        }
        int before = problems.errors();
        Optional<Node> read = text.isPresent()
                ? YamlReader.parse(text.get(), scenario.toString(), problems)
                : YamlReader.read(scenario, scenario.toString(), problems);
        root = problems.errors() == before ? read : Optional.empty();
        return read;
    }

    /** @param journey where the scenario lists them */
    synchronized List<Fragment> fragments(Node journey, Problems problems) {
        if (fragments.isPresent()) {
            return fragments.get();
        }
        int before = problems.errors();
        List<Fragment> read = FragmentFinder.read(scenario, journey, problems);
        fragments = problems.errors() == before ? Optional.of(read) : Optional.empty();
        return read;
    }
}
