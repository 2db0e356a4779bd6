package marrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Asks other Java machines to run a program of the tests, and compares what it prints. */
public final class JavaMachines {
    private JavaMachines() {}

    /**
     * The program must print {@code expected} when it is interpreted, compiled by C1 alone, run without the intrinsics of
     * {@code Math}, and on every other JDK of 17 or later that is installed beside this one.
     */
    public static void allPrint(String expected, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<List<String>> flags = List.of(
                List.of("-Xint"),
                List.of("-XX:TieredStopAtLevel=1"),
                List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-UseLibmIntrinsic", "-XX:-InlineMathNatives"));
        for (List<String> flag : flags) {
            assertEquals(expected, printed(java, flag, program, arguments), String.join(" ", flag));
        }
        for (Path other : others()) {
            assertEquals(expected, printed(other, List.of(), program, arguments), other.toString());
        }
    }

    /** The launchers of the other JDKs that are installed beside this one; none on many machines: see {@link OtherJdkTest}. */
    static List<Path> others() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> machines = new ArrayList<>();
        try (Stream<Path> siblings = Files.list(home.getParent())) {
            for (Path sibling : siblings.sorted().toList()) {
                Path release = sibling.resolve("release");
                boolean jdk = Files.isExecutable(sibling.resolve("bin/java")) && Files.isReadable(release);
                if (jdk
                        && !Files.isSymbolicLink(sibling)
                        && !sibling.toRealPath().equals(home)
                        && Files.readString(release).matches("(?s).*JAVA_VERSION=\"(1[7-9]|[2-9][0-9]).*")) {
                    machines.add(sibling.resolve("bin/java"));
                }
            }
        }
        return machines;
    }

    private static String printed(Path java, List<String> flags, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it takes too long");
        return printed.strip();
    }
}
