package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
     * Kills it with kill -9 so many times, each time at a random moment of the time that it takes here if nobody does, and starts it
     * again; then lets it come to its end.
     *
     * @param anew  takes away what it has done, called first and whenever it has come to its end before it was killed
     * @return its exit code in the end
     */
    int killedAndResumed(int times, Runnable anew) throws IOException, InterruptedException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "signals are POSIX's");
        anew.run();
        long began = System.nanoTime();
        assertEquals(0, comesToItsEnd(), "what fails by itself is not killed");
        int whole = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        SplittableRandom random = new SplittableRandom(20261121);
        anew.run();
        for (int killed = 0; killed < times; ) {
            Process process = start();
            if (process.waitFor(whole / 4 + random.nextInt(3 * whole / 4), TimeUnit.MILLISECONDS)) {
                anew.run();
            } else {
                process.destroyForcibly().waitFor();
                killed++;
            }
        }
        return comesToItsEnd();
    }

    private int comesToItsEnd() throws IOException, InterruptedException {
        Process process = start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        return process.exitValue();
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
