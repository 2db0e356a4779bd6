package marrow.cli.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The code that this Marrow was built from, as one number: kept trials are of it. Of the sources, which the build puts beside the classes,
 * because compilers of different Java versions make different classes of the same source, whose results are the same.
 */
final class SourceCode {
    private static final String FOLDER = "marrow/source";

    private SourceCode() {}

    /** SHA-256, in hex. */
    static String sha256() throws IOException {
        Path home = home();
        if (Files.isDirectory(home)) {
            return sha256(home.resolve(FOLDER));
        }
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
            return sha256(jar.getPath(FOLDER));
        }
    }

    /** Of all files of a folder and below it, with their names, in the order of these. */
    static String sha256(Path folder) throws IOException {
        MessageDigest digest = WholeFile.sha256();
        for (var file : files(folder).entrySet()) {
            byte[] text = Files.readAllBytes(file.getValue());
            digest.update((file.getKey() + '\0' + text.length + '\0').getBytes(StandardCharsets.UTF_8));
            digest.update(text);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return files;
    }

    /** The jar, or the folder of the classes. */
    private static Path home() {
        try {
            return Path.of(SourceCode.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
