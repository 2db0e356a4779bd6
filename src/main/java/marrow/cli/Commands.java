package marrow.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/**
 * The commands by name, in the order of the help. Picocli reads each class that it is given by reflection, which for all of them takes longer than a short command
 * does; so it is given the class of the command that is called, and all only where none is: for help, completion, or a name that is typed wrong.
 */
final class Commands {
    private static final Map<String, Class<?>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("run", RunTrial.class);
        BY_NAME.put("sweep", SweepTrial.class);
        BY_NAME.put("size", SizeTrial.class);
        BY_NAME.put("compare", CompareRuns.class);
        BY_NAME.put("merge", MergeParts.class);
        BY_NAME.put("report", ShowReport.class);
        BY_NAME.put("validate", Validate.class);
        BY_NAME.put("explain", Explain.class);
        BY_NAME.put("trace", ShowTrace.class);
        BY_NAME.put("export", ExportTrial.class);
        BY_NAME.put("schema", PrintSchema.class);
        BY_NAME.put("completion", Completion.class);
        BY_NAME.put("new", NewScenario.class);
    }

    private static final Set<Class<?>> WITHOUT_SCENARIO =
            Set.of(ShowReport.class, PrintSchema.class, Completion.class, NewScenario.class);

    private Commands() {}

    /** Whether the command that these arguments call, if any, is one of those that read a scenario. */
    static boolean readScenarios(String... arguments) {
        Class<?> called = called(arguments);
        return called != null && !WITHOUT_SCENARIO.contains(called);
    }

    /** {@code help} and {@code help run} as they are asked of other programs: {@code --help} and {@code run --help}. */
    static String[] asOption(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("help")) {
            return arguments;
        }
        return arguments.length == 1 ? new String[] {"--help"} : new String[] {arguments[1], "--help"};
    }

    private static Class<?> called(String... arguments) {
        return arguments.length == 0 ? null : BY_NAME.get(arguments[0]);
    }

    /** Adds the command that these arguments call, or all. */
    static CommandLine addTo(CommandLine marrow, String... arguments) {
        Class<?> called = called(arguments);
        if (called == null) {
            BY_NAME.forEach(marrow::addSubcommand);
        } else {
            marrow.addSubcommand(arguments[0], called);
        }
        return marrow;
    }
}
