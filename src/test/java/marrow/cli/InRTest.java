package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page on R is true: its commands export, and its R, all blocks one after the other, comes to Marrow's numbers and prints what the page
 * shows. With {@code -Dmarrow.write=true} what R prints is written into the page.
 */
class InRTest {
    private static final Path PAGE = Path.of("docs", "in-r.md");
    private static final Pattern R = Pattern.compile("```r\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile("(```text\\n)(.*?)```", Pattern.DOTALL);
    private static final Pattern EXPORT = Pattern.compile("^marrow (export .*) --out (\\S+)$", Pattern.MULTILINE);

    @TempDir
    Path folder;

    @Test
    void r_reads_what_is_exported_and_comes_to_the_same_numbers() throws Exception {
        String page = Files.readString(PAGE);
        List<MatchResult> exports = EXPORT.matcher(page).results().toList();
        assertTrue(exports.size() >= 8, "the page exports " + exports.size() + " times");
        for (MatchResult export : exports) {
            Ran ran = Ran.marrow(words(export));
            assertEquals(0, ran.code(), ran.err());
        }
        assumeTrue(has("survival", "jsonlite", "haven"), "Rscript with survival, jsonlite and haven is not installed");
        Path script = folder.resolve("page.R");
        Files.writeString(
                script, R.matcher(page).results().map(block -> block.group(1)).collect(Collectors.joining("\n")));
        Process r = new ProcessBuilder("Rscript", "--vanilla", script.toString())
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        String printed = new String(r.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, r.waitFor(), () -> "R says: " + errors());
        if (Boolean.getBoolean("marrow.write")) {
            Files.writeString(PAGE, SHOWN.matcher(page).replaceFirst("$1" + printed + "```"));
        } else {
            assertEquals(shown(page), printed);
        }
    }

    private String[] words(MatchResult export) {
        return Stream.concat(
                        Stream.of(export.group(1).split(" ")),
                        Stream.of(
                                "--quiet",
                                "--out",
                                folder.resolve(export.group(2)).toString()))
                .toArray(String[]::new);
    }

    private static String shown(String page) {
        return SHOWN.matcher(page).results().findFirst().orElseThrow().group(2);
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("err"));
        } catch (IOException unread) {
            return unread.toString();
        }
    }

    private static boolean has(String... packages) throws InterruptedException {
        String all = String.join("', '", packages);
        try {
            Process r = new ProcessBuilder(
                            "Rscript",
                            "--vanilla",
                            "-e",
                            "quit(status = !all(vapply(c('" + all + "'), requireNamespace, TRUE, quietly = TRUE)))")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return r.waitFor(60, TimeUnit.SECONDS) && r.exitValue() == 0;
        } catch (IOException noR) {
            return false;
        }
    }
}
