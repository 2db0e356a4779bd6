package marrow.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A digest of all that a run writes but the manifest. As a program it prints it, so that other Java machines can be asked. */
public final class RunDigest {
    private RunDigest() {}

    /** @param arguments the scenario, the trials */
    public static void main(String[] arguments) throws IOException {
        System.out.println(of(arguments[0], arguments[1]));
    }

    static String of(String scenario, String replicates) throws IOException {
        Path out = Files.createTempDirectory("marrow-digest-");
        Ran ran = Ran.marrow("run", scenario, "--replicates", replicates, "--out", out.toString());
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((ran.code() + ran.out() + ran.err()).getBytes(StandardCharsets.UTF_8));
            for (String name :
                    List.of("scenario.resolved.yaml", "summary.json", "operating-characteristics.csv", "report.json")) {
                sha.update(Files.readAllBytes(out.resolve(name)));
            }
            try (Stream<Path> files = Files.walk(out)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
