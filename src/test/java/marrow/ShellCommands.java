package marrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands that the pages give a reader to type: in shell blocks, in steps of a pipeline, and in sentences. */
public final class ShellCommands {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    /** A step of a pipeline, in a block of YAML. */
    private static final Pattern STEP = Pattern.compile("^- run: (marrow [^\\n]*)", Pattern.MULTILINE);

    /** In a sentence or a table, with all its words: capitals stand for what a reader puts there. */
    private static final Pattern TOLD = Pattern.compile(
            "`((?:\\./marrow \\w+ |\\./mvnw |java -jar |bash |(?:bench|results|src/test)/)(?![^`]*(?<=[ =])[A-Z]+\\b)[^`]*)`");

    private static final Pattern OF_MARROW = Pattern.compile("(\\./)?marrow .*|source <\\(marrow .*", Pattern.DOTALL);

    private ShellCommands() {}

    /** A command of Marrow, which anybody may type who has it. */
    public static boolean isOfMarrow(String command) {
        return OF_MARROW.matcher(command).matches();
    }

    public static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("bench", "README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Without their comments, continued lines joined. */
    public static List<String> of(Path file) throws IOException {
        String page = Files.readString(file);
        Stream<String> blocks = BLOCK.matcher(page).results().map((MatchResult block) -> block.group(1));
        Stream<String> steps = STEP.matcher(page).results().map((MatchResult step) -> step.group(1));
        Stream<String> told = TOLD.matcher(page)
                .results()
                .map((MatchResult span) -> span.group(1))
                .filter(ShellCommands::isNoMereFile);
        return Stream.of(blocks, steps, told)
                .flatMap(all -> all)
                .flatMap(block -> block.replace("\\\n", "").lines())
                .map(line -> line.replaceFirst("(^|\\s+)#.*", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** A sentence names folders and files too. */
    private static boolean isNoMereFile(String span) {
        Path called = Path.of(span.replaceFirst(" .*", ""));
        return !span.matches("(bench|results|src)/.*") || (Files.isRegularFile(called) && Files.isExecutable(called));
    }
}
