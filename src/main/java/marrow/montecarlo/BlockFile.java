package marrow.montecarlo;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Blocks in a file, each appended at once and with a checksum, so that what was finished survives a crash. The file is a head, which says of
 * what the blocks are, and records of one size: number, replicates, moments of each column, CRC-32C. A record that was cut off or damaged is
 * as if it were not there; its place is free for another. A block in which a trial failed is not kept, so that its
 * failure is told anew. Read and written by means that an interruption of the thread does not close.
 */
public final class BlockFile implements KeptBlocks, Closeable {
    private static final int HEAD = BlockHead.LENGTH;

    private final RandomAccessFile file;
    private final FileLock lock;
    private final Columns columns;
    private final ByteBuffer record;
    private final CRC32C checksum = new CRC32C();
    private final Map<Long, Long> placeOf = new HashMap<>();
    private final Deque<Long> free = new ArrayDeque<>();
    private final int damaged;
    private long end;

    private BlockFile(RandomAccessFile file, FileLock lock, BlockHead head, Columns columns) throws IOException {
        this.file = file;
        this.lock = lock;
        this.columns = columns;
        record = ByteBuffer.allocate(2 * Long.BYTES + columns.bytes() + Integer.BYTES);
        if (file.length() < HEAD) {
            file.setLength(0);
            write(0, head.bytes());
        } else if (!head.bytes().equals(read(0, ByteBuffer.allocate(HEAD)))) {
            throw new IOException(
                    "it holds blocks of something else, or its head is damaged; without the file they are made anew");
        }
        long whole = (file.length() - HEAD) / record.capacity();
        index(whole);
        damaged = free.size();
        end = HEAD + whole * record.capacity();
    }

    /**
     * Opens the file for this run of Marrow alone, or makes it.
     *
     * @param key 32 bytes that say all on which the blocks depend
     * @throws IOException also where another run has it open, or it holds blocks of something else than the key says
     */
    public static BlockFile open(Path file, byte[] key, Columns columns) throws IOException {
        return open(new RandomAccessFile(file.toFile(), "rw"), false, BlockHead.of(key, columns), columns);
    }

    private static BlockFile open(RandomAccessFile opened, boolean shared, BlockHead head, Columns columns)
            throws IOException {
        try {
            FileLock lock = locked(opened.getChannel(), shared);
            if (lock == null) {
                throw new IOException("another run of Marrow is writing to it");
            }
            return new BlockFile(opened, lock, head, columns);
        } catch (IOException | RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    /**
     * Opens blocks as they are, whatever they are of, to be read alone.
     *
     * @throws IOException also where it holds no blocks
     */
    public static BlockFile of(Path file) throws IOException {
        BlockHead head = BlockHead.of(file);
        if (head.isCutOff() || head.isForeign()) {
            throw new IOException("it holds no blocks");
        }
        return open(new RandomAccessFile(file.toFile(), "r"), true, head, head.columns());
    }

    /** Takes over all blocks of another file. */
    public void takeAll(BlockFile other) {
        for (long number : other.numbers()) {
            other.find(number).ifPresent(block -> keep(number, block));
        }
    }

    /** The columns that a block has. */
    public Columns columns() {
        return columns;
    }

    private static FileLock locked(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    private void index(long records) throws IOException {
        for (long i = 0; i < records; i++) {
            long place = HEAD + i * record.capacity();
            if (!isWhole(place) || placeOf.putIfAbsent(record.getLong(0), place) != null) {
                free.add(place);
            }
        }
    }

    private boolean isWhole(long place) throws IOException {
        read(place, record.clear());
        int sum = record.getInt(record.capacity() - Integer.BYTES);
        return record.limit() == record.capacity() && sum == checksum();
    }

    private int checksum() {
        checksum.reset();
        checksum.update(record.array(), 0, record.capacity() - Integer.BYTES);
        return (int) checksum.getValue();
    }

    /** How many records were damaged when the file was opened. */
    public int damaged() {
        return damaged;
    }

    /** How many blocks there are. */
    public synchronized int size() {
        return placeOf.size();
    }

    /** The numbers of the blocks, rising. */
    public synchronized long[] numbers() {
        long[] numbers = placeOf.keySet().stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(numbers);
        return numbers;
    }

    @Override
    public synchronized Optional<Block> find(long number) {
        Long place = placeOf.get(number);
        try {
            if (place == null || !isWhole(place)) {
                return Optional.empty();
            }
            record.position(Long.BYTES);
            return Optional.of(Block.read(record, columns));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public synchronized void keep(long number, Block block) {
        if (block.failed() > 0) {
            return;
        }
        record.clear().putLong(number);
        block.write(record);
        record.putInt(checksum()).flip();
        try {
            long place = placeFor(number);
            write(place, record);
            placeOf.put(number, place);
            end = Math.max(end, place + record.capacity());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long placeFor(long number) {
        Long old = placeOf.get(number);
        if (old == null) {
            old = free.poll();
        }
        return old == null ? end : old;
    }

    private ByteBuffer read(long place, ByteBuffer into) throws IOException {
        file.seek(place);
        for (int got = 0; into.hasRemaining() && got >= 0; ) {
            got = file.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
            into.position(into.position() + Math.max(0, got));
        }
        return into.flip();
    }

    private void write(long place, ByteBuffer bytes) throws IOException {
        file.seek(place);
        file.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
    }

    @Override
    public void close() throws IOException {
        lock.release();
        file.close();
    }
}
