package marrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The commands of the pages that build, test or measure Marrow. What they call is there: programs, profiles, tests. That they work takes hours to see, and asks
 * for R, a browser and TestU01: {@code -Dmarrow.execute=REGEX} types those which the expression finds, one after the other, in a clone of the last commit.
 */
class DeveloperCommandsTest {
    private static final Pattern CALLED = Pattern.compile("^(?:bash )?(\\./mvnw|(?:\\.ci|bench|src|results)/\\S+)");
    private static final Pattern PROFILE = Pattern.compile(" -P(\\w+)");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");

    /** Measured anew, with the seconds that it took, or drawn by the browser of the machine, so that they may differ; all else comes out as it is committed, or is not what the page says. */
    private static final Pattern OF_THE_MACHINE = Pattern.compile(
            "results/bench/.*|results/golden/.*/manifest\\.json|docs/performance\\.md|docs/report\\.png");

    @TestFactory
    Stream<DynamicTest> what_they_call_is_there() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        Map<String, Path> commands = commands();
        assertTrue(commands.size() >= 25, commands.size() + " commands");
        return commands.entrySet().stream()
                .map(told -> DynamicTest.dynamicTest(
                        told.getValue() + ": " + told.getKey(), () -> isThere(told.getKey(), build)));
    }

    @TestFactory
    @EnabledIfSystemProperty(named = "marrow.execute", matches = ".+", disabledReason = "takes hours")
    Stream<DynamicTest> they_work() throws IOException, InterruptedException {
        String wanted = System.getProperty("marrow.execute");
        List<String> commands = commands().keySet().stream()
                .filter(Pattern.compile(wanted).asPredicate())
                .toList();
        assertTrue(!commands.isEmpty(), () -> "no page has a command with " + wanted);
        Path work =
                Files.createDirectories(Path.of("target", "developer-commands")).toRealPath();
        Path clone = Files.createTempDirectory(work, "clone");
        assertEquals(0, sh(work, work.resolve("clone.log"), "git clone -q ../.. " + clone.getFileName()));
        return commands.stream().map(command -> DynamicTest.dynamicTest(command, () -> works(clone, command)));
    }

    /** Each command once, with the first page that tells it, in the order of the pages: what builds a program comes before what runs it. */
    private static Map<String, Path> commands() throws IOException {
        Map<String, Path> commands = new LinkedHashMap<>();
        for (Path page : ShellCommands.pages()) {
            for (String command : ShellCommands.of(page)) {
                if (!ShellCommands.isOfMarrow(command)) {
                    commands.putIfAbsent(command, page);
                }
            }
        }
        return commands;
    }

    private static void isThere(String command, String build) throws IOException {
        CALLED.matcher(command)
                .results()
                .forEach(called -> assertTrue(Files.isExecutable(Path.of(called.group(1))), called.group(1)));
        PROFILE.matcher(command)
                .results()
                .forEach(profile -> assertTrue(build.contains("<id>" + profile.group(1) + "</id>"), command));
        List<String> named = TEST.matcher(command)
                .results()
                .map(test -> test.group(1) + ".java")
                .toList();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            var names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertTrue(names.containsAll(named), command);
        }
        assertTrue(
                CALLED.matcher(command).find()
                        || command.matches("java -jar target/benchmarks.jar .*|apt-get install .*"),
                () -> "nobody looks whether this works: " + command);
    }

    private static void works(Path clone, String command) throws IOException, InterruptedException {
        Path said = clone.resolveSibling(clone.getFileName() + " " + command.replaceAll("\\W+", "-") + ".log");
        long began = System.nanoTime();
        int code = sh(clone, said, command);
        System.out.printf("%s: code %d after %s%n", command, code, Duration.ofNanos(System.nanoTime() - began));
        assertEquals(0, code, () -> command + ": see " + said);
        Path changed = clone.resolveSibling("changed");
        sh(clone, changed, "git status --porcelain --untracked-files=no && git checkout -q .");
        List<String> unexpected = new ArrayList<>();
        for (String line : Files.readAllLines(changed)) {
            String file = line.substring(3);
            if (!OF_THE_MACHINE.matcher(file).matches()) {
                unexpected.add(file);
            }
        }
        assertEquals(List.of(), unexpected, () -> command + " makes other files than those that are committed");
    }

    private static int sh(Path here, Path said, String command) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", command)
                .directory(here.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
    }
}
