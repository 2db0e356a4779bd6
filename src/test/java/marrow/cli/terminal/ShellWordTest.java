package marrow.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {
    @Test
    void a_word_that_needs_no_quotes_has_none() {
        assertEquals("studies/üb-1.yaml", ShellWord.of("studies/üb-1.yaml"));
        assertEquals("run.cohort=1000", ShellWord.of("run.cohort=1000"));
        assertEquals("'p1=5 %'", ShellWord.of("p1=5 %"));
        assertEquals("'it'\\''s'", ShellWord.of("it's"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b/o", "it's $HOME", "two\nlines", "*", "~", "#1", "a\"b`c`\\d", "ü💊 $(x)", ""})
    void a_shell_reads_it_as_it_was(String word) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellWord.of(word)).start();
        assertEquals(word, new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
