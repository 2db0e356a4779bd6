package marrow.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import marrow.cli.folder.BlockFolder;
import marrow.cli.folder.Provenance;
import marrow.cli.option.ShardOption;
import marrow.montecarlo.Shard;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The folder in which a command keeps its trials and writes its results, and which part of them it makes. */
final class KeptOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private FolderOptions folder;

    @Option(
            names = "--shard",
            paramLabel = "I/K",
            converter = ShardOption.class,
            description = "The I-th of K parts of the trials alone, kept in the folder of --out for 'marrow merge'.")
    private Shard shard = Shard.WHOLE;

    void check() {
        folder.check(spec.commandLine());
        if (isShard() && out() == null) {
            throw new ParameterException(spec.commandLine(), "--shard needs --out, a folder for its trials");
        }
    }

    FolderOptions folder() {
        return folder;
    }

    /** Null where nothing is kept. */
    Path out() {
        return folder.out();
    }

    Shard shard() {
        return shard;
    }

    /** Whether this is a part alone, whose results nobody has asked for. */
    boolean isShard() {
        return !shard.equals(Shard.WHOLE);
    }

    /** The folder, for the blocks of this scenario; nothing where nothing is kept. */
    Optional<BlockFolder> open(String resolved) throws IOException, Provenance.OtherTrialsException {
        return folder.open(resolved, "");
    }
}
