package marrow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Commands of the pages that build, test or measure Marrow cannot be run from within its tests. What they call is there: programs, profiles, tests. */
class DeveloperCommandsTest {
    private static final Pattern CALLED = Pattern.compile("^(?:\\./mvnw|(?:bench|src|results)/\\S+)");
    private static final Pattern PROFILE = Pattern.compile(" -P(\\w+)");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");

    @TestFactory
    Stream<DynamicTest> what_they_call_is_there() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String build = Files.readString(Path.of("pom.xml"));
        for (Path page : ShellCommands.pages()) {
            for (String command : ShellCommands.of(page)) {
                if (!ShellCommands.isOfMarrow(command)) {
                    tests.add(DynamicTest.dynamicTest(page + ": " + command, () -> isThere(command, build)));
                }
            }
        }
        assertTrue(tests.size() >= 15, tests.size() + " commands");
        return tests.stream();
    }

    private static void isThere(String line, String build) throws IOException {
        CALLED.matcher(line)
                .results()
                .forEach(called -> assertTrue(Files.isExecutable(Path.of(called.group())), called.group()));
        PROFILE.matcher(line)
                .results()
                .forEach(profile -> assertTrue(build.contains("<id>" + profile.group(1) + "</id>"), line));
        List<String> named = TEST.matcher(line)
                .results()
                .map(test -> test.group(1) + ".java")
                .toList();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            var names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertTrue(names.containsAll(named), line);
        }
        assertTrue(
                line.matches("(\\./mvnw|(bench|src|results)/|java -jar target/benchmarks.jar|apt-get install ).*"),
                () -> "nobody looks whether this works: " + line);
    }
}
