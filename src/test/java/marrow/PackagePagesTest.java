package marrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packages inside packages are those that {@code docs/design.md} lists, and for {@code stats} its own page. */
class PackagePagesTest {
    private static final Path MARROW = Path.of("src", "main", "java", "marrow");
    private static final Pattern ITEM = Pattern.compile("<li>\\{@code (\\w+)}:");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private static Set<String> packages(String in) throws IOException {
        try (Stream<Path> folders = Files.list(MARROW.resolve(in))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> named(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_page_of_the_package_lists_all() throws IOException {
        assertEquals(
                packages("stats"),
                named(ITEM, Files.readString(MARROW.resolve("stats").resolve("package-info.java"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats", "journey", "trial", "design", "scenario", "report", "cli"})
    void the_table_of_the_design_lists_all(String of) throws IOException {
        Pattern row = Pattern.compile("(?m)^\\| `" + of + "` \\| [^:|]+: ([^|]+) \\|");
        String packages = row.matcher(Files.readString(Path.of("docs", "design.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining());
        assertEquals(packages(of), named(NAME, packages));
    }
}
