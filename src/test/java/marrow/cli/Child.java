package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, which can be killed and starved. */
final class Child {
    private final List<String> words = new ArrayList<>();

    private Child() {}

    static Child of(String... arguments) {
        Child child = new Child();
        child.words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                "marrow.cli.Main"));
        child.words.addAll(List.of(arguments));
        return child;
    }

    /**
     * Kills it with kill -9 so many times, each time at a random moment and starting it again; then lets it come to its end.
     *
     * @param most  milliseconds that it lives at the longest before it is killed
     * @param anew  called after every tenth start, so that there is something left to do
     * @return its exit code in the end
     */
    int killedAndResumed(int times, int most, Runnable anew) throws IOException, InterruptedException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "signals are POSIX's");
        SplittableRandom random = new SplittableRandom(20261121);
        int killed = 0;
        for (int i = 0; killed < times; i++) {
            if (i % 10 == 0) {
                anew.run();
            }
            Process process = start();
            if (!process.waitFor(most / 4 + random.nextInt(3 * most / 4), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                killed++;
            }
        }
        Process last = start();
        assertTrue(last.waitFor(2, TimeUnit.MINUTES));
        return last.exitValue();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Where no file may grow beyond 8 KiB. Returns the exit code. */
    int onAFullDisk(Path err) throws IOException, InterruptedException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "limits are POSIX's");
        List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f 16; exec \"$@\"", "sh"));
        limited.addAll(words);
        Process process = new ProcessBuilder(limited)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return process.exitValue();
    }
}
