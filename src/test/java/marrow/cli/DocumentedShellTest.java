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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import marrow.ShellCommands;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell commands of the pages, word by word in a shell, one after the other in a folder for each page: what a page says works, where {@code study.yaml} is
 * a trial of a moment. Those that build, test or measure Marrow itself cannot be run from within its tests: see {@code DeveloperCommandsTest}.
 */
class DocumentedShellTest {
    /** Takes minutes, and is run by {@code NullsTest}. */
    private static final String NULLS = "./marrow run bench/nulls.yaml --quiet > results/type-1-error.txt";

    /** {@code InRTest} runs its commands, and its R. */
    private static final Path IN_R = Path.of("docs", "in-r.md");

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
        for (Path page : ShellCommands.pages()) {
            List<String> ours = ShellCommands.of(page).stream()
                    .filter(ShellCommands::isOfMarrow)
                    .filter(line -> !line.equals(NULLS))
                    .toList();
            if (!ours.isEmpty() && !page.equals(IN_R)) {
                tests.add(DynamicTest.dynamicTest(page + ": " + ours.size(), () -> run(page, ours)));
            }
        }
        assertTrue(tests.size() >= 6, tests.size() + " pages have commands");
        return tests.stream();
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
        for (String browser : List.of("xdg-open", "open")) {
            program(tools.resolve(browser), "test -s \"$1\" && echo \"$1\" >> '" + here.resolve("opened") + "'");
        }
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
}
