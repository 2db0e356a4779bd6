package marrow.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import marrow.design.sketch.Sketch;
import marrow.report.CharacteristicsCsv;
import marrow.report.JsonWriter;
import marrow.report.SummaryJson;
import marrow.report.page.Page;
import marrow.report.story.RunReport;
import marrow.run.RunResult;

/** The folder of `--out`. Every file but the manifest is a function of scenario, seed, replicates and version. */
final class RunFolder {
    private RunFolder() {}

    static void write(Path folder, RunResult result, Map<String, Sketch> sketches, String resolved, double seconds)
            throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(BlockFolder.SCENARIO, resolved);
        files.put("summary.json", SummaryJson.of(result));
        files.put("operating-characteristics.csv", CharacteristicsCsv.of(result));
        String report = RunReport.of(result, sketches).json();
        files.put(ReportFolder.DATA, report);
        files.put(ReportFolder.PAGE, Page.of(report));
        Map<String, Object> hashes = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            replace(folder.resolve(file.getKey()), bytes);
            hashes.put(file.getKey(), sha256(bytes));
        }
        replace(
                folder.resolve("manifest.json"),
                manifest(result, hashes, seconds).getBytes(StandardCharsets.UTF_8));
    }

    private static String manifest(RunResult result, Map<String, Object> hashes, double seconds) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("marrow", new Version().getVersion()[0]);
        manifest.put("java", System.getProperty("java.runtime.version"));
        manifest.put("scenario", result.scenario().name());
        manifest.put("seed", result.seed());
        manifest.put("replicates", result.wanted());
        manifest.put("seconds", Math.rint(seconds * 1000) / 1000);
        manifest.put("sha256", hashes);
        return JsonWriter.write(manifest);
    }

    /** The old file or the new one, never a part. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
