package marrow.montecarlo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks that outlive a crash: torn, damaged and foreign records are as if they were not there. */
class BlockFileTest {
    private static final int WIDTH = 3;
    private static final Columns COLUMNS = Columns.of(WIDTH);
    private static final int REPLICATES = 5 * Simulation.BLOCK + 100;
    private static final byte[] KEY = new byte[32];

    private final AtomicLong made = new AtomicLong();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void choose() {
        file = folder.resolve("expected.blocks");
    }

    /** Three numbers a replicate, one of them missing now and then. */
    private final Replicates numbers = new Replicates() {
        @Override
        public int width() {
            return WIDTH;
        }

        @Override
        public Worker worker() {
            return (number, row) -> {
                made.incrementAndGet();
                SplittableRandom random = new SplittableRandom(number);
                row[0] = random.nextDouble();
                row[1] = random.nextInt(10) == 0 ? Double.NaN : random.nextDouble() * 1e6;
                row[2] = number;
            };
        }
    };

    private Block run(long replicates, int threads) throws IOException {
        try (BlockFile blocks = BlockFile.open(file, KEY, COLUMNS)) {
            made.set(0);
            return Simulation.of(numbers, replicates, threads, Progress.SILENT)
                    .keeping(blocks)
                    .run();
        }
    }

    private static String told(Block block) {
        StringBuilder text = new StringBuilder().append(block.replicates());
        for (int i = 0; i < WIDTH; i++) {
            Moments m = block.column(i);
            text.append(' ').append(m.count()).append(' ').append(m.missing());
            text.append(' ').append(m.mean()).append(' ').append(m.variance());
            text.append(' ').append(m.standardErrorOfDeviation());
        }
        return text.toString();
    }

    private final String whole =
            told(Simulation.of(numbers, REPLICATES, 1, Progress.SILENT).run());

    @Test
    void what_was_made_is_not_made_again() throws IOException {
        assertEquals(whole, told(run(REPLICATES, 2)));
        assertEquals(REPLICATES, made.get());
        assertEquals(whole, told(run(REPLICATES, 3)));
        assertEquals(0, made.get());
    }

    @Test
    void a_longer_run_goes_on_where_the_shorter_ended() throws IOException {
        run(2 * Simulation.BLOCK + 1, 1);
        assertEquals(whole, told(run(REPLICATES, 2)));
        assertEquals(REPLICATES - 2 * Simulation.BLOCK, made.get(), "the block that was not full is made anew");
        assertEquals(
                told(Simulation.of(numbers, 300, 1, Progress.SILENT).run()),
                told(run(300, 1)),
                "and a shorter one too");
        assertEquals(44, made.get());
    }

