package marrow.cli.folder;

import java.nio.charset.StandardCharsets;

/**
 * The name of the file for the blocks of something: its own name, with every byte of UTF-8 that is no small letter, digit or sign as {@code %4e}.
 * So two names are two files where case does not count, and every locale can spell them. What is longer than 100 characters then is cut there and
 * ends in {@code ~} and half of the SHA-256 of the name: file systems take 255.
 */
public final class BlockFileName {
    static final String SUFFIX = ".blocks";
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789._+-";

    private static final int LONGEST = 100;
    private static final int DIGITS = 32;

    private BlockFileName() {}

    public static String of(String name) {
        StringBuilder file = new StringBuilder();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            if (PLAIN.indexOf(b) >= 0) {
                file.append((char) b);
            } else {
                file.append(String.format("%%%02x", b));
            }
        }
        if (file.length() > LONGEST) {
            file.setLength(LONGEST);
            file.append('~').append(Manifest.sha256(bytes), 0, DIGITS);
        }
        return file.append(SUFFIX).toString();
    }
}
