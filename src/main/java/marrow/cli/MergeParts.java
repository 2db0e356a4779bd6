package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import marrow.montecarlo.BlockFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** `marrow merge`: the parts that `run --shard` or `sweep --shard` made, wherever that was, as the run or sweep they are of. */
@Command(
        name = "merge",
        description =
                "Joins the parts that 'marrow run --shard' or 'marrow sweep --shard' made into the results of the whole, to the same bytes.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class MergeParts implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PART", description = "The folders of the parts, in any order.")
    private List<Path> parts;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A folder for the whole. Made if it is not there; may be one of the parts.")
    private Path out;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Trials under each truth, as for the parts, in place of the scenario's.")
    private Long replicates;

    @Option(
            names = "--truth",
            paramLabel = "NAME,...",
            description = "These truths alone, as for the parts (default: all).")
    private String truths;

    @Option(
            names = "--precision",
            paramLabel = "GOAL,...",
            description = "As for the parts of a sweep, in place of the scenario's.")
    private String precision;

    @Option(names = "--threads", paramLabel = "N", description = "Threads, for trials that no part has.")
    private Integer threads;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private RunFormat format = RunFormat.TABLE;

    @Mixin
    private ReportOptions report;

    @Option(
            names = {"-q", "--quiet"},
            description = "No warnings, no progress.")
    private boolean quiet;

    @ParentCommand
    private Main marrow;

    private String command = "run";

    @Override
    public Integer call() {
        report.check(true);
        PrintWriter err = spec.commandLine().getErr();
        try {
            String scenario = scenarioOf(parts.get(0));
            for (Path part : parts) {
                if (!scenarioOf(part).equals(scenario)) {
                    err.println("marrow: " + part + " holds trials of another scenario than " + parts.get(0) + ":\n"
                            + BlockFolder.difference(scenario, scenarioOf(part)));
                    return ExitCode.REFUSED;
                }
                if (!BlockFolder.questionOf(part).isEmpty()) {
                    err.println("marrow: " + part + " is the folder of a size; parts are those of run and sweep");
                    return ExitCode.REFUSED;
                }
            }
            command = BlockFolder.holdsSweep(parts.get(0)) ? "sweep" : "run";
            join(scenario);
        } catch (IOException failed) {
            err.println("marrow: cannot join the parts: " + Refusals.reason(failed));
            return ExitCode.REFUSED;
        } catch (BlockFolder.OtherTrialsException other) {
            err.println("marrow: " + out + " holds trials of " + other.getMessage()
                    + "\nGive another folder for the whole.");
            return ExitCode.REFUSED;
        }
        return marrow.instead(again().toArray(String[]::new));
    }

    private static String scenarioOf(Path part) throws IOException {
        if (!Files.isDirectory(part)) {
            throw new IOException(
                    part + (Files.exists(part) ? " is a file, not a folder" : ": there is no such folder"));
        }
        try {
            return BlockFolder.scenarioOf(part);
        } catch (IOException unreadable) {
            throw new IOException(part + ": " + Refusals.reason(unreadable), unreadable);
        }
    }

    private void join(String scenario) throws IOException, BlockFolder.OtherTrialsException {
        try (BlockFolder whole = BlockFolder.open(out, scenario, "", false)) {
            for (Path part : parts) {
                if (!part.toRealPath().equals(out.toRealPath())) {
                    take(part, whole);
                }
            }
        }
    }

    private static void take(Path part, BlockFolder whole) throws IOException {
        for (Path file : BlockFolder.files(part)) {
            try (BlockFile from = BlockFile.of(file);
                    BlockFile to = whole.takingFrom(file, from)) {
                to.takeAll(from);
            }
        }
    }

    /** What is left to do is what a run or sweep does that finds all its trials made. */
    private List<String> again() {
        List<String> words = new ArrayList<>(
                List.of(command, out.resolve(BlockFolder.SCENARIO).toString(), "--out", out.toString()));
        if (quiet) {
            words.add("--quiet");
        }
        words.addAll(report.words());
        words.addAll(List.of("--format", format.name().toLowerCase(Locale.ROOT)));
        add(words, "--replicates", replicates);
        add(words, "--truth", truths);
        add(words, "--precision", precision);
        add(words, "--threads", threads);
        return words;
    }

    private static void add(List<String> words, String option, Object value) {
        if (value != null) {
            words.addAll(List.of(option, value.toString()));
        }
    }
}
