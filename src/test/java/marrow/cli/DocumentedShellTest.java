package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell blocks of the pages, word by word in a shell, block after block in a folder for each page: what a page says works, where {@code study.yaml} is a
 * trial of a moment. Lines that build, test or measure Marrow itself cannot be run from within its tests: of these, what they call must be there.
 */
class DocumentedShellTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    /** A step of a pipeline, in a block of YAML. */
    private static final Pattern STEP = Pattern.compile("^- run: (marrow [^\\n]*)", Pattern.MULTILINE);

    /** In a sentence, with all its words: capitals stand for what a reader puts there. */
    private static final Pattern TOLD = Pattern.compile("`(\\./marrow \\w+ (?![^`]*\\b[A-Z]+\\b)[^`]+)`");

    private static final Pattern OF_MARROW = Pattern.compile("(\\./)?marrow .*|source <\\(marrow .*", Pattern.DOTALL);
    /** Too long for here: which test runs it. */
    private static final Map<String, String> SHOWN_ELSEWHERE =
            Map.of("./marrow run bench/nulls.yaml --quiet > results/type-1-error.txt", "calibration/NullsTest");
    /** {@code InRTest} runs its commands, and its R. */
    private static final Path IN_R = Path.of("docs", "in-r.md");

    private static final Pattern CALLED = Pattern.compile("^(?:\\./mvnw|(?:bench|src|results)/\\S+)");
    private static final Pattern PROFILE = Pattern.compile(" -P(\\w+)");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");

    private static final String STUDY = """
            scenario: study
            parameters: {p1: {value: 85 %, plausible: [75 %, 95 %], evidence: assumption, source: test}}
            tracks: {vital: [alive, dead]}
            clocks: {response: {after: 14 d, chance: $p1}}
            trial: {patients: 4, accrual: {rate: 2 per mo}, follow-up: {last-patient: 28 d}}
            endpoints: {CR: {reached: response, by: 28 d}}
            analyses: {exact: {exact-proportion: {endpoint: CR, null: 35 %, alpha: 0.05}}}
            truths: {hoped: {role: alternative}}
            run: {seed: 20261121, horizon: 1 y, replicates: 32, cohort: 256}
            """;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> what_the_pages_say_works() throws IOException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "the pages are for POSIX shells");
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            List<String> ours = commands(Files.readString(page)).stream()
                    .filter(line -> OF_MARROW.matcher(line).matches())
                    .filter(line -> !SHOWN_ELSEWHERE.containsKey(line))
                    .toList();
            if (!ours.isEmpty() && !page.equals(IN_R)) {
                tests.add(DynamicTest.dynamicTest(page + ": " + ours.size(), () -> run(page, ours)));
            }
        }
        assertTrue(tests.size() >= 6, tests.size() + " pages have commands");
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> what_developers_are_told_to_call_is_there() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String build = Files.readString(Path.of("pom.xml"));
        for (Path page : pages()) {
            for (String line : commands(Files.readString(page))) {
                if (!OF_MARROW.matcher(line).matches()) {
                    tests.add(DynamicTest.dynamicTest(page + ": " + line, () -> isThere(line, build)));
                }
            }
        }
        SHOWN_ELSEWHERE
                .values()
                .forEach(test -> tests.add(DynamicTest.dynamicTest(
                        test, () -> assertTrue(Files.exists(Path.of("src/test/java/marrow", test + ".java"))))));
        return tests.stream();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("bench", "README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Without their comments, continued lines joined. */
    private static List<String> commands(String page) {
        Stream<String> blocks = BLOCK.matcher(page).results().map((MatchResult block) -> block.group(1));
        Stream<String> steps = STEP.matcher(page).results().map((MatchResult step) -> step.group(1));
        Stream<String> told = TOLD.matcher(page).results().map((MatchResult span) -> span.group(1));
        return Stream.of(blocks, steps, told)
                .flatMap(all -> all)
                .flatMap(block -> block.replace("\\\n", "").lines())
                .map(line -> line.replaceFirst("(^|\\s+)#.*", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private void run(Path page, List<String> commands) throws IOException, InterruptedException {
        Path here = Files.createDirectory(folder.resolve(page.toString().replace('/', '-')));
        for (String lent : List.of("scenarios", "docs", "bench")) {
            Files.createSymbolicLink(here.resolve(lent), Path.of(lent).toAbsolutePath());
        }
        Files.writeString(here.resolve("study.yaml"), STUDY);
        Path tools = Files.createDirectory(here.resolve("tools"));
        program(
                tools.resolve("marrow"),
                "exec '%s/bin/java' -XX:+UseSerialGC -XX:-UsePerfData -cp '%s' marrow.cli.Main \"$@\""
                        .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
        program(tools.resolve("xdg-open"), "test -s \"$1\" && echo \"$1\" >> '" + here.resolve("opened") + "'");
        program(tools.resolve("dot"), "grep -q digraph");
        Files.createSymbolicLink(here.resolve("marrow"), tools.resolve("marrow"));
        if (page.endsWith("compare.md")) {
            sh(here, "marrow run study.yaml --replicates 2000 --out other/study");
        }
        for (String command : commands) {
            sh(here, command);
        }
        if (commands.stream().anyMatch(command -> command.contains("--open"))) {
            waitFor(here.resolve("opened"));
        }
    }

    /** A command for an array of jobs is one for two of its jobs: what no part has, {@code merge} makes itself. */
    private static void sh(Path here, String command) throws IOException, InterruptedException {
        List<String> jobs = command.contains("SLURM_ARRAY_TASK_ID") ? List.of("3", "16") : List.of("");
        for (String job : jobs) {
            ProcessBuilder shell = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", command)
                    .directory(here.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(here.resolve("said").toFile());
            shell.environment().put("SLURM_ARRAY_TASK_ID", job);
            shell.environment().merge("PATH", here.resolve("tools").toString(), (path, tools) -> tools + ":" + path);
            Process process = shell.start();
            assertTrue(process.waitFor(3, TimeUnit.MINUTES), command);
            assertEquals(0, process.exitValue(), () -> command + "\n" + read(here.resolve("said")));
        }
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void waitFor(Path file) throws InterruptedException {
        for (int tenths = 0; tenths < 100 && Files.notExists(file); tenths++) {
            Thread.sleep(100);
        }
        assertTrue(Files.exists(file), "no page was opened");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unread) {
            return unread.toString();
        }
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
