package marrow.report.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marrow.report.form.JsonWriter;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problem;
import marrow.scenario.text.Problem.Severity;

/** What is wrong with a scenario, in reading order: a line each for people, an array for programs. */
public final class ProblemList {
    private ProblemList() {}

    public static String text(List<Problem> problems) {
        StringBuilder lines = new StringBuilder();
        problems.forEach(problem -> lines.append(problem).append('\n'));
        return lines.toString();
    }

    /** {@code line} and {@code column} are null for a value given on the command line. */
    public static String json(List<Problem> problems) {
        return JsonWriter.write(problems.stream().map(ProblemList::tree).toList());
    }

    private static Map<String, Object> tree(Problem problem) {
        Position at = problem.at();
        boolean inFile = at.line() > 0;
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", at.file());
        tree.put("line", inFile ? at.line() : null);
        tree.put("column", inFile ? at.column() : null);
        tree.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        tree.put("what", problem.what());
        tree.put("meant", problem.meant());
        return tree;
    }

    public static long count(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
