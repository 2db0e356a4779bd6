package marrow.scenario.text;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import marrow.scenario.Promptly;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    @TempDir
    Path folder;

    @Test
    void plain_text_stays_as_written_and_every_node_knows_its_place() {
        Problems problems = new Problems();
        Mapping root =
                (Mapping) YamlReader.parse("a: .05\nb: [no, 012, 14 %]\n\"c\":\n  d: '~'\n  e:\n", "f.yaml", problems)
                        .orElseThrow();
        assertEquals(
                new Scalar(new Position("f.yaml", 1, 4), ".05", false),
                root.get("a").orElseThrow());
        Node.Sequence list = (Node.Sequence) root.get("b").orElseThrow();
        assertEquals(
                "no 012 14 %",
                list.items().stream().map(item -> ((Scalar) item).text()).collect(joining(" ")));
        assertEquals(new Position("f.yaml", 2, 14), list.items().get(2).at());
        Mapping inner = (Mapping) root.get("c").orElseThrow();
        assertEquals(
                new Scalar(new Position("f.yaml", 4, 6), "~", true),
                inner.get("d").orElseThrow());
        assertTrue(((Scalar) inner.get("e").orElseThrow()).isEmpty());
        assertTrue(problems.all().isEmpty());
    }

    @Test
    void everything_that_would_change_the_meaning_is_reported_at_once() {
        String text = "a: &x 1\nb: *x\nc: !!str 2\n<<: 3\na: 4\n? d\n";
        assertEquals("""
                f.yaml:1:4: anchors (&) are not understood: they work only with aliases
                f.yaml:2:4: aliases (*) are not understood: write the value out, or make it a parameter
                f.yaml:3:4: tags (!) are not understood: the place of a value says what it is
                f.yaml:4:1: merge keys (<<) are not understood: write the keys out
                f.yaml:5:1: 'a' was given before, on line 1""", problemsOf(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a: b: c             | 1:5: a second ': ' stands here: text that contains it needs quotes
                    a:\\n\\tb: 1        | 2:1: this is a tab: indent with spaces
                    a: @b               | 1:4: a value cannot begin with this character: put quotes around it
                    a: [1, 2\\nb: 3     | 2:2: ',' or ']' is missing in the list that begins at 1:4
                    a: {b: 1            | 1:9: ',' or '}' is missing in the mapping that begins at 1:4
                    a:\\n  x: 1\\n  b 5 % per y\\n  c: {d: 1} | 3:3: a key without ':' stands here
                    a: "x               | 1:4: the quotes that open here are not closed
                    a: "\\\\q"          | 1:6: the text in quotes goes wrong here: a backslash in double quotes begins an escape such as \\\\n or \\\\\\\\
                    - a\\nb: 1          | 2:1: this does not continue what stands above: is the indentation right?
                    ? [a]\\n: b         | 1:4: a key is a word, not a list or a mapping
                    ---\\na\\n---\\nb   | 4:1: a second document begins here, and a file holds one
                    # nothing           | 1:1: the file is empty
                    """)
    void syntax_errors_have_a_place_and_our_words(String text, String expected) {
        assertEquals("f.yaml:" + expected.translateEscapes(), problemsOf(text.translateEscapes()));
    }

    @Test
    void a_thousand_levels_are_refused_with_a_position() {
        String flow = "a: " + "[".repeat(1000) + "]".repeat(1000);
        String block = "- ".repeat(1000) + "x";
        assertEquals("f.yaml:1:104: this is nested more than 100 deep", Promptly.get(() -> problemsOf(flow)));
        assertEquals("f.yaml:1:203: this is nested more than 100 deep", Promptly.get(() -> problemsOf(block)));
    }

    @Test
    void files_that_are_no_scenario_are_refused() throws IOException {
        Path file = folder.resolve("x.yaml");
        assertEquals("x.yaml:1:1: there is no such file", problemsOf(file));
        assertEquals("x.yaml:1:1: this is not a file", problemsOf(folder));
        Files.write(file, new byte[0]);
        assertEquals("x.yaml:1:1: the file is empty", problemsOf(file));
        Files.write(file, new byte[] {'a', ':', '\n', 0x7F, 'E', 'L', 'F', 0});
        assertEquals("x.yaml:2:1: the character U+007F is no text: is this a YAML file?", problemsOf(file));
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xC3, 'x'});
        assertEquals("x.yaml:1:4: this is not UTF-8 text: is this a YAML file?", problemsOf(file));
        Files.writeString(file, "\uFEFFa: \u00e9");
        assertEquals("", problemsOf(file));
        byte[] tenMegabytes = new byte[10_000_000];
        Arrays.fill(tenMegabytes, " ".getBytes(StandardCharsets.UTF_8)[0]);
        Files.write(file, tenMegabytes);
        assertEquals(
                "x.yaml:1:1: the file has 10000000 bytes, and a scenario or fragment has at most 1000000",
                Promptly.get(() -> problemsOf(file)));
    }

    private static String problemsOf(String text) {
        Problems problems = new Problems();
        YamlReader.parse(text, "f.yaml", problems);
        return printed(problems);
    }

    private static String problemsOf(Path path) {
        Problems problems = new Problems();
        YamlReader.read(path, "x.yaml", problems);
        return printed(problems);
    }

    private static String printed(Problems problems) {
        return problems.all().stream().map(Problem::toString).collect(joining("\n"));
    }
}
