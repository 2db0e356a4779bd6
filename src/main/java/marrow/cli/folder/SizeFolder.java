package marrow.cli.folder;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.design.size.KeptSizes;
import marrow.montecarlo.BlockFile;
import marrow.montecarlo.Columns;

/**
 * The finished blocks of a sizing: a file for each size that was looked at under each truth, {@code blocks/TRUTH+N.blocks}. They and their
 * folder stay open until it is over.
 */
public final class SizeFolder implements Closeable {
    private final Optional<BlockFolder> folder;
    private final PrintWriter err;
    private final List<BlockFile> opened = new ArrayList<>();

    /** @param folder where nothing is kept, nothing */
    public SizeFolder(Optional<BlockFolder> folder, PrintWriter err) {
        this.folder = folder;
        this.err = err;
    }

    /** The trials of all sizes under a truth, or under what was made of it. */
    public KeptSizes under(String truth) {
        return folder.isEmpty() ? KeptSizes.NONE : (patients, columns) -> open(truth + "+" + patients, columns);
    }

    private BlockFile open(String name, Columns columns) {
        try {
            BlockFile blocks = folder.orElseThrow().open(name, columns, err);
            opened.add(blocks);
            return blocks;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        for (BlockFile blocks : opened) {
            blocks.close();
        }
        folder.ifPresent(BlockFolder::close);
    }
}
