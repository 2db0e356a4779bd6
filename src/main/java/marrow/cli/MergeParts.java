package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import marrow.cli.folder.BlockFolder;
import marrow.cli.folder.Provenance;
import marrow.cli.option.RunFormat;
import marrow.cli.option.TrialOptions;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Refusals;
import marrow.cli.terminal.Version;
import marrow.montecarlo.BlockFile;
import marrow.montecarlo.BlockHead;
import marrow.scenario.Scenario;
import marrow.scenario.ScenarioFiles;
import marrow.scenario.ScenarioReader;
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
                            + Provenance.difference(scenario, scenarioOf(part)));
                    return ExitCode.REFUSED;
                }
                if (!Provenance.questionOf(part).isEmpty()) {
                    err.println("marrow: " + part + " is the folder of a size; parts are those of run and sweep");
                    return ExitCode.REFUSED;
                }
            }
            refuseUnknown(scenario);
            Provenance provenance = Provenance.of(scenario, "");
            List<Path> files = files(provenance, err);
            command = BlockFolder.holdsSweep(parts.get(0)) ? "sweep" : "run";
            int code = joined(files, provenance, err);
            if (code != ExitCode.DONE) {
                return code;
            }
        } catch (IOException failed) {
            err.println("marrow: cannot join the parts: " + Refusals.reason(failed));
            return ExitCode.REFUSED;
        }
        return marrow.instead(again().toArray(String[]::new));
    }

    /** Before anything is joined, what the run or sweep of the whole would refuse. */
    private void refuseUnknown(String scenario) {
        TrialOptions.checkReplicates(replicates, spec);
        if (truths != null) {
            ScenarioReader.again(ScenarioFiles.ofText(Provenance.SCENARIO, scenario), Map.of())
                    .scenario()
                    .flatMap(Scenario::trial)
                    .ifPresent(trial -> TrialOptions.chosen(trial.truths(), List.of(truths.split(",")), spec));
        }
    }

    private static String scenarioOf(Path part) throws IOException {
        if (!Files.isDirectory(part)) {
            throw new IOException(
                    part + (Files.exists(part) ? " is a file, not a folder" : ": there is no such folder"));
        }
        try {
            return Provenance.scenarioOf(part);
        } catch (IOException unreadable) {
            throw new IOException(part + ": " + Refusals.reason(unreadable), unreadable);
        }
    }

    /** The files of all parts that have blocks, each of which is found to belong to them before any is taken. */
    private List<Path> files(Provenance provenance, PrintWriter err) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path part : parts) {
            if (!isWhole(part)) {
                files.addAll(BlockFolder.files(part));
            }
        }
        for (Path file : List.copyOf(files)) {
            try {
                Optional<String> others = provenance.othersIn(file);
                if (others.isPresent()) {
                    throw new IOException("it holds " + others.get());
                }
                if (BlockHead.of(file).isCutOff()) {
                    err.println("marrow: " + file + " was cut off before there were trials in it");
                    files.remove(file);
                }
            } catch (IOException unfit) {
                throw new IOException(file + ": " + Refusals.reason(unfit), unfit);
            }
        }
        return files;
    }

    private boolean isWhole(Path part) throws IOException {
        return Files.exists(out) && Files.isSameFile(part, out);
    }

    private int joined(List<Path> files, Provenance provenance, PrintWriter err) {
        try (BlockFolder whole = BlockFolder.open(out, provenance, false)) {
            whole.begin();
            for (Path file : files) {
                take(file, whole, err);
            }
            return ExitCode.DONE;
        } catch (IOException failed) {
            return unwritten(failed, err);
        } catch (UncheckedIOException failed) {
            return unwritten(failed.getCause(), err);
        } catch (Provenance.OtherTrialsException other) {
            err.println("marrow: " + out + " holds " + other.getMessage() + "\nGive another folder for the whole.");
            return ExitCode.REFUSED;
        }
    }

    private int unwritten(IOException failed, PrintWriter err) {
        err.println("marrow: cannot write to " + out + ": " + Refusals.reason(failed));
        return ExitCode.UNWRITTEN;
    }

    private static void take(Path file, BlockFolder whole, PrintWriter err) throws IOException {
        try (BlockFile from = BlockFile.of(file)) {
            BlockFolder.sayDamaged(from, file, "made again", err);
            if (from.size() > 0) {
                try (BlockFile to = whole.takingFrom(file, from)) {
                    to.takeAll(from);
                }
            }
        }
    }

    /** What is left to do is what a run or sweep does that finds all its trials made. */
    private List<String> again() {
        List<String> words = new ArrayList<>(
                List.of(command, out.resolve(Provenance.SCENARIO).toString(), "--out", out.toString()));
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
