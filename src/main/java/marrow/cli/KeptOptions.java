package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import marrow.montecarlo.Shard;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The folder in which a command keeps its trials and writes its results, and which part of them it makes. */
final class KeptOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A folder for the results as files. Made if it is not there.")
    private Path out;

    @Option(
            names = "--fresh",
            description = "Begins anew, whatever trials an earlier run has left in the folder of --out.")
    private boolean fresh;

    @Option(
            names = "--shard",
            paramLabel = "I/K",
            converter = ShardOption.class,
            description = "The I-th of K parts of the trials alone, kept in the folder of --out for 'marrow merge'.")
    private Shard shard = Shard.WHOLE;

    void check() {
        if (isShard() && out == null) {
            throw new ParameterException(spec.commandLine(), "--shard needs --out, a folder for its trials");
        }
    }

    /** Null where nothing is kept. */
    Path out() {
        return out;
    }

    Shard shard() {
        return shard;
    }

    /** Whether this is a part alone, whose results nobody has asked for. */
    boolean isShard() {
        return !shard.equals(Shard.WHOLE);
    }

    /** The folder, ready for the blocks of this scenario; nothing where it was refused, which is printed. */
    Optional<BlockFolder> open(String resolved, PrintWriter err) {
        try {
            return Optional.of(BlockFolder.open(out, resolved, fresh));
        } catch (IOException failed) {
            unwritten(failed, err);
        } catch (BlockFolder.AnotherScenarioException other) {
            err.println("marrow: " + out + " holds trials of another scenario:\n" + other.getMessage()
                    + "\nGive another folder, or --fresh to throw them away.");
        }
        return Optional.empty();
    }

    int unwritten(IOException failed, PrintWriter err) {
        err.println("marrow: cannot write to " + out + ": " + Refusals.reason(failed));
        return ExitCode.INTERNAL_FAULT;
    }
}
