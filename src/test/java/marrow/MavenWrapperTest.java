package marrow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That {@code mvnw} unpacks no other Maven than ours: with a wget that fetches the last letters of the address, {@code zip} or {@code gz}. */
class MavenWrapperTest {
    private static final Path PROPERTIES = Path.of(".mvn", "wrapper", "maven-wrapper.properties");

    @TempDir
    Path home;

    @BeforeEach
    void lay_out_a_checkout() throws Exception {
        Files.createDirectories(home.resolve(PROPERTIES).getParent());
        Files.copy(Path.of("mvnw"), home.resolve("mvnw"));
        Files.copy(PROPERTIES, home.resolve(PROPERTIES));
        Files.createDirectory(home.resolve("bin"));
        script("wget", "printf %s \"${2##*.}\" >\"$4\"");
        String tools = "for tool in uname dirname basename tr mktemp mkdir rm tar gzip sha256sum shasum; do"
                + " found=$(command -v $tool) || continue;"
                + " printf '#!/bin/sh\\nexec %s \"$@\"\\n' \"$found\" >bin/$tool; chmod +x bin/$tool; done";
        new ProcessBuilder("sh", "-c", tools).directory(home.toFile()).start().waitFor();
    }

    @Test
    void what_is_not_the_Maven_that_is_named_is_refused() throws Exception {
        assertSays("Failed to validate Maven distribution");
        script("unzip", "exit 1");
        assertSays("Failed to validate Maven distribution");
    }

    @Test
    void each_of_its_archives_has_a_sum_of_its_own() throws Exception {
        String properties = Files.readString(PROPERTIES)
                .replaceAll("(?m)^.*Sha256Sum=.*", "")
                .concat("distributionSha256Sum=" + sum("zip") + "\ndistributionTarGzSha256Sum=" + sum("gz") + "\n");
        Files.writeString(home.resolve(PROPERTIES), properties);
        assertSays("failed to untar");
        script("unzip", "exit 1");
        assertSays("failed to unzip");
    }

    private static String sum(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void script(String name, String text) throws IOException {
        Path script = Files.writeString(home.resolve("bin").resolve(name), "#!/bin/sh\n" + text + "\n");
        assertTrue(script.toFile().setExecutable(true));
    }

    private void assertSays(String what) throws Exception {
        ProcessBuilder shell = new ProcessBuilder(List.of("/bin/sh", "./mvnw", "-v"));
        Map<String, String> environment = shell.environment();
        environment.put("PATH", home.resolve("bin").toString());
        environment.put("MAVEN_USER_HOME", home.toString());
        environment.keySet().removeAll(List.of("MVNW_REPOURL", "MVNW_USERNAME", "MVNW_PASSWORD"));
        Process wrapper =
                shell.directory(home.toFile()).redirectErrorStream(true).start();
        String said = new String(wrapper.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(wrapper.waitFor() != 0 && said.contains(what), said);
    }
}
