package marrow.scenario.text;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/** Says in the user's words why the YAML parser gave up, and where. */
final class YamlSyntax {
    private YamlSyntax() {}

    static void explain(JacksonException refusal, String file, Problems problems) {
        if (!(refusal.getCause() instanceof MarkedYamlEngineException marked)) {
            Position at = refusal.getLocation() == null || refusal.getLocation().getLineNr() < 1
                    ? Position.startOf(file)
                    : new Position(
                            file,
                            refusal.getLocation().getLineNr(),
                            Math.max(1, refusal.getLocation().getColumnNr()));
            problems.error(at, withoutMark(refusal));
            return;
        }
        Position problem = marked.getProblemMark().map(mark -> at(mark, file)).orElse(Position.startOf(file));
        Position context = marked.getContextMark().map(mark -> at(mark, file)).orElse(problem);
        String whileDoing = marked.getContext() == null ? "" : marked.getContext();
        String what = marked.getProblem() == null ? "" : marked.getProblem();
        if (whileDoing.contains("quoted scalar") && what.contains("end of stream")) {
            problems.error(context, "the quotes that open here are not closed");
        } else if (whileDoing.contains("flow sequence")) {
            problems.error(problem, "',' or ']' is missing in the list that begins at " + lineAndColumn(context));
        } else if (whileDoing.contains("flow mapping")) {
            problems.error(problem, "',' or '}' is missing in the mapping that begins at " + lineAndColumn(context));
        } else if (what.contains("could not find expected ':'")) {
            problems.error(context, "a key without ':' stands here"); // the parser misses it on the next line
        } else {
            problems.error(problem, reworded(whileDoing, what));
        }
    }

    private static String reworded(String context, String what) {
        if (what.contains("mapping values are not allowed")) {
            return "a second ': ' stands here: text that contains it needs quotes";
        }
        if (what.contains("TAB")) {
            return "this is a tab: indent with spaces";
        }
        if (what.contains("that cannot start any token")) {
            return "a value cannot begin with this character: put quotes around it";
        }
        if (context.contains("double-quoted") || context.contains("quoted scalar")) {
            return "the text in quotes goes wrong here: a backslash in double quotes begins an escape such as \\n or \\\\";
        }
        if (context.contains("block scalar")) {
            return "the block of text goes wrong here: it is indented less than its first line";
        }
        if (what.contains("<block end>") || context.contains("block")) {
            return "this does not continue what stands above: is the indentation right?";
        }
        return "this is not YAML";
    }

    private static String withoutMark(JacksonException refusal) {
        String message = refusal.getOriginalMessage();
        return message != null && message.startsWith("Expected a property name")
                ? "a key is a word, not a list or a mapping"
                : "this is not YAML";
    }

    private static Position at(Mark mark, String file) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String lineAndColumn(Position at) {
        return at.line() + ":" + at.column();
    }
}
