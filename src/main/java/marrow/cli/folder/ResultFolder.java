package marrow.cli.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.report.page.Page;
import marrow.report.page.Report;
import marrow.report.run.CharacteristicsCsv;
import marrow.report.run.SummaryJson;
import marrow.report.sweep.SweepCsv;
import marrow.report.sweep.SweepJson;
import marrow.run.RunResult;
import marrow.sweep.SweepResult;

/** The folder of `--out`. Every file but the manifest is a function of scenario, seed, replicates and version. */
public final class ResultFolder {
    static final String SUMMARY = "summary.json";
    static final String CHARACTERISTICS = "operating-characteristics.csv";
    private static final String SWEEP = "sweep.csv";
    private static final String SIZE = "size.json";

    /** All that commands leave as results. The manifest goes last: while it is there, what a kill left of results that were being taken away is found by it, and goes the next time. */
    private static final List<String> ALL =
            List.of(SUMMARY, CHARACTERISTICS, SWEEP, SIZE, ReportFolder.DATA, ReportFolder.PAGE, Manifest.NAME);

    private ResultFolder() {}

    /** @param report nothing where none is wanted */
    public static void write(Path folder, RunResult result, Optional<Report> report, String resolved, double seconds)
            throws IOException {
        Map<String, WholeFile.Content> files = new LinkedHashMap<>();
        files.put(Provenance.SCENARIO, to -> to.write(resolved));
        files.put(SUMMARY, to -> to.write(SummaryJson.of(result)));
        files.put(CHARACTERISTICS, to -> to.write(CharacteristicsCsv.of(result)));
        put(report, files);
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("scenario", result.scenario().name());
        made.put("seed", result.seed());
        made.put("replicates", result.wanted());
        made.put("done", result.done());
        write(folder, files, made, seconds);
    }

    public static void write(Path folder, SweepResult result, Optional<Report> report, String resolved, double seconds)
            throws IOException {
        Map<String, WholeFile.Content> files = new LinkedHashMap<>();
        files.put(Provenance.SCENARIO, to -> to.write(resolved));
        files.put(SUMMARY, to -> SweepJson.write(result, to));
        files.put(SWEEP, to -> SweepCsv.write(result, to));
        put(report, files);
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("scenario", result.scenario().name());
        made.put("seed", result.scenario().seed());
        made.put("points", result.sweep().size());
        made.put("replicates", result.wanted());
        made.put("done", result.done());
        write(folder, files, made, seconds);
    }

    public static void writeSize(
            Path folder,
            Map<String, Object> made,
            String answer,
            Optional<Report> report,
            String resolved,
            String question,
            double seconds)
            throws IOException {
        Map<String, WholeFile.Content> files = new LinkedHashMap<>();
        files.put(Provenance.SCENARIO, to -> to.write(resolved));
        files.put(Provenance.QUESTION, to -> to.write(question));
        files.put(SIZE, to -> to.write(answer));
        put(report, files);
        write(folder, files, made, seconds);
    }

    private static void put(Optional<Report> report, Map<String, WholeFile.Content> files) {
        report.map(Report::json).ifPresent(json -> {
            files.put(ReportFolder.DATA, to -> to.write(json));
            files.put(ReportFolder.PAGE, to -> to.write(Page.of(json)));
        });
    }

    private static void write(
            Path folder, Map<String, WholeFile.Content> files, Map<String, Object> made, double seconds)
            throws IOException {
        Map<String, Object> hashes = new LinkedHashMap<>();
        files.put(Manifest.NAME, to -> to.write(Manifest.of(made, seconds, hashes)));
        takeAwayBut(files.keySet(), folder);
        for (Map.Entry<String, WholeFile.Content> file : files.entrySet()) {
            hashes.put(file.getKey(), WholeFile.replace(folder.resolve(file.getKey()), file.getValue()));
        }
    }

    /** Takes away the results that a folder has, where the trials that it gets are of something else. */
    static void takeAway(Path folder) throws IOException {
        takeAwayBut(Set.of(), folder);
    }

    /** No file stays beside results that it is not of, whichever command has written it. What others have put there stays. */
    private static void takeAwayBut(Set<String> names, Path folder) throws IOException {
        if (!Files.exists(folder.resolve(Manifest.NAME))) {
            return;
        }
        for (String name : ALL) {
            if (!names.contains(name)) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    /** Whether the results that a folder has are of more trials than these under some truth, so that those of an interrupted run do not take their place. */
    public static boolean hasMore(Path folder, Map<String, Long> done) {
        try {
            Manifest before = Manifest.of(folder);
            before.requireUnchanged(folder);
            return before.done().entrySet().stream()
                    .anyMatch(truth -> truth.getValue() > done.getOrDefault(truth.getKey(), 0L));
        } catch (IOException none) {
            return false;
        }
    }
}
