package marrow.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import marrow.montecarlo.ReferenceRows.Rows;

/**
 * Many things repeated side by side. Replicate r of each has the random numbers of replicate r of the others, so each is compared with a
 * reference replicate by replicate: a column of differences stands behind the columns of its own numbers, and its error is that of the
 * pairs. A replicate that fails on either side is one whose numbers are missing: its difference is too, but where a missing number counts as 0.
 *
 * <p>All blocks of all things are one queue, span by span: in each span of {@value #SPAN} blocks first the reference, whose rows are held for the
 * span, then those that are compared with it. So memory holds the rows of a span, and of each thing its sums alone. Sums are made in the order of the
 * queue, whatever the number of threads. A thing that has come far enough leaves the queue; a reference stays, span by span, as long
 * as one of those compared with it does.
 */
public final class SideBySide {
    /** Blocks a span: long enough that making a worker anew for each does not count, short enough to hold a reference's rows. */
    private static final int SPAN = 16;

    private final Things things;
    private final long count;
    private final int threads;
    private final Progress progress;
    private final Columns columns;
    private final long blocks;
    private final int span;
    private final List<Block> totals = new ArrayList<>();
    private final AtomicIntegerArray over;
    private final ReferenceRows met = new ReferenceRows();
    private KeptBlocks kept = KeptBlocks.NONE;
    private InOrder<Optional<Block>> queue;
    private long taken;
    private long replicates;
    private int left;

    /** What is repeated: 0 .. count() - 1, each reference before those that are compared with it, which follow it. */
    public interface Things {
        int count();

        /** The columns of a row of any of them. */
        Columns columns();

        /** With which one it is compared; a reference with itself. */
        int referenceOf(int thing);

        /** Called from several threads, for each thing as often as a thread begins a span with it. */
        Replicates replicates(int thing);

        /** Whether the sums over the first replicates suffice. */
        boolean suffices(int thing, Block soFar);

        /** Under which number a block of it is kept. */
        long keptAs(int thing, long block);
    }

    private SideBySide(Things things, long count, int threads, Progress progress) {
        this.things = things;
        this.count = count;
        this.threads = threads;
        this.progress = progress;
        columns = things.columns().withDifferences();
        blocks = (count + Simulation.BLOCK - 1) / Simulation.BLOCK;
        span = (int) Math.min(SPAN, blocks);
        left = things.count();
        over = new AtomicIntegerArray(things.count());
        for (int i = 0; i < things.count(); i++) {
            totals.add(new Block(columns));
        }
    }

    /** Replicates 0 .. count - 1 of each, at the most. */
    public static SideBySide of(Things things, long count, int threads, Progress progress) {
        if (count < 1 || threads < 1 || things.count() < 1) {
            throw new IllegalArgumentException("at least one replicate, thing and thread are needed, not " + count
                    + ", " + things.count() + " and " + threads);
        }
        return new SideBySide(things, count, threads, progress);
    }

    /** Takes blocks from here that were made before, and keeps those that are made. */
    public SideBySide keeping(KeptBlocks blocksMadeBefore) {
        kept = blocksMadeBefore;
        return this;
    }

    /**
     * Runs to the end, or until the caller's thread is interrupted, and gives the sums of each thing, of its first replicates; after an
     * interruption some may have none. What ends the run is thrown here; of several such, that of the first block in the queue.
     */
    public List<Block> run() {
        long spans = (blocks + span - 1) / span;
        queue = InOrder.of(spans * things.count() * span, threads, Maker::new, this::take);
        queue.run();
        return List.copyOf(totals);
    }

    private int thing(long part) {
        return (int) (part / span % things.count());
    }

    private long block(long part) {
        return part / span / things.count() * span + part % span;
    }

    /** The place in the queue of the reference's block that the block in this place meets. */
    private long referencePart(long part, int thing) {
        return part - (long) (thing - things.referenceOf(thing)) * span;
    }

    private int replicatesOf(long block) {
        return (int) (Math.min(count, (block + 1) * Simulation.BLOCK) - block * Simulation.BLOCK);
    }

