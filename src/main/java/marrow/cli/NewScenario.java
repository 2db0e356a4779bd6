package marrow.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Refusals;
import marrow.cli.terminal.ShellWord;
import marrow.cli.terminal.Version;
import marrow.scenario.text.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** `marrow new`: a scenario to start from, with a comment on each part. */
@Command(
        name = "new",
        description = "Writes a commented scenario to start from, NAME.yaml, for a study of one arm or of two.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class NewScenario implements Callable<Integer> {
    private static final String SUFFIX = ".yaml";
    private static final String PLACE_OF_NAME = "NAME";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The name of the study; a path gives the folder as well.")
    private Path name;

    @Option(names = "--arms", paramLabel = "N", description = "1 or 2 (default: ${DEFAULT-VALUE}).")
    private int arms = 1;

    @Override
    public Integer call() {
        String study = String.valueOf(name.getFileName());
        if (study.endsWith(SUFFIX)) {
            study = study.substring(0, study.length() - SUFFIX.length());
        }
        if (!Names.isName(study)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + study
                            + "' cannot name a study: a name begins with a letter or digit and goes on with letters, digits and . _ + -");
        }
        if (arms != 1 && arms != 2) {
            throw new ParameterException(spec.commandLine(), "--arms is 1 or 2, and this is " + arms);
        }
        return written(study, name.resolveSibling(study + SUFFIX));
    }

    private int written(String study, Path file) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            byte[] scenario = template(arms, study).getBytes(StandardCharsets.UTF_8);
            Files.write(file, scenario, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            err.println("marrow: " + file + " is there already, and is not overwritten");
            return ExitCode.REFUSED;
        } catch (IOException failed) {
            err.println("marrow: cannot write " + file + ": " + Refusals.reason(failed));
            return ExitCode.UNWRITTEN;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + " is a scenario to start from. Next:");
        out.println("  marrow validate " + ShellWord.of(file));
        out.println("  marrow run " + ShellWord.of(file));
        return ExitCode.DONE;
    }

    /** The scenario to start from, of one arm or two, as a study of this name. */
    static String template(int arms, String study) throws IOException {
        try (InputStream text = NewScenario.class.getResourceAsStream(arms == 1 ? "one-arm.yaml" : "two-arms.yaml")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace(PLACE_OF_NAME, study);
        }
    }
}
