package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import marrow.cli.folder.BlockFolder;
import marrow.cli.folder.Provenance;
import marrow.cli.folder.ResultFolder;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Refusals;
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
     * The folder, for the blocks of this scenario; nothing where nothing is kept.
     *
     * @param question what is asked of the scenario beyond what stands in it; empty for nothing
     */
    Optional<BlockFolder> open(String resolved, String question) throws IOException, Provenance.OtherTrialsException {
        return out == null
                ? Optional.empty()
                : Optional.of(BlockFolder.open(out, Provenance.of(resolved, question), fresh));
    }

    int unwritten(IOException failed, PrintWriter err) {
        err.println("marrow: cannot write to " + out + ": " + Refusals.reason(failed));
        return ExitCode.UNWRITTEN;
    }

    int refused(Provenance.OtherTrialsException other, PrintWriter err) {
        err.println("marrow: " + out + " holds " + other.getMessage()
                + "\nGive another folder, or --fresh to throw them away.");
        return ExitCode.REFUSED;
    }

    /** Whether an interrupted command leaves the results of before as they are, because these are of more trials; that is printed. */
    boolean keepsMore(Map<String, Long> done, PrintWriter err) {
        boolean more = ResultFolder.hasMore(out, done);
        if (more) {
            err.println("marrow: the results in " + out + " stay as they are: they are of more trials than these");
        }
        return more;
    }
}
