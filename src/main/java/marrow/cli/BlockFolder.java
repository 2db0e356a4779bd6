package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import marrow.montecarlo.BlockFile;
import marrow.montecarlo.Columns;
import marrow.run.Prepared;
import marrow.sweep.Cells;

/**
 * The finished blocks of a run in the folder of its results: {@code blocks/TRUTH.blocks}. They belong to the scenario that
 * {@code scenario.resolved.yaml} beside them holds, and to what {@code question.txt} asks of it, where it is there.
 */
final class BlockFolder {
    static final String SCENARIO = "scenario.resolved.yaml";
    static final String QUESTION = "question.txt";
    private static final String BLOCKS = "blocks";
    private static final String SUFFIX = ".blocks";

    /** No truth has this name. */
    private static final String SWEEP = "+sweep";

    private static final int MOST_DIFFERENCES = 5;

    private final Path folder;
    private final String scenarioAndQuestion;

    private BlockFolder(Path folder, String scenarioAndQuestion) {
        this.folder = folder;
        this.scenarioAndQuestion = scenarioAndQuestion;
    }

    /** The trials of the folder are of another scenario or another question; the message says which, with the difference. */
    static final class OtherTrialsException extends Exception {
        private static final long serialVersionUID = 1;

        OtherTrialsException(String of, String before, String now) {
            super("another " + of + ":\n" + difference(before, now));
        }
    }

    /**
     * Opens the folder, or makes it, for the blocks of this scenario.
     *
     * @param question what is asked of the scenario beyond what stands in it; empty for nothing
     * @param fresh    whether blocks that are there are thrown away
     * @throws OtherTrialsException where they are those of another scenario or question
     */
    static BlockFolder open(Path folder, String scenario, String question, boolean fresh)
            throws IOException, OtherTrialsException {
        Files.createDirectories(folder);
        Files.createDirectories(folder.resolve(BLOCKS));
        if (fresh) {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
        } else if (!files(folder).isEmpty()) {
            requireSame("scenario", scenarioOf(folder), scenario);
            requireSame("question", questionOf(folder), question);
        }
        ResultFolder.replace(folder.resolve(SCENARIO), scenario);
        if (!question.isEmpty()) {
            ResultFolder.replace(folder.resolve(QUESTION), question);
        } else {
            Files.deleteIfExists(folder.resolve(QUESTION));
        }
        return new BlockFolder(folder, scenario + question);
    }

    private static void requireSame(String of, String before, String now) throws OtherTrialsException {
        if (!before.equals(now)) {
            throw new OtherTrialsException(of, before, now);
        }
    }

    private static String questionOf(Path folder) throws IOException {
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
            return files.filter(file -> file.toString().endsWith(SUFFIX))
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
        return folder.resolve(BLOCKS).resolve(name + SUFFIX);
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
        BlockFile blocks = BlockFile.open(fileOf(name), key(name), columns);
        if (blocks.damaged() > 0) {
            err.println(
                    "marrow: " + blocks.damaged() + " damaged blocks of trials in " + fileOf(name) + " are made again");
        }
        return blocks;
    }

    /** Whether a folder holds blocks of a sweep. */
    static boolean holdsSweep(Path folder) throws IOException {
        return files(folder).stream().anyMatch(file -> name(file).equals(SWEEP));
    }

    /** The file for blocks that another folder has in a file; they must be of this scenario and this version of Marrow. */
    BlockFile takingFrom(Path file, BlockFile from) throws IOException {
        String name = name(file);
        if (!from.isOf(key(name))) {
            throw new IOException(file + " holds trials of another version of Marrow");
        }
        return BlockFile.open(fileOf(name), key(name), from.columns());
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private byte[] key(String name) {
        String all = new Version().getVersion()[0] + "\n" + name + "\n" + scenarioAndQuestion;
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
