package marrow.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import marrow.check.Tally;
import marrow.montecarlo.BlockFile;
import marrow.montecarlo.Columns;
import marrow.run.Prepared;
import marrow.sweep.Cells;

/**
 * The finished blocks of a run in the folder of its results: {@code blocks/TRUTH.blocks}. They belong to the scenario that
 * {@code scenario.resolved.yaml} beside them holds, to what {@code question.txt} asks of it, where it is there, and to the code that made
 * them. From when it is opened until it is closed, nobody else can write to the folder.
 */
final class BlockFolder implements Closeable {
    static final String SCENARIO = "scenario.resolved.yaml";
    static final String QUESTION = "question.txt";
    private static final String BLOCKS = "blocks";

    /** No truth has this name. */
    private static final String SWEEP = "+sweep";

    private static final int MOST_DIFFERENCES = 5;

    private final Path folder;
    private final FolderLock lock;
    private final String codeAndScenario;

    private BlockFolder(Path folder, FolderLock lock, String codeAndScenario) {
        this.folder = folder;
        this.lock = lock;
        this.codeAndScenario = codeAndScenario;
    }

    /** The trials of the folder are of another scenario, question or version; the message says which, with the difference. */
    static final class OtherTrialsException extends Exception {
        private static final long serialVersionUID = 1;

        OtherTrialsException(String of, String difference) {
            super("another " + of + ":\n" + difference);
        }
    }

    /**
     * Opens the folder, or makes it, for the blocks of this scenario.
     *
     * @param question what is asked of the scenario beyond what stands in it; empty for nothing
     * @param fresh    whether blocks that are there are thrown away
     * @throws IOException          also where another run has it open
     * @throws OtherTrialsException where they are those of another scenario, question or version
     */
    static BlockFolder open(Path folder, String scenario, String question, boolean fresh)
            throws IOException, OtherTrialsException {
        Files.createDirectories(folder);
        Files.createDirectories(folder.resolve(BLOCKS));
        FolderLock lock = FolderLock.of(folder.resolve(BLOCKS));
        boolean ready = false;
        try {
            BlockFolder opened = new BlockFolder(
                    folder, lock, Version.number() + "\n" + SourceCode.sha256() + "\n" + scenario + question);
            opened.prepare(scenario, question, fresh);
            ready = true;
            return opened;
        } finally {
            if (!ready) {
                lock.close();
            }
        }
    }

    private void prepare(String scenario, String question, boolean fresh) throws IOException, OtherTrialsException {
        if (fresh) {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
        } else if (!files(folder).isEmpty()) {
            requireSame("scenario", scenarioOf(folder), scenario);
            requireSame("question", questionOf(folder), question);
            for (Path file : files(folder)) {
                if (!BlockFile.isOf(file, key(file))) {
                    throw new OtherTrialsException("version of Marrow", "  " + file);
                }
            }
        }
        ResultFolder.replace(folder.resolve(SCENARIO), scenario);
        if (!question.isEmpty()) {
            ResultFolder.replace(folder.resolve(QUESTION), question);
        } else {
            Files.deleteIfExists(folder.resolve(QUESTION));
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    private static void requireSame(String of, String before, String now) throws OtherTrialsException {
        if (!before.equals(now)) {
            throw new OtherTrialsException(of, difference(before, now));
        }
    }

    /** What is asked of the scenario whose blocks a folder holds; empty for nothing. */
    static String questionOf(Path folder) throws IOException {
        Path file = folder.resolve(QUESTION);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** The scenario whose blocks a folder holds. */
    static String scenarioOf(Path folder) throws IOException {
        try {
            return Files.readString(folder.resolve(SCENARIO));
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no " + SCENARIO + " in it", missing);
        }
    }

    /** The files with blocks, by name. */
    static List<Path> files(Path folder) throws IOException {
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
    BlockFile blocksOf(Prepared prepared, PrintWriter err) throws IOException {
        return open(prepared.truth().name(), prepared.replicates().columns(), err);
    }

    /** The blocks of all points of a sweep: a number and its difference from the reference for each of {@code width}. */
    BlockFile blocksOf(Cells cells, PrintWriter err) throws IOException {
        return open(SWEEP, cells.columns().withDifferences(), err);
    }

    /** The blocks under a name. Damaged ones are said. */
    BlockFile open(String name, Columns columns, PrintWriter err) throws IOException {
        BlockFile blocks = BlockFile.open(fileOf(name), key(fileOf(name)), columns);
        if (blocks.damaged() > 0) {
            err.println("marrow: " + Tally.of(blocks.damaged(), "damaged block") + " of trials in " + fileOf(name)
                    + (blocks.damaged() == 1 ? " is" : " are") + " made again");
        }
        return blocks;
    }

    /** Whether a folder holds blocks of a sweep. */
    static boolean holdsSweep(Path folder) throws IOException {
        return files(folder).contains(fileOf(folder, SWEEP));
    }

    /**
     * The file for blocks that another folder, of this scenario and question, has in a file.
     *
     * @throws IOException also where another version of Marrow has made them
     */
    BlockFile takingFrom(Path file, BlockFile from) throws IOException {
        if (!from.isOf(key(file))) {
            throw new IOException(file + " holds trials of another version of Marrow");
        }
        return BlockFile.open(folder.resolve(BLOCKS).resolve(file.getFileName()), key(file), from.columns());
    }

    /** On what the blocks of a file depend: the code, the scenario and, by the name of the file, the truth. Not on the Java machine. */
    private byte[] key(Path file) {
        String all = file.getFileName() + "\n" + codeAndScenario;
        return ResultFolder.sha256().digest(all.getBytes(StandardCharsets.UTF_8));
    }

    /** The first lines that differ, of what was there and of what is now. */
    static String difference(String before, String now) {
        List<String> old = before.lines().toList();
        List<String> other = now.lines().toList();
        List<String> told = new ArrayList<>();
        old.stream()
                .filter(line -> !other.contains(line))
                .limit(MOST_DIFFERENCES)
                .forEach(line -> told.add("  - " + line));
        other.stream()
                .filter(line -> !old.contains(line))
                .limit(MOST_DIFFERENCES)
                .forEach(line -> told.add("  + " + line));
        return String.join("\n", told);
    }
}
