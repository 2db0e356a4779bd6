package marrow.cli.folder;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that is the old one or the new one, never a part. */
public final class WholeFile {
    private WholeFile() {}

    /** What stands in a file. */
    interface Content {
        void write(Writer to) throws IOException;
    }

    public static void replace(Path file, String text) throws IOException {
        replace(file, to -> to.write(text));
    }

    /** Returns the SHA-256 of what was written, in hex. */
    static String replace(Path file, Content content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        MessageDigest digest = sha256();
        try (OutputStream bytes = new DigestOutputStream(Files.newOutputStream(part), digest);
                Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16)) {
            content.write(text);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
