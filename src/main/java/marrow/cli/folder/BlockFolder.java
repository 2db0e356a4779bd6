package marrow.cli.folder;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import marrow.check.Tally;
import marrow.cli.terminal.Refusals;
import marrow.montecarlo.BlockFile;
import marrow.montecarlo.Columns;
import marrow.run.Prepared;
import marrow.sweep.Cells;

/**
 * The finished blocks of a run in the folder of its results: {@code blocks/TRUTH.blocks}, with their {@link Provenance}. From when it is opened
 * until it is closed, nobody else can write to the folder. Nothing in it is written or taken away before the first blocks are asked for: what is
 * refused until then leaves it as it was.
 */
public final class BlockFolder implements Closeable {
    private static final String BLOCKS = "blocks";

    /** No truth has this name. */
    private static final String SWEEP = "+sweep";

    private final Path folder;
    private final FolderLock lock;
    private final Provenance provenance;
    private final boolean fresh;

    /** Whether the folder was made for this. */
    private final boolean made;

    private boolean begun;

    private BlockFolder(Path folder, FolderLock lock, Provenance provenance, boolean fresh, boolean made) {
        this.folder = folder;
        this.lock = lock;
        this.provenance = provenance;
        this.fresh = fresh;
        this.made = made;
    }

    /**
     * Opens the folder, or makes it, for blocks of this.
     *
     * @param fresh whether trials and results that are there are thrown away
     * @throws IOException                     also where another run has it open
     * @throws Provenance.OtherTrialsException where there are trials of something else
     */
    public static BlockFolder open(Path folder, Provenance provenance, boolean fresh)
            throws IOException, Provenance.OtherTrialsException {
        boolean made = !Files.exists(folder);
        Files.createDirectories(folder);
        Files.createDirectories(folder.resolve(BLOCKS));
        FolderLock lock = FolderLock.of(folder.resolve(BLOCKS));
        boolean ready = false;
        try {
            List<Path> there = files(folder);
            if (!fresh && !there.isEmpty()) {
                provenance.requireOf(folder, there);
            }
            ready = true;
            return new BlockFolder(folder, lock, provenance, fresh, made);
        } finally {
            if (!ready) {
                lock.close();
            }
        }
    }

    /** Makes it the folder of these trials. */
    public void begin() throws IOException {
        if (fresh) {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
        }
        if (fresh || !provenance.isOf(folder)) {
            ResultFolder.takeAway(folder);
        }
        provenance.write(folder);
        begun = true;
    }

    @Override
    public void close() {
        if (made && !begun) {
            leaveNothing();
        }
        lock.close();
    }

    private void leaveNothing() {
        try {
            lock.remove();
            Files.delete(folder.resolve(BLOCKS));
            Files.delete(folder);
        } catch (IOException inUse) {
            // by somebody who needs it
        }
    }

    /** The files with blocks, by name. */
    public static List<Path> files(Path folder) throws IOException {
        Path blocks = folder.resolve(BLOCKS);
        if (!Files.isDirectory(blocks)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(blocks)) {
            return files.filter(file -> file.toString().endsWith(BlockFileName.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** The file for the blocks of a truth, or of a sweep. */
    Path fileOf(String name) {
        return fileOf(folder, name);
    }

    /** The file for the blocks of a truth in a folder. */
    static Path fileOf(Path folder, String name) {
        return folder.resolve(BLOCKS).resolve(BlockFileName.of(name));
    }

    /** The blocks of a study under its truth. */
    public BlockFile blocksOf(Prepared prepared, PrintWriter err) throws IOException {
        return open(prepared.truth().name(), prepared.replicates().columns(), err);
    }

    /** The blocks of all points of a sweep: a number and its difference from the reference for each of {@code width}. */
    public BlockFile blocksOf(Cells cells, PrintWriter err) throws IOException {
        return open(SWEEP, cells.columns().withDifferences(), err);
    }

    /** The blocks under a name. Damaged ones are said. */
    BlockFile open(String name, Columns columns, PrintWriter err) throws IOException {
        BlockFile blocks = open(fileOf(name), columns);
        sayDamaged(blocks, fileOf(name), "made again", err);
        return blocks;
    }

    /** @param fate what becomes of them */
    public static void sayDamaged(BlockFile blocks, Path file, String fate, PrintWriter err) {
        if (blocks.damaged() > 0) {
            err.println("marrow: " + Tally.of(blocks.damaged(), "damaged block") + " of trials in " + file
                    + (blocks.damaged() == 1 ? " is " : " are ") + fate);
        }
    }

    /** Whether a folder holds blocks of a sweep. */
    public static boolean holdsSweep(Path folder) throws IOException {
        return files(folder).contains(fileOf(folder, SWEEP));
    }

    /** The file for blocks that another folder, of this scenario and question, has in a file. */
    public BlockFile takingFrom(Path file, BlockFile from) throws IOException {
        return open(folder.resolve(BLOCKS).resolve(file.getFileName()), from.columns());
    }

    private BlockFile open(Path file, Columns columns) throws IOException {
        if (!begun) {
            begin();
        }
        try {
            return BlockFile.open(file, provenance.key(file), columns);
        } catch (IOException failed) {
            throw new IOException(file + ": " + Refusals.reason(failed), failed);
        }
    }
}
