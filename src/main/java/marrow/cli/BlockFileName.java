package marrow.cli;

import java.nio.charset.StandardCharsets;

/**
 * The name of the file for the blocks of something: its own name, with every byte of UTF-8 that is no small letter, digit or sign as {@code %4e}.
 * So two names are two files where case does not count, and every locale can spell them.
 */
final class BlockFileName {
    static final String SUFFIX = ".blocks";
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789._+-";

    private BlockFileName() {}

    static String of(String name) {
        StringBuilder file = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) {
                file.append((char) b);
            } else {
                file.append(String.format("%%%02x", b));
            }
        }
        return file.append(SUFFIX).toString();
    }
}
