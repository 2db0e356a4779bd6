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
import marrow.run.Prepared;
import marrow.sweep.Cells;

/**
 * The finished blocks of a run in the folder of its results: {@code blocks/TRUTH.blocks}. They belong to the scenario that
 * {@code scenario.resolved.yaml} beside them holds.
 */
final class BlockFolder {
    static final String SCENARIO = "scenario.resolved.yaml";
    private static final String BLOCKS = "blocks";
    private static final String SUFFIX = ".blocks";

    /** No truth has this name. */
    private static final String SWEEP = "+sweep";

    private static final int MOST_DIFFERENCES = 5;

    private final Path folder;
    private final String scenario;

    private BlockFolder(Path folder, String scenario) {
        this.folder = folder;
        this.scenario = scenario;
    }

    /** The scenario of the folder is another one. */
    static final class AnotherScenarioException extends Exception {
        private static final long serialVersionUID = 1;

        AnotherScenarioException(String message) {
            super(message);
        }
    }

    /**
     * Opens the folder, or makes it, for the blocks of this scenario.
     *
     * @param fresh whether blocks that are there are thrown away
     * @throws AnotherScenarioException where they are those of another scenario, with the difference
     */
    static BlockFolder open(Path folder, String scenario, boolean fresh) throws IOException, AnotherScenarioException {
        Path blocks = folder.resolve(BLOCKS);
        Path kept = folder.resolve(SCENARIO);
        Files.createDirectories(folder);
        Files.createDirectories(blocks);
        if (fresh) {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
        } else if (!files(folder).isEmpty()) {
            String before = scenarioOf(folder);
            if (!before.equals(scenario)) {
                throw new AnotherScenarioException(difference(before, scenario));
            }
        }
        ResultFolder.replace(kept, scenario);
        return new BlockFolder(folder, scenario);
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
        return folder.resolve(BLOCKS).resolve(name + SUFFIX);
    }

    /** The blocks of a study under its truth. */
    BlockFile blocksOf(Prepared prepared, PrintWriter err) throws IOException {
        return open(prepared.truth().name(), prepared.replicates().width(), err);
    }

    /** The blocks of all points of a sweep: a number and its difference from the reference for each of {@code width}. */
    BlockFile blocksOf(Cells cells, PrintWriter err) throws IOException {
        return open(SWEEP, 2 * cells.width(), err);
    }

    private BlockFile open(String name, int width, PrintWriter err) throws IOException {
        BlockFile blocks = BlockFile.open(fileOf(name), key(name), width);
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
        return BlockFile.open(fileOf(name), key(name), from.width());
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private byte[] key(String name) {
        String all = new Version().getVersion()[0] + "\n" + name + "\n" + scenario;
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
