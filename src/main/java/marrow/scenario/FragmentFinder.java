package marrow.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.text.YamlReader;

/**
 * Finds and reads the fragments that a scenario lists. They lie in its folder or below, links followed, and each is listed
 * once.
 */
final class FragmentFinder {
    private static final int MOST_FOLDERS_DEEP = 4;
    private static final int MOST_FILES = 1000;

    private final Path scenario;
    private final Path folder;
    private final Problems problems;
    private final Map<Path, Position> listed = new LinkedHashMap<>();

    private FragmentFinder(Path scenario, Path folder, Problems problems) {
        this.scenario = scenario;
        this.folder = folder;
        this.problems = problems;
    }

    static List<Fragment> read(Path scenario, Node journey, Problems problems) {
        if (!(journey instanceof Sequence list)) {
            problems.error(
                    journey.at(),
                    "a journey is a list of fragments such as [journeys/transplant.yaml], and this is "
                            + journey.named());
            return List.of();
        }
        List<Fragment> fragments = new ArrayList<>();
        try {
            Path folder = scenario.toRealPath().getParent();
            FragmentFinder finder = new FragmentFinder(scenario, folder, problems);
            for (Node item : list.items()) {
                finder.read(item).ifPresent(fragments::add);
            }
        } catch (IOException gone) {
            problems.error(journey.at(), "the scenario's folder cannot be read");
        }
        return fragments;
    }

    private Optional<Fragment> read(Node item) {
        if (!(item instanceof Scalar scalar) || scalar.isEmpty()) {
            problems.error(item.at(), "the path of a fragment is needed here, and this is " + item.named());
            return Optional.empty();
        }
        String path = scalar.text();
        Optional<Path> file = find(path, item.at());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String shown = scenario.resolveSibling(path).normalize().toString();
        Position earlier = listed.putIfAbsent(file.get(), item.at());
        if (earlier != null) {
            problems.error(item.at(), path + " was listed before, on line " + earlier.line());
            return Optional.empty();
        }
        Optional<Node> root = YamlReader.read(file.get(), shown, problems);
        if (root.isPresent()
                && root.get() instanceof Mapping mapping
                && mapping.entry("scenario").isPresent()) {
            problems.error(
                    item.at(), "a scenario lists fragments, and this is a scenario: " + scenario + " > " + shown);
            return Optional.empty();
        }
        return root.flatMap(node -> Fragment.of(node, shown, problems));
    }

    /** The real path of a listed file, or nothing where it is none that may be listed. */
    private Optional<Path> find(String path, Position at) {
        try {
            Path asked = folder.resolve(path).normalize();
            if (!asked.startsWith(folder)) {
                problems.error(at, path + " lies outside the scenario's folder");
                return Optional.empty();
            }
            if (!Files.exists(asked)) {
                problems.error(at, "there is no file " + path + " beside the scenario", Nearest.to(path, existing()));
                return Optional.empty();
            }
            Path real = asked.toRealPath();
            if (!real.startsWith(folder)) {
                problems.error(at, path + " is a link out of the scenario's folder");
                return Optional.empty();
            }
            if (real.equals(scenario.toRealPath())) {
                problems.error(at, "a scenario cannot list itself: " + scenario + " > " + scenario);
                return Optional.empty();
            }
            return Optional.of(real);
        } catch (InvalidPathException | IOException unusable) {
            problems.error(at, path + " is no path of a file that can be read");
            return Optional.empty();
        }
    }

    private List<String> existing() throws IOException {
        try (Stream<Path> files = Files.walk(folder, MOST_FOLDERS_DEEP)) {
            return files.limit(MOST_FILES)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
