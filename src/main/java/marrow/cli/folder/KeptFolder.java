package marrow.cli.folder;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import marrow.cli.terminal.RunProgress;
import marrow.cli.terminal.ShellWord;
import marrow.compare.Again;
import marrow.compare.KeptRun;
import marrow.compare.Place;
import marrow.montecarlo.Block;
import marrow.montecarlo.BlockFile;
import marrow.montecarlo.BlockHead;
import marrow.montecarlo.Estimate;
import marrow.report.journey.ProblemList;
import marrow.report.run.CharacteristicsCsv;
import marrow.run.Conduct;
import marrow.scenario.Reading;
import marrow.scenario.Scenario;
import marrow.scenario.ScenarioFiles;
import marrow.scenario.ScenarioReader;
import marrow.scenario.trial.Trial;

/**
 * The folder of a run, to be compared with another.
 *
 * @param folder of `run --out`
 */
public record KeptFolder(Path folder, Manifest manifest, Map<Place, Estimate> numbers) {
    /**
     * Reads what the results are.
     *
     * @throws IOException also where it holds none, or others than were written
     */
    public static KeptFolder of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(Files.exists(folder) ? "it is no folder" : "there is no such folder");
        }
        Manifest manifest = Manifest.of(folder);
        if (!manifest.sha256().containsKey(ResultFolder.CHARACTERISTICS)) {
            throw new IOException("it holds no results of a run, but of a sweep or a size: its " + Manifest.NAME
                    + " names no " + ResultFolder.CHARACTERISTICS);
        }
        manifest.requireUnchanged(folder, Provenance.SCENARIO);
        manifest.requireUnchanged(folder, ResultFolder.SUMMARY);
        manifest.requireUnchanged(folder);
        try {
            String csv = Files.readString(folder.resolve(ResultFolder.CHARACTERISTICS));
            return new KeptFolder(folder, manifest, CharacteristicsCsv.read(csv));
        } catch (IllegalArgumentException wrong) {
            throw new IOException("it is damaged: " + ResultFolder.CHARACTERISTICS + ", " + wrong.getMessage(), wrong);
        }
    }

    /** Whether another has the same results, to the last byte. */
    public boolean isSameAs(KeptFolder other) throws IOException {
        for (String name : new String[] {ResultFolder.SUMMARY, ResultFolder.CHARACTERISTICS}) {
            if (!Arrays.equals(
                    Files.readAllBytes(folder.resolve(name)), Files.readAllBytes(other.folder.resolve(name)))) {
                return false;
            }
        }
        return true;
    }

    /** The truths of which there are results. */
    public String[] truths() {
        return numbers.keySet().stream().map(Place::truth).distinct().toArray(String[]::new);
    }

    /** Without its trials: its numbers alone. */
    public KeptRun numbersOf(String name) {
        return new KeptRun(name, "", manifest.seed(), numbers, Map.of(), Map.of(), Optional.empty());
    }

    /** All of it. Blocks that are damaged are left out, and said. */
    public KeptRun run(String name, String scenario, int threads, RunProgress progress, PrintWriter err)
            throws IOException {
        Map<String, SortedMap<Long, Block>> trials = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String truth : truths()) {
            counts.put(truth, manifest.done(truth));
            Path file = BlockFolder.fileOf(folder, truth);
            if (Files.isRegularFile(file) && !BlockHead.of(file).isCutOff()) {
                trials.put(truth, blocks(file, err));
            }
        }
        return new KeptRun(name, scenario, manifest.seed(), numbers, counts, trials, again(threads, progress, err));
    }

    private static SortedMap<Long, Block> blocks(Path file, PrintWriter err) throws IOException {
        SortedMap<Long, Block> blocks = new TreeMap<>();
        try (BlockFile kept = BlockFile.of(file)) {
            BlockFolder.sayDamaged(kept, file, "left out", err);
            for (long number : kept.numbers()) {
                kept.find(number).ifPresent(block -> blocks.put(number, block));
            }
        }
        return blocks;
    }

    private Optional<Again> again(int threads, RunProgress progress, PrintWriter err) {
        ScenarioFiles files = ScenarioFiles.of(folder.resolve(Provenance.SCENARIO));
        Reading reading = ScenarioReader.again(files, Map.of());
        Optional<Trial> trial = reading.scenario().flatMap(Scenario::trial);
        if (trial.isEmpty()) {
            err.println("marrow: this version cannot read the scenario of " + folder
                    + ", so its trials cannot be made again:");
            err.print(ProblemList.text(reading.problems().all()));
            return Optional.empty();
        }
        Conduct conduct = Conduct.of(
                trial.get(),
                manifest.seed(),
                threads,
                values -> ScenarioReader.again(files, values).scenario(),
                progress);
        return Optional.of(Again.of(trial.get().truths(), conduct));
    }

    /** The words that bring another command to its scenario. */
    public String scenario() {
        return ShellWord.of(folder.resolve(Provenance.SCENARIO));
    }
}
