package marrow.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import marrow.report.CharacteristicsCsv;
import marrow.report.SummaryJson;
import marrow.run.RunResult;

/** The folder of `--out`. Every file but the manifest is a function of scenario, seed, replicates and version. */
final class RunFolder {
    static final String SUMMARY = "summary.json";
    static final String CHARACTERISTICS = "operating-characteristics.csv";

    private RunFolder() {}

    static void write(Path folder, RunResult result, String resolved, double seconds) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(BlockFolder.SCENARIO, resolved);
        files.put(SUMMARY, SummaryJson.of(result));
        files.put(CHARACTERISTICS, CharacteristicsCsv.of(result));
        Map<String, Object> hashes = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            replace(folder.resolve(file.getKey()), bytes);
            hashes.put(file.getKey(), Manifest.sha256(bytes));
        }
        String manifest = Manifest.of(result.scenario().name(), result.seed(), result.wanted(), seconds, hashes);
        replace(folder.resolve(Manifest.NAME), manifest.getBytes(StandardCharsets.UTF_8));
    }

    /** The old file or the new one, never a part. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