    /** Cut off after every byte: what is whole before the cut is used, and no more. */
    @Test
    void a_file_that_was_cut_off_is_good_up_to_the_cut() throws IOException {
        run(REPLICATES, 1);
        byte[] bytes = Files.readAllBytes(file);
        int head = 16 + 32 + 4;
        int record = (bytes.length - head) / 6;
        assertEquals(0, (bytes.length - head) % 6);
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertEquals(whole, told(run(REPLICATES, 1)), "cut off after " + length);
            int blocks = length < head ? 0 : (length - head) / record;
            assertEquals(REPLICATES - blocks * Simulation.BLOCK, made.get(), "cut off after " + length);
            assertEquals(whole, told(run(REPLICATES, 1)));
            assertEquals(0, made.get(), "mended");
        }
        assertEquals(bytes.length, Files.size(file));
    }

    @Test
    void a_damaged_block_is_found_and_made_again_in_its_place() throws IOException {
        run(REPLICATES, 1);
        byte[] bytes = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(20261121);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = bytes.clone();
            int at = 52 + random.nextInt(bytes.length - 52);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            try (BlockFile blocks = BlockFile.open(file, KEY, COLUMNS)) {
                assertEquals(1, blocks.damaged(), "byte " + at);
                assertEquals(5, blocks.size());
            }
            assertEquals(whole, told(run(REPLICATES, 1)));
            assertTrue(made.get() == Simulation.BLOCK || made.get() == 100, made.get() + " made");
            assertArrayEquals(bytes, Files.readAllBytes(file), "mended in its place");
        }
    }

    @Test
    void blocks_of_something_else_are_refused_and_stay() throws IOException {
        run(REPLICATES, 1);
        byte[] bytes = Files.readAllBytes(file);
        byte[] other = KEY.clone();
        other[31] = 1;
        assertTrue(BlockHead.of(file).isOf(KEY));
        assertFalse(BlockHead.of(file).isOf(other));
        assertRefused(other, COLUMNS);
        assertRefused(KEY, Columns.of(WIDTH + 1));
        assertArrayEquals(bytes, Files.readAllBytes(file));
        Files.writeString(file, "a file that somebody else has left here, longer than the head of ours is");
        assertRefused(KEY, COLUMNS);
        assertTrue(BlockHead.of(file).isForeign());
        assertFalse(BlockHead.of(file).isOf(KEY));
    }

    private void assertRefused(byte[] key, Columns columns) {
        IOException refused = assertThrows(IOException.class, () -> BlockFile.open(file, key, columns));
        assertEquals(
                "it holds blocks of something else, or its head is damaged; without the file they are made anew",
                refused.getMessage());
    }

    @Test
    void a_head_that_was_cut_off_is_written_again() throws IOException {
        run(REPLICATES, 1);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
        assertTrue(BlockHead.of(file).isCutOff());
        assertEquals(whole, told(run(REPLICATES, 1)));
    }

    @Test
    void one_run_at_a_time_has_the_file() throws IOException {
        try (BlockFile first = BlockFile.open(file, KEY, COLUMNS)) {
            first.keep(0, new Block(WIDTH));
            IOException refused = assertThrows(IOException.class, () -> BlockFile.open(file, KEY, COLUMNS));
            assertEquals("another run of Marrow is writing to it", refused.getMessage());
        }
        BlockFile.open(file, KEY, COLUMNS).close();
    }

    @Test
    void a_block_with_a_failure_is_not_kept() throws IOException {
        try (BlockFile blocks = BlockFile.open(file, KEY, COLUMNS)) {
            Block block = new Block(WIDTH);
            block.fail(Failure.of(3, new IllegalStateException("no")));
            blocks.keep(0, block);
            assertEquals(Optional.empty(), blocks.find(0));
        }
    }

    /** Sixteen shards made in a random order, in files of their own, and put together. */
    @Test
    void shards_are_the_whole_in_parts() throws IOException {
        try (BlockFile all = BlockFile.open(file, KEY, COLUMNS)) {
            long left = REPLICATES;
            for (int shard : new int[] {3, 0, 2, 1}) {
                try (BlockFile part = BlockFile.open(folder.resolve(shard + ".blocks"), KEY, COLUMNS)) {
                    left -= Simulation.of(numbers, REPLICATES, 2, Progress.SILENT)
                            .keeping(part)
                            .only(new Shard(shard, 4))
                            .run()
                            .replicates();
                    for (long number : part.numbers()) {
                        assertEquals(shard, number % 4);
                        all.keep(number, part.find(number).orElseThrow());
                    }
                }
            }
            assertEquals(0, left);
            assertArrayEquals(new long[] {0, 1, 2, 3, 4, 5}, all.numbers());
        }
        assertEquals(whole, told(run(REPLICATES, 1)));
        assertEquals(0, made.get());
    }

    @Test
    void a_shard_without_blocks_is_empty() {
        assertEquals(
                0,
                Simulation.of(numbers, 10, 2, Progress.SILENT)
                        .only(new Shard(3, 4))
                        .run()
                        .replicates());
    }

    /** A uniform number has sd 0.2887, so 3,333 suffice. The rule is asked in the order of the blocks, so the run ends with the same one for any number of threads. */
    @Test
    void a_rule_ends_the_run_at_the_same_block_for_any_number_of_threads() {
        for (int threads : new int[] {1, 2, 3, 8}) {
            Block sums = Simulation.of(numbers, 1_000_000, threads, Progress.SILENT)
                    .until(soFar -> soFar.column(0).standardError() < 0.005)
                    .run();
            assertEquals(14 * Simulation.BLOCK, sums.replicates(), threads + " threads");
        }
    }
}
