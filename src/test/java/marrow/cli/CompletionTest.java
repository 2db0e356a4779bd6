package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `marrow completion`, asked as a shell asks at the press of TAB: by the function that the script has registered for `marrow`. */
class CompletionTest {
    /** The words so far, of which the last is to be completed, as bash hands them to the function that `complete -p` names. */
    private static final String ASK = """
            source "$1"; shift
            registered=$(complete -p marrow)
            function=${registered#*-F }; function=${function%% *}
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
            "$function" marrow "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}" 2>/dev/null
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void print_the_script() throws IOException {
        Ran ran = Ran.marrow("completion", "bash");
        assertEquals(0, ran.code(), ran.err());
        script = Files.writeString(folder.resolve("marrow.bash"), ran.out());
    }

    @Test
    void bash_completes_commands_options_and_values() throws Exception {
        assumeTrue(runs("bash"), "bash is not installed");
        assertEquals(List.of("explain", "export"), completed("marrow", "exp"));
        assertTrue(
                completed("marrow", "").containsAll(List.of("run", "size", "validate", "new", "schema", "completion")));
        assertEquals(List.of("--replicate", "--replicates"), completed("marrow", "export", "f.yaml", "--repl"));
        assertEquals(
                List.of("adam-csv", "csv", "dataset-json"), completed("marrow", "export", "f.yaml", "--format", ""));
        assertEquals(List.of("csv"), completed("marrow", "run", "f.yaml", "--format", "c"));
        assertEquals(List.of("bash", "zsh"), completed("marrow", "completion", ""));
        assertEquals(List.of("metrics", "trials"), completed("marrow", "compare", "a", "b", "--by", ""));
    }

    @Test
    void bash_completes_files() throws Exception {
        assumeTrue(runs("bash"), "bash is not installed");
        Files.writeString(folder.resolve("my-study.yaml"), "");
        assertTrue(completed("marrow", "validate", "my-st").contains("my-study.yaml"));
    }

    @Test
    void zsh_takes_the_script_and_knows_the_command() throws Exception {
        assumeTrue(runs("zsh"), "zsh is not installed");
        Ran ran = Ran.marrow("completion", "zsh");
        assertTrue(ran.out().startsWith("# In ~/.zshrc: source <(marrow completion zsh)\n"), ran.out());
        Files.writeString(script, ran.out());
        String ask = "autoload -U compinit; compinit -D; source $1; print $_comps[marrow]";
        String said = output(List.of("zsh", "-f", "-c", ask, "zsh", script.toString()));
        assertTrue(said.contains("_complete_marrow"), said);
    }

    @Test
    void another_shell_is_refused() {
        Ran ran = Ran.marrow("completion", "fish");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("fish"), ran.err());
    }

    private List<String> completed(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "-c", ASK, "bash", script.toString()));
        command.addAll(List.of(words));
        return List.copyOf(new TreeSet<>(List.of(output(command).split("\n"))));
    }

    private String output(List<String> command) throws Exception {
        Process shell = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return said;
    }

    private static boolean runs(String shell) throws InterruptedException {
        try {
            return new ProcessBuilder(shell, "-c", "true").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
