package marrow.montecarlo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.random.AddressedRandom;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final int[] THREADS = {1, 2, 3, 8};
    private static final int WIDTH = 2;

    /** The second column is tallied. */
    private static final Columns COLUMNS = new Columns(WIDTH, 1);

    private static final Columns KEPT = COLUMNS.withDifferences();

    /** Thing k: u^(1 + k/10) of one uniform number a replicate that all share, and 1 where it exceeds a half, sometimes missing. */
    private static class Powers implements SideBySide.Things {
        private final int count;
        private final int groups;

        Powers(int count, int groups) {
            this.count = count;
            this.groups = groups;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public Columns columns() {
            return COLUMNS;
        }

        @Override
        public int referenceOf(int thing) {
            int group = count / groups;
            return thing / group * group;
        }

        @Override
        public Replicates replicates(int thing) {
            return new Replicates() {
                @Override
                public int width() {
                    return WIDTH;
                }

                @Override
                public Columns columns() {
                    return COLUMNS;
                }

                @Override
                public boolean missingIsZero(int column) {
                    return column == 1;
                }

                @Override
                public Worker worker() {
                    return workerOf(thing);
                }
            };
        }

        Replicates.Worker workerOf(int thing) {
            AddressedRandom random = AddressedRandom.of(7);
            return (number, row) -> {
                random.patient(number, 0);
                random.at(1, 0);
                double u = random.uniform();
                row[0] = StrictMath.pow(u, 1 + thing / 10.0);
                row[1] = u < 0.05 * thing ? Double.NaN : row[0] > 0.5 ? 1 : 0;
            };
        }

        @Override
        public boolean suffices(int thing, Block soFar) {
            return false;
        }

        @Override
        public long keptAs(int thing, long block) {
            return ((long) thing << 32) + block;
        }
    }

    /** Thing k is known well enough after k + 1 blocks; a reference, thing 0, after one. */
    private static SideBySide.Things stopping(int count, int blocksEach) {
        return new Powers(count, 1) {
            @Override
            public boolean suffices(int thing, Block soFar) {
                return soFar.replicates() >= (long) (thing * blocksEach + 1) * Simulation.BLOCK;
            }
        };
    }

    private static List<Block> run(SideBySide.Things things, long count, int threads) {
        return SideBySide.of(things, count, threads, Progress.SILENT).run();
    }

    /** All that is known of the sums; a tally of more than a block has no bytes. */
    private static byte[] bytes(List<Block> blocks) {
        ByteBuffer all = ByteBuffer.allocate(blocks.size() * (2 * Long.BYTES + KEPT.count() * Moments.BYTES));
        for (Block block : blocks) {
            all.putLong(block.replicates())
                    .putDouble(block.tally(1).quantile(0.9).value());
            for (int k = 0; k < KEPT.count(); k++) {
                block.column(k).write(all);
            }
        }
        return all.array();
    }

    private static final class InMemory implements KeptBlocks {
        private final Map<Long, byte[]> kept = new HashMap<>();
        private int made;

        @Override
        public synchronized Optional<Block> find(long number) {
            return Optional.ofNullable(kept.get(number)).map(bytes -> Block.read(ByteBuffer.wrap(bytes), KEPT));
        }

        @Override
        public synchronized void keep(long number, Block block) {
            ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + KEPT.bytes());
            block.write(bytes);
            kept.put(number, bytes.array());
            made++;
        }
    }

    @Test
    void each_has_the_sums_that_it_has_alone() {
        Powers things = new Powers(6, 2);
        List<Block> together = run(things, 10_000, 2);
        for (int i = 0; i < 6; i++) {
            Block alone = Simulation.of(things.replicates(i), 10_000, 1, Progress.SILENT)
                    .run();
            for (int k = 0; k < WIDTH; k++) {
                assertEquals(alone.column(k).mean(), together.get(i).column(k).mean());
                assertEquals(
                        alone.column(k).variance(), together.get(i).column(k).variance());
                assertEquals(
                        alone.column(k).missing(), together.get(i).column(k).missing());
            }
        }
    }

    @Test
    void differences_are_of_the_same_replicate_and_a_missing_answer_can_count_as_zero() {
        Powers things = new Powers(4, 1);
        List<Block> blocks = run(things, 3000, 2);
        Replicates.Worker reference = things.replicates(0).worker();
        Replicates.Worker third = things.replicates(3).worker();
        Moments powers = new Moments();
        Moments shares = new Moments();
        double[] here = new double[WIDTH];
        double[] there = new double[WIDTH];
        for (int r = 0; r < 3000; r++) {
            reference.replicate(r, there);
            third.replicate(r, here);
            powers.add(here[0] - there[0]);
            shares.add((Double.isNaN(here[1]) ? 0 : here[1]) - there[1]);
        }
        assertEquals(powers.mean(), blocks.get(3).column(2).mean(), 1e-15);
        assertEquals(powers.variance(), blocks.get(3).column(2).variance(), 1e-15);
        assertEquals(shares.mean(), blocks.get(3).column(3).mean(), 1e-15);
        assertEquals(3000, blocks.get(3).column(3).count(), "missing ones counted");
        assertEquals(0, blocks.get(0).column(2).mean());
    }

    @Test
    void the_same_bytes_on_any_number_of_threads_and_from_kept_blocks() {
        Powers things = new Powers(6, 2);
        byte[] one = bytes(run(things, 9_999, 1));
        for (int threads : THREADS) {
            assertArrayEquals(one, bytes(run(things, 9_999, threads)));
            InMemory kept = new InMemory();
            assertArrayEquals(
                    one,
                    bytes(SideBySide.of(things, 9_999, threads, Progress.SILENT)
                            .keeping(kept)
                            .run()));
            assertEquals(6 * 40, kept.made);
            kept.kept.keySet().removeIf(number -> number % 3 == 1); // references and others
            assertArrayEquals(
                    one,
                    bytes(SideBySide.of(things, 9_999, threads, Progress.SILENT)
                            .keeping(kept)
                            .run()));
        }
    }

    @Test
    void each_stops_when_it_is_known_and_the_reference_goes_on_for_the_others() {
        List<Block> first = run(stopping(5, 10), 100_000, 1);
        for (int i = 1; i < 5; i++) {
            assertEquals((i * 10 + 1) * 256L, first.get(i).replicates());
            assertEquals(first.get(i).replicates(), first.get(i).column(2).count());
        }
        assertEquals(48 * 256L, first.get(0).replicates(), "whole spans of 16 blocks, as far as the last needs them");
        for (int threads : THREADS) {
            assertArrayEquals(bytes(first), bytes(run(stopping(5, 10), 100_000, threads)));
        }
        List<Block> alone = run(stopping(1, 10), 100_000, 2);
        assertEquals(256, alone.get(0).replicates());
        List<Block> most = run(stopping(5, 10), 5000, 2);
        assertEquals(5000, most.get(4).replicates());
    }

    @Test
    void failed_replicates_are_counted_and_their_differences_are_missing() {
        SideBySide.Things things = new Powers(2, 1) {
            @Override
            public Replicates replicates(int thing) {
                Replicates good = super.replicates(thing);
                return new Replicates() {
                    @Override
                    public int width() {
                        return WIDTH;
                    }

                    @Override
                    public Worker worker() {
                        Worker worker = good.worker();
                        return (number, row) -> {
                            worker.replicate(number, row);
                            if (number % 100 == 7 + thing) {
                                throw new ArithmeticException("no answer");
                            }
                        };
                    }
                };
            }
        };
        List<Block> blocks = run(things, 1000, 2);
        assertEquals(10, blocks.get(0).failed());
        assertEquals(10, blocks.get(1).failed());
        assertEquals(1000, blocks.get(1).replicates());
        assertEquals(980, blocks.get(1).column(2).count(), "where neither failed");
        assertEquals(8, blocks.get(1).firstFailures().get(0).replicate());
    }

    @Test
    void what_does_not_meet_is_refused() {
        List<SideBySide.Things> things = new ArrayList<>();
        things.add(new Powers(2, 1) {
            @Override
            public Columns columns() {
                return Columns.of(3);
            }
        });
        assertThrows(IllegalStateException.class, () -> run(things.get(0), 1000, 2));
        assertThrows(IllegalArgumentException.class, () -> run(new Powers(0, 1), 1000, 2));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> run(new Powers(1, 1), 0, 2))
                .getMessage()
                .contains("not 0, 1 and 2"));
    }

    /** Two things of which every replicate has u = 3/4 and a 1, but that replicate 0 of one of them fails. */
    private static List<Block> failing(int which) {
        SideBySide.Things things = new Powers(2, 1) {
            @Override
            Replicates.Worker workerOf(int thing) {
                return (number, row) -> {
                    if (number == 0 && thing == which) {
                        throw new IllegalStateException("no answer");
                    }
                    row[0] = 0.75;
                    row[1] = 1;
                };
            }
        };
        return run(things, 4, 1);
    }

    /** The difference of two shares is that of the pairs, whichever side a replicate fails on; a mean is of the pairs that are whole. */
    @Test
    void a_failure_counts_alike_on_either_side_of_a_pair() {
        for (int which = 0; which < 2; which++) {
            List<Block> sums = failing(which);
            double one = Estimate.share(sums.get(0).column(1)).value();
            double other = Estimate.share(sums.get(1).column(1)).value();
            assertEquals(which == 0 ? 0.25 : -0.25, other - one);
            assertEquals(other - one, sums.get(1).column(WIDTH + 1).mean());
            assertEquals(4, sums.get(1).column(WIDTH + 1).count());
            assertEquals(3, sums.get(1).column(WIDTH).count());
            assertEquals(1, sums.get(which).failed());
            assertEquals(1, sums.get(which).column(1).missing());
            assertEquals(4, sums.get(which).replicates());
        }
    }
}
