package marrow.montecarlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import marrow.random.AddressedRandom;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int[] THREADS = {1, 2, 3, 8};
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    /** Three columns of numbers of all sizes, some of them missing; replicate r is a function of r alone. */
    private static Replicates numbers() {
        return replicates(3, random -> (number, row) -> {
            random.patient(number, 0);
            random.at(1, 0);
            row[0] = random.exponential() * 1e6;
            row[1] = random.uniform() < 0.1 ? Double.NaN : random.uniform();
            row[2] = number;
        });
    }

    private interface Making {
        Replicates.Worker with(AddressedRandom random);
    }

    private static Replicates replicates(int width, Making making) {
        return new Replicates() {
            @Override
            public int width() {
                return width;
            }

            @Override
            public Worker worker() {
                return making.with(AddressedRandom.of(20261121));
            }
        };
    }

    private static Replicates each(Replicates.Worker worker) {
        return replicates(1, random -> worker);
    }

    /** Whatever one of these throws ends the run. */
    private static Replicates ending(Replicates.Worker worker) {
        return new Replicates() {
            @Override
            public int width() {
                return 1;
            }

            @Override
            public Worker worker() {
                return worker;
            }

            @Override
            public boolean endsTheRun(RuntimeException thrown) {
                return true;
            }
        };
    }

    /** Every bit of every sum. */
    private static List<Long> bits(Block block) {
        List<Long> bits = new ArrayList<>();
        bits.add(block.replicates());
        for (int i = 0; i < 3; i++) {
            Moments column = block.column(i);
            bits.add(column.count());
            bits.add(column.missing());
            bits.add(Double.doubleToRawLongBits(column.mean()));
            bits.add(Double.doubleToRawLongBits(column.variance()));
            bits.add(Double.doubleToRawLongBits(column.standardErrorOfDeviation()));
        }
        return bits;
    }

    @Test
    void every_number_of_threads_gives_the_same_bits() {
        for (long count : new long[] {1, 255, 256, 257, 1000, 40_000}) {
            List<Long> alone =
                    bits(Simulation.of(numbers(), count, 1, Progress.SILENT).run());
            assertEquals(count, alone.get(0));
            for (int threads : THREADS) {
                for (int again = 0; again < 3; again++) {
                    assertEquals(
                            alone,
                            bits(Simulation.of(numbers(), count, threads, Progress.SILENT)
                                    .run()),
                            count + " replicates, " + threads + " threads");
                }
            }
        }
    }

    @Test
    void every_replicate_is_made_once() {
        for (int threads : THREADS) {
            Block sums =
                    Simulation.of(numbers(), 10_007, threads, Progress.SILENT).run();
            assertEquals(10_006 / 2.0, sums.column(2).mean(), 1e-9);
            assertEquals(10_007 * 10_008 / 12.0, sums.column(2).variance(), 1e-4);
            assertEquals(10_007, sums.column(1).count() + sums.column(1).missing());
        }
    }

    @Test
    void many_tiny_blocks_do_not_lock_each_other_out() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            for (int threads : THREADS) {
                for (int run = 0; run < 20; run++) {
                    long count = 200L * Simulation.BLOCK;
                    Block sums = Simulation.of(each((number, row) -> row[0] = 1), count, threads, Progress.SILENT)
                            .run();
                    assertEquals(count, sums.replicates());
                }
            }
        });
    }

    @Test
    void stop_leaves_a_whole_prefix() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            for (int threads : THREADS) {
                for (long at : new long[] {0, 256, 1700, 5000}) {
                    AtomicReference<Simulation> running = new AtomicReference<>();
                    Simulation simulation = Simulation.of(
                            each((number, row) -> {
                                row[0] = number;
                                if (number == at) {
                                    running.get().stop();
                                }
                            }),
                            1_000_000,
                            threads,
                            Progress.SILENT);
                    running.set(simulation);
                    Block sums = simulation.run();
                    long done = sums.replicates();
                    assertTrue(done > at && done < 100_000, "stopped at " + at + ", done " + done);
                    assertEquals(0, done % Simulation.BLOCK);
                    assertEquals((done - 1) / 2.0, sums.column(0).mean(), 1e-9 * done, "0 .. done - 1");
                    assertEquals(done * (done + 1.0) / 12, sums.column(0).variance(), 1e-9 * done * done);
                }
            }
        });
    }

    @Test
    void a_replicate_that_throws_is_counted_and_the_others_go_on() {
        for (int threads : THREADS) {
            Replicates failing = each((number, row) -> {
                row[0] = number;
                if (number >= 5000 && number % 300 == 0) {
                    throw new IllegalStateException(number == 5100 ? null : "it is " + number);
                }
            });
            Block sums =
                    Simulation.of(failing, 10_000, threads, Progress.SILENT).run();
            assertEquals(10_000, sums.replicates());
            assertEquals(17, sums.failed());
            assertEquals(
                    List.of(
                            new Failure(5100, "IllegalStateException"),
                            new Failure(5400, "IllegalStateException: it is 5400"),
                            new Failure(5700, "IllegalStateException: it is 5700"),
                            new Failure(6000, "IllegalStateException: it is 6000"),
                            new Failure(6300, "IllegalStateException: it is 6300")),
                    sums.firstFailures());
            assertEquals(9983, sums.column(0).count());
            assertEquals(17, sums.column(0).missing());
            double failedSum = 17 * (5100 + 9900) / 2.0;
            assertEquals(
                    (9_999 * 10_000 / 2.0 - failedSum) / 9983, sums.column(0).mean(), 1e-9);
        }
    }

    @Test
    void what_a_failure_left_in_a_worker_reaches_no_other_replicate() {
        for (int threads : THREADS) {
            Replicates stained = replicates(1, random -> new Replicates.Worker() {
                private boolean stain;

                @Override
                public void replicate(long number, double[] row) {
                    assertTrue(!stain, "a worker that has failed");
                    stain = number % 7 == 0;
                    if (stain) {
                        throw new ArithmeticException();
                    }
                    row[0] = 1;
                }
            });
            Block sums = Simulation.of(stained, 700, threads, Progress.SILENT).run();
            assertEquals(100, sums.failed());
            assertEquals(600, sums.column(0).count());
        }
    }

    @Test
    void every_replicate_may_fail() {
        Replicates hopeless = each((number, row) -> {
            throw new ArithmeticException("no");
        });
        Block sums = Simulation.of(hopeless, 1000, 2, Progress.SILENT).run();
        assertEquals(1000, sums.failed());
        assertEquals(0.0, Estimate.share(sums.column(0)).value());
        assertTrue(Double.isNaN(Estimate.mean(sums.column(0)).value()));
    }

    @Test
    void one_replicate_alone_is_as_among_the_others_and_throws_what_it_throws() {
        assertEquals(700, Simulation.one(numbers(), 700).column(2).mean());
        Replicates failing = each((number, row) -> {
            throw new ArithmeticException("it is " + number);
        });
        assertEquals(
                "it is 17",
                assertThrows(ArithmeticException.class, () -> Simulation.one(failing, 17))
                        .getMessage());
    }

    /** An exception that tells of all replicates, as these say themselves, ends the run; the first block's is thrown. */
    @Test
    void what_ends_the_run_is_that_of_the_first_replicate_to_throw_it() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            for (int threads : THREADS) {
                for (int again = 0; again < 20; again++) {
                    Replicates failing = ending((number, row) -> {
                        if (number >= 5000 && number % 300 == 0) {
                            throw new IllegalStateException("replicate " + number);
                        }
                    });
                    Simulation simulation = Simulation.of(failing, 10_000_000, threads, Progress.SILENT);
                    assertEquals(
                            "replicate 5100",
                            assertThrows(IllegalStateException.class, simulation::run)
                                    .getMessage());
                }
            }
        });
    }

    @Test
    void errors_and_undeclared_exceptions_end_it_too() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            for (int threads : THREADS) {
                StackOverflowError error = new StackOverflowError();
                Replicates overflowing = each((number, row) -> {
                    throw error;
                });
                assertSame(
                        error,
                        assertThrows(
                                StackOverflowError.class,
                                Simulation.of(overflowing, 100_000, threads, Progress.SILENT)::run));
                Exception undeclared = new Exception("undeclared");
                Replicates sneaking = each((number, row) -> SimulationTest.<RuntimeException>sneak(undeclared));
                assertSame(
                        undeclared,
                        assertThrows(
                                        IllegalStateException.class,
                                        Simulation.of(sneaking, 100_000, threads, Progress.SILENT)::run)
                                .getCause());
                Replicates unborn = replicates(1, random -> {
                    throw new IllegalArgumentException("no worker");
                });
                assertThrows(
                        IllegalArgumentException.class, Simulation.of(unborn, 100_000, threads, Progress.SILENT)::run);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /** While replicate 0 hangs, the others may run only so far ahead: so much waits in memory, and no more. */
    @Test
    void no_thread_runs_further_ahead_than_a_few_blocks() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            for (int threads : new int[] {2, 3, 8}) {
                CountDownLatch held = new CountDownLatch(1);
                AtomicLong begun = new AtomicLong();
                Replicates held0 = each((number, row) -> {
                    if (number == 0) {
                        await(held);
                    }
                    begun.incrementAndGet();
                });
                Simulation simulation = Simulation.of(held0, 1_000_000, threads, Progress.SILENT);
                AtomicReference<Block> result = new AtomicReference<>();
                Thread run = new Thread(() -> result.set(simulation.run()));
                run.start();
                long allowed = 17L * threads * Simulation.BLOCK;
                long seen = -1;
                while (begun.get() != seen || seen < Simulation.BLOCK) { // until nothing moves for a while
                    seen = begun.get();
                    Thread.sleep(100);
                }
                assertTrue(seen <= allowed, seen + " replicates, allowed " + allowed);
                held.countDown();
                run.join();
                assertNotNull(result.get());
                assertEquals(1_000_000, result.get().replicates());
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(50, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void progress_rises_to_the_end() {
        for (int threads : THREADS) {
            List<Long> heard = new ArrayList<>();
            Simulation.of(numbers(), 10_000, threads, (done, of) -> {
                        assertEquals(10_000, of);
                        heard.add(done);
                    })
                    .run();
            assertEquals(40, heard.size(), "once a block");
            for (int i = 1; i < heard.size(); i++) {
                assertTrue(heard.get(i) >= heard.get(i - 1));
            }
            assertEquals(10_000, heard.get(39));
        }
    }

    @Test
    void a_short_run_makes_no_more_workers_than_it_has_blocks() {
        AtomicLong workers = new AtomicLong();
        Replicates counted = replicates(1, random -> {
            workers.incrementAndGet();
            return (number, row) -> row[0] = 0;
        });
        Simulation.of(counted, 300, 64, Progress.SILENT).run();
        assertTrue(workers.get() <= 2, workers + " workers");
    }

    @Test
    void an_interrupted_caller_gets_a_whole_prefix_and_stays_interrupted() {
        assertTimeoutPreemptively(LONG_ENOUGH, () -> {
            for (int threads : THREADS) {
                Thread caller = Thread.currentThread();
                Replicates interrupting = each((number, row) -> {
                    row[0] = number;
                    if (number == 3000) {
                        caller.interrupt();
                    }
                });
                Block sums = Simulation.of(interrupting, 1_000_000_000, threads, Progress.SILENT)
                        .run();
                assertTrue(Thread.interrupted());
                assertTrue(sums.replicates() > 3000);
                assertEquals((sums.replicates() - 1) / 2.0, sums.column(0).mean(), 1e-9 * sums.replicates());
            }
        });
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> Simulation.of(numbers(), 0, 1, Progress.SILENT));
        assertThrows(IllegalArgumentException.class, () -> Simulation.of(numbers(), 1, 0, Progress.SILENT));
    }
}
