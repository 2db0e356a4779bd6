package marrow.cli.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marrow.cli.terminal.Version;
import marrow.report.form.JsonWriter;

/**
 * {@code manifest.json}: what wrote a folder, and the SHA-256 of its files.
 *
 * @param version    of Marrow
 * @param replicates asked for under each truth
 * @param done       how many there are by truth, of a sweep at the point that has the fewest: fewer where it was precise enough before, or interrupted
 * @param sha256     by the name of the file
 */
public record Manifest(String version, long seed, long replicates, Map<String, Long> done, Map<String, String> sha256) {
    static final String NAME = "manifest.json";
    private static final Pattern FIELD = Pattern.compile("\"([^\"]+)\": (?:\"([^\"]*)\"|([0-9.-]+))");
    private static final Pattern DONE = Pattern.compile("\"done\": \\{[^}]*}");
    private static final Pattern HASHES = Pattern.compile("\"sha256\": \\{[^}]*}");

    /**
     * The text of a manifest.
     *
     * @param made what was made: the scenario, its seed, how many trials
     */
    static String of(Map<String, Object> made, double seconds, Map<String, Object> hashes) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("marrow", new Version().getVersion()[0]);
        manifest.put("java", System.getProperty("java.runtime.version"));
        manifest.putAll(made);
        manifest.put("seconds", Math.rint(seconds * 1000) / 1000);
        manifest.put("sha256", hashes);
        return JsonWriter.write(manifest);
    }

    /** @throws IOException also where there is none */
    public static Manifest of(Path folder) throws IOException {
        String text = text(folder);
        Matcher truths = DONE.matcher(text);
        Map<String, String> counts = fields(truths.find() ? truths.group() : "");
        Matcher found = HASHES.matcher(truths.replaceAll(""));
        Map<String, String> hashes = fields(found.find() ? found.group() : "");
        Map<String, String> fields = fields(found.replaceAll(""));
        try {
            Map<String, Long> done = new LinkedHashMap<>();
            counts.forEach((truth, count) -> done.put(truth, Long.valueOf(count)));
            return new Manifest(
                    fields.getOrDefault("marrow", "?"),
                    Long.parseLong(fields.getOrDefault("seed", "")),
                    Long.parseLong(fields.getOrDefault("replicates", "")),
                    done,
                    hashes);
        } catch (NumberFormatException missing) {
            throw new IOException("it is damaged: " + NAME + " says no seed or no replicates", missing);
        }
    }

    /** Refuses a folder in which any file is not what was written. */
    public void requireUnchanged(Path folder) throws IOException {
        for (String name : sha256.keySet()) {
            requireUnchanged(folder, name);
        }
    }

    /** Refuses a file that is not the one of these results. */
    public void requireUnchanged(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!sha256.containsKey(name)) {
            throw new IOException("its " + NAME + " names no " + name);
        }
        if (!Files.isRegularFile(file) || !sha256(Files.readAllBytes(file)).equals(sha256.get(name))) {
            throw new IOException("it is damaged: " + name + " is not the file that was written");
        }
    }

    /** How many trials there are under a truth; all that were asked for where an older version did not say. */
    public long done(String truth) {
        return done.getOrDefault(truth, replicates);
    }

    /** Under the truth that has the most. */
    public long most() {
        return done.values().stream().mapToLong(Long::longValue).max().orElse(replicates);
    }

    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = FIELD.matcher(json);
        while (matcher.find()) {
            fields.put(matcher.group(1), Optional.ofNullable(matcher.group(2)).orElse(matcher.group(3)));
        }
        return fields;
    }

    private static String text(Path folder) throws IOException {
        try {
            return Files.readString(folder.resolve(NAME));
        } catch (NoSuchFileException missing) {
            throw new IOException("it holds no results: there is no " + NAME + " in it", missing);
        }
    }

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(WholeFile.sha256().digest(bytes));
    }
}
