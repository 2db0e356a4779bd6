package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The folder in which a command keeps its trials and writes its results. */
final class FolderOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A folder for the results as files. Made if it is not there.")
    private Path out;

    @Option(
            names = "--fresh",
            description = "Begins anew, whatever trials an earlier run has left in the folder of --out.")
    private boolean fresh;

    void check(CommandLine command) {
        if (fresh && out == null) {
            throw new ParameterException(command, "--fresh needs --out, a folder with trials of before");
        }
    }

    /** Null where nothing is kept. */
    Path out() {
        return out;
    }

    /**
     * The folder, ready for the blocks of this scenario; nothing where it was refused, which is printed.
     *
     * @param question what is asked of the scenario beyond what stands in it; empty for nothing
     */
    Optional<BlockFolder> open(String resolved, String question, PrintWriter err) {
        try {
            return Optional.of(BlockFolder.open(out, resolved, question, fresh));
        } catch (IOException failed) {
            unwritten(failed, err);
        } catch (BlockFolder.OtherTrialsException other) {
            err.println("marrow: " + out + " holds trials of " + other.getMessage()
                    + "\nGive another folder, or --fresh to throw them away.");
        }
        return Optional.empty();
    }

    int unwritten(IOException failed, PrintWriter err) {
        err.println("marrow: cannot write to " + out + ": " + Refusals.reason(failed));
        return ExitCode.INTERNAL_FAULT;
    }
}
