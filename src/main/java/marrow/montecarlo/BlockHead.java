package marrow.montecarlo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The head of a file of blocks: 16 bytes that say that it is one, a key of 32 bytes that says all on which the blocks depend, and in 4 bytes the
 * columns of a block. It has no checksum: a damaged one is another one.
 */
public final class BlockHead {
    private static final byte[] MAGIC = "marrow blocks 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY = 32;
    static final int LENGTH = MAGIC.length + KEY + Integer.BYTES;

    private final byte[] bytes;

    private BlockHead(byte[] bytes) {
        this.bytes = bytes;
    }

    static BlockHead of(byte[] key, Columns columns) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("a key has " + KEY + " bytes, not " + key.length);
        }
        return new BlockHead(ByteBuffer.allocate(LENGTH)
                .put(MAGIC)
                .put(key)
                .putInt(columns.code())
                .array());
    }

    /** As a file has it, whatever that is. */
    public static BlockHead of(Path file) throws IOException {
        try (InputStream opened = Files.newInputStream(file)) {
            return new BlockHead(opened.readNBytes(LENGTH));
        }
    }

    /** Whether the file was cut off before there were any blocks: a run may go on in it. */
    public boolean isCutOff() {
        return bytes.length < LENGTH;
    }

    /** Whether the file holds something else than blocks. */
    public boolean isForeign() {
        return !isCutOff() && !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Whether the blocks are those of a key. */
    public boolean isOf(byte[] key) {
        return !isCutOff() && !isForeign() && Arrays.equals(key(), key);
    }

    byte[] key() {
        return Arrays.copyOfRange(bytes, MAGIC.length, MAGIC.length + KEY);
    }

    Columns columns() throws IOException {
        try {
            return Columns.ofCode(ByteBuffer.wrap(bytes).getInt(MAGIC.length + KEY));
        } catch (IllegalArgumentException impossible) {
            throw new IOException("its head is damaged", impossible);
        }
    }

    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes);
    }
}
