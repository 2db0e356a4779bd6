package marrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell script {@code marrow} in a checkout of its own, with a Maven that makes an empty jar and writes a line into {@code builds}, and a Java that
 * prints under which locale it was called.
 */
class LauncherTest {
    @TempDir
    Path home;

    @BeforeEach
    void lay_out_a_checkout() throws IOException {
        Files.copy(Path.of("marrow"), home.resolve("marrow"));
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectory(home.resolve(".mvn"));
        Files.createFile(home.resolve("pom.xml"));
        script("mvnw", """
                echo built >>builds
                sleep 3
                for given in "$@"; do
                    case $given in -Drunnable.jar=*) echo jar >"${given#*=}" ;; esac
                done
                """);
        script("jdk/bin/javac", "");
        script("jdk/bin/java", "echo \"LC_ALL ${LC_ALL-none}\"");
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    }

    /** A container gives the launcher the same number at every start, and so one that was killed there is not told from the living by it. */
    @Test
    void a_build_that_was_killed_under_the_same_process_number_is_done_again() throws Exception {
        Process launcher = sh(
                Map.of(), "mkdir -p target/build.lock target/build.$$; echo $$ >target/build.lock/pid; exec ./marrow");
        assertEquals("""
                Marrow: waits for another Marrow that is building ...
                Marrow: building (first use, about a minute) ...
                LC_ALL C.UTF-8
                """, said(launcher));
        assertEquals(0, launcher.exitValue());
        assertTrue(Files.notExists(home.resolve("target/build.lock")));
    }

    @Test
    void a_build_that_is_killed_is_done_again_at_the_next_start() throws Exception {
        Process launcher = sh(Map.of(), "exec ./marrow");
        awaitBuild();
        launcher.destroyForcibly().waitFor();
        assertTrue(said(sh(Map.of(), "exec ./marrow")).endsWith("LC_ALL C.UTF-8\n"));
        assertEquals(2, Files.readAllLines(home.resolve("builds")).size());
    }

    @Test
    void a_build_that_is_interrupted_leaves_nothing() throws Exception {
        Process launcher = sh(Map.of(), "exec ./marrow");
        awaitBuild();
        launcher.toHandle().destroy();
        said(launcher);
        assertEquals(143, launcher.exitValue());
        assertEquals(List.of(), built());
    }

    @Test
    void the_second_of_two_waits_for_the_build_of_the_first() throws Exception {
        Process first = sh(Map.of(), "exec ./marrow");
        awaitBuild();
        assertEquals(
                "Marrow: waits for another Marrow that is building ...\nLC_ALL C.UTF-8\n",
                said(sh(Map.of(), "exec ./marrow")));
        assertEquals("Marrow: building (first use, about a minute) ...\nLC_ALL C.UTF-8\n", said(first));
        assertEquals(List.of("built"), Files.readAllLines(home.resolve("builds")));
        assertEquals(List.of(), built());
    }

    /** An archive that was made of the old jar while the new one was built is younger than it, and fits it no more. */
    @Test
    void a_new_jar_takes_the_archive_of_the_old_one_away() throws Exception {
        said(sh(Map.of(), "exec ./marrow"));
        Path archive = home.resolve("target/classes--17.0.1.jsa");
        Files.writeString(archive, "of the old jar");
        Instant later = Instant.now().plusSeconds(3600);
        Files.setLastModifiedTime(archive, FileTime.from(later));
        Files.createFile(home.resolve("src/main/New.java"));
        assertEquals(
                "Marrow: building, because its source changed ...\nLC_ALL C.UTF-8\n",
                said(sh(Map.of(), "exec ./marrow")));
        assertEquals("", Files.readString(archive));
    }

    @Test
    void that_there_is_no_room_to_build_in_is_told_in_words() throws Exception {
        script("bin/mktemp", "echo 'mktemp: No space left on device' >&2; exit 1");
        Process launcher = sh(Map.of(), "PATH=$PWD/bin:$PATH; exec ./marrow");
        assertEquals("Marrow: must be built, and can make no folder for it: No space left on device\n", said(launcher));
        assertEquals(2, launcher.exitValue());
    }

    @Test
    void a_locale_of_UTF_8_that_is_not_installed_gives_way_to_one_that_is() throws Exception {
        assertTrue(said(sh(Map.of("LC_ALL", "xx_XX.UTF-8"), "exec ./marrow")).endsWith("LC_ALL C.UTF-8\n"));
        assertEquals("LC_ALL C.UTF-8\n", said(sh(Map.of("LANG", "xx_XX.utf8"), "exec ./marrow")));
        assertEquals("LC_ALL C.utf8\n", said(sh(Map.of("LC_ALL", "C.utf8"), "exec ./marrow")));
        assertEquals("LC_ALL de_DE\n", said(sh(Map.of("LC_ALL", "de_DE"), "exec ./marrow")));
    }

    private void script(String name, String text) throws IOException {
        Path script = home.resolve(name);
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\n" + text);
        assertTrue(script.toFile().setExecutable(true));
    }

    private Process sh(Map<String, String> locale, String command) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command);
        Map<String, String> environment = shell.environment();
        environment.keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "LANG"));
        environment.putAll(locale);
        environment.put("JAVA_HOME", home.resolve("jdk").toString());
        return shell.directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
    }

    private static String said(Process launcher) throws IOException, InterruptedException {
        String said = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(launcher.waitFor(1, TimeUnit.MINUTES));
        return said;
    }

    private void awaitBuild() throws InterruptedException {
        while (Files.notExists(home.resolve("builds"))) {
            Thread.sleep(50);
        }
    }

    /** What building has left in {@code target}. */
    private List<Path> built() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("build."))
                    .filter(file -> !file.endsWith("build.log"))
                    .toList();
        }
    }
}
