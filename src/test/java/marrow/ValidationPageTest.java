package marrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code docs/validation.md} names is there: tests, their long forms, files and commands. */
class ValidationPageTest {
    private static final Path PAGE = Path.of("docs", "validation.md");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");
    private static final Pattern SLOW = Pattern.compile("((?:`\\w+Test`(?:, )?)+) \\(slow\\b");
    private static final Pattern FILE = Pattern.compile("`((?:results|bench|src)/[\\w/]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");
    private static final Pattern PROFILE = Pattern.compile("-P(\\w+)");

    private static String page;

    /** By the name of the class: several packages may have one of the same name. */
    private static Map<String, String> sources;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
        sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                sources.merge(name, Files.readString(file), String::concat);
            }
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_test_that_is_named_is_there() {
        Set<String> named = all(TEST, page);
        assertTrue(named.size() > 80, "the page names " + named.size());
        named.removeAll(sources.keySet());
        assertEquals(Set.of(), named);
    }

    /** A test with a long form is said to have one where it is named, and no other is. */
    @Test
    void what_is_said_to_be_slow_is_slow() {
        Set<String> said = all(SLOW, page).stream()
                .flatMap(names -> all(TEST, names).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> slow = new TreeSet<>();
        sources.forEach((name, source) -> {
            if (source.contains("@Tag(\"slow\")") && all(TEST, page).contains(name)) {
                slow.add(name);
            }
        });
        assertEquals(slow, said);
    }

    @Test
    void files_links_and_profiles_are_there() throws IOException {
        Set<Path> missing = new TreeSet<>();
        all(FILE, page).stream().map(Path::of).filter(Files::notExists).forEach(missing::add);
        all(LINK, page).stream()
                .map(link -> PAGE.resolveSibling(link).normalize())
                .filter(Files::notExists)
                .forEach(missing::add);
        assertEquals(Set.of(), missing);
        String build = Files.readString(Path.of("pom.xml"));
        for (String profile : all(PROFILE, page)) {
            assertTrue(build.contains("<id>" + profile + "</id>"), profile);
        }
    }
}