    /** One call at a time, in the order of the queue. */
    private void take(Optional<Block> made) {
        long part = taken++;
        int thing = thing(part);
        if (part % span == 0 && things.referenceOf(thing) == thing) {
            met.forgetBefore(part);
            endReference(thing);
        }
        if (made.isEmpty() || over.get(thing) == 1) {
            return;
        }
        Block total = totals.get(thing);
        total.join(made.get());
        replicates += made.get().replicates();
        progress.reached(replicates, count * things.count());
        if (things.suffices(thing, total) && (things.referenceOf(thing) != thing || nobodyMeets(thing))) {
            end(thing);
        }
    }

    /** Before a span begins: whether the reference has come far enough, and is met by nobody. */
    private void endReference(int thing) {
        Block total = totals.get(thing);
        if (over.get(thing) == 0 && total.replicates() > 0 && nobodyMeets(thing) && things.suffices(thing, total)) {
            end(thing);
        }
    }

    private boolean nobodyMeets(int reference) {
        for (int i = reference + 1; i < things.count() && things.referenceOf(i) == reference; i++) {
            if (over.get(i) == 0) {
                return false;
            }
        }
        return true;
    }

    private void end(int thing) {
        over.set(thing, 1);
        if (--left == 0) {
            queue.stop();
        }
    }

    /** Makes blocks in one thread. */
    private final class Maker implements InOrder.Maker<Optional<Block>> {
        private final int width = columns.own();
        private final double[] row = new double[width];
        private final double[] pair = new double[2 * width];
        private final Sheet sheet = Sheet.of(columns);
        private int thing = -1;
        private int reference = -1;
        private Repeater repeater;
        private Repeater referenceRepeater;
        private boolean[] zero;

        @Override
        public Optional<Block> make(long part) {
            int mine = thing(part);
            long block = block(part);
            if (block >= blocks || over.get(mine) == 1) {
                return Optional.empty();
            }
            long number = things.keptAs(mine, block);
            Optional<Block> before = kept.find(number);
            if (before.isPresent() && before.get().replicates() == replicatesOf(block)) {
                return before;
            }
            Rows met = referenceRows(part, mine, block);
            Block made = things.referenceOf(mine) == mine ? met.sums() : compared(mine, block, met.numbers());
            kept.keep(number, made);
            return Optional.of(made);
        }

        private Rows referenceRows(long part, int mine, long block) {
            int of = things.referenceOf(mine);
            return met.of(referencePart(part, mine), () -> {
                if (reference != of) {
                    referenceRepeater = new Repeater(replicates(of));
                    reference = of;
                }
                return rows(block);
            });
        }

        private Rows rows(long block) {
            int n = replicatesOf(block);
            double[] numbers = new double[n * width];
            Block sums = new Block(columns);
            for (int i = 0; i < n; i++) {
                referenceRepeater.repeat(block * Simulation.BLOCK + i, row).ifPresent(sums::fail);
                addBeside(row, 0);
                System.arraycopy(row, 0, numbers, i * width, width);
            }
            sums.addAll(sheet);
            return new Rows(numbers, sums);
        }

        private Block compared(int mine, long block, double[] with) {
            if (thing != mine) {
                repeater = new Repeater(replicates(mine));
                thing = mine;
            }
            Block sums = new Block(columns);
            for (int i = 0; i < replicatesOf(block); i++) {
                repeater.repeat(block * Simulation.BLOCK + i, row).ifPresent(sums::fail);
                addBeside(with, i * width);
            }
            sums.addAll(sheet);
            return sums;
        }

        /** The row beside that of the reference, which begins there in {@code other}. */
        private void addBeside(double[] other, int at) {
            for (int k = 0; k < width; k++) {
                pair[k] = row[k];
                pair[width + k] = present(row[k], k) - present(other[at + k], k);
            }
            sheet.add(pair);
        }

        private double present(double x, int column) {
            return zero[column] && Double.isNaN(x) ? 0 : x;
        }

        private Replicates replicates(int of) {
            Replicates found = things.replicates(of);
            if (found.width() != width) {
                throw new IllegalStateException("rows of " + found.width() + " numbers do not meet rows of " + width);
            }
            zero = new boolean[width];
            for (int k = 0; k < width; k++) {
                zero[k] = found.missingIsZero(k);
            }
            return found;
        }
    }
}
