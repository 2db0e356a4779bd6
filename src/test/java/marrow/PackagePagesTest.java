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

/** The packages of {@code stats} are those that its page and {@code docs/design.md} list. */
class PackagePagesTest {
    private static final Path STATS = Path.of("src", "main", "java", "marrow", "stats");
    private static final Pattern ITEM = Pattern.compile("<li>\\{@code (\\w+)}:");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `stats` \\| [^:|]+: ([^|]+) \\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private static Set<String> packages() throws IOException {
        try (Stream<Path> folders = Files.list(STATS)) {
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
        assertEquals(packages(), named(ITEM, Files.readString(STATS.resolve("package-info.java"))));
    }

    @Test
    void the_table_of_the_design_lists_all() throws IOException {
        String row = ROW.matcher(Files.readString(Path.of("docs", "design.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining());
        assertEquals(packages(), named(NAME, row));
    }
}
