package marrow.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import marrow.montecarlo.Block;
import marrow.montecarlo.Simulation;

/** Sums over the same trials in two runs, batch by batch, in their order. */
record PairedBlocks(List<Long> numbers, List<Block> before, List<Block> after) {
    /** Into so many smaller batches few blocks are divided. */
    private static final int SMALLER = 64;

    /** Too few trials for a deviation are in a smaller batch. */
    private static final int FEWEST_TRIALS = 8;

    PairedBlocks() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** The blocks that both have kept. */
    static PairedBlocks of(SortedMap<Long, Block> before, SortedMap<Long, Block> after) {
        PairedBlocks pairs = new PairedBlocks();
        before.forEach((number, block) -> {
            Block other = after.get(number);
            if (other != null && other.replicates() == block.replicates()) {
                pairs.add(number, block, other);
            }
        });
        return pairs;
    }

    /** The same trials made again, in smaller batches; no batch where one of the blocks does not come out as it was kept. */
    PairedBlocks smaller(String truth, KeptRun one, KeptRun other) {
        List<double[]> then = new ArrayList<>();
        List<double[]> now = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            Optional<MadeAgain> a = MadeAgain.of(one, truth, first(i), last(i));
            Optional<MadeAgain> b = MadeAgain.of(other, truth, first(i), last(i));
            if (!cameTo(a, before.get(i)) || !cameTo(b, after.get(i))) {
                return new PairedBlocks();
            }
            then.addAll(a.get().rows());
            now.addAll(b.get().rows());
        }
        PairedBlocks batches = new PairedBlocks();
        int size = Math.max(FEWEST_TRIALS, then.size() / SMALLER);
        for (int at = 0; at + size <= then.size(); at += size) {
            batches.add(batches.size(), Block.of(then.subList(at, at + size)), Block.of(now.subList(at, at + size)));
        }
        return batches;
    }

    private static boolean cameTo(Optional<MadeAgain> made, Block kept) {
        return made.isPresent() && made.get().cameTo(kept);
    }

    private void add(long number, Block then, Block now) {
        numbers.add(number);
        before.add(then);
        after.add(now);
    }

    int size() {
        return numbers.size();
    }

    /** The first trial of a block, and the last. */
    long first(int i) {
        return numbers.get(i) * Simulation.BLOCK;
    }

    long last(int i) {
        return first(i) + before.get(i).replicates() - 1;
    }
}
