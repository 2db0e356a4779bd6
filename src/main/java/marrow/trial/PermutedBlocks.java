package marrow.trial;

import java.util.Arrays;
import java.util.List;
import marrow.journey.CompiledJourney;
import marrow.journey.Patient;
import marrow.random.AddressedRandom;

/**
 * Randomisation in blocks, in each stratum of its own: every block holds each arm as often as its share says, in an order of
 * which all are equally likely. The order is drawn patient by patient, without replacement.
 *
 * @param times  a block is so many times the smallest whole-numbered one: 2 for blocks of four with shares 1 and 1
 * @param strata tracks; none for one list for the trial
 */
public record PermutedBlocks(int times, List<String> strata) implements Allocation {
    public PermutedBlocks {
        if (times < 1) {
            throw new IllegalArgumentException("a block holds each arm at least once, not " + times + " times");
        }
        strata = List.copyOf(strata);
    }

    @Override
    public Allocator allocator(double[] shares, CompiledJourney journey) {
        int[] full = new int[shares.length];
        for (int arm = 0; arm < full.length; arm++) {
            full[arm] = times * whole(shares[arm]);
        }
        return new Blocks(full, Strata.of(strata, journey));
    }

    private static int whole(double share) {
        if (share != Math.rint(share) || share > 1000) {
            throw new IllegalArgumentException("in blocks the shares of arms are whole numbers, not " + share);
        }
        return (int) share;
    }

    private static final class Blocks implements Allocator {
        private final int[] full;
        private final int size;
        private final Strata strata;

        /** Per stratum: what is left of the block, by arm. */
        private final int[][] left;

        private final int[] leftInAll;

        Blocks(int[] full, Strata strata) {
            this.full = full;
            size = Arrays.stream(full).sum();
            this.strata = strata;
            left = new int[strata.cells()][full.length];
            leftInAll = new int[left.length];
        }

        @Override
        public void begin() {
            Arrays.fill(leftInAll, 0);
        }

        @Override
        public int next(Patient patient, AddressedRandom random) {
            int cell = strata.cell(patient);
            int[] here = left[cell];
            if (leftInAll[cell] == 0) {
                System.arraycopy(full, 0, here, 0, full.length);
                leftInAll[cell] = size;
            }
            int ticket = (int) (random.uniform() * leftInAll[cell]);
            int arm = 0;
            int upTo = 0;
            for (int a = 0;
                    a < here.length - 1;
                    a++) { // counts the arms passed: a loop till found is guessed wrong half the time
                upTo += here[a];
                arm += ticket >= upTo ? 1 : 0;
            }
            for (int a = 0; a < here.length; a++) { // all, so that the next patient need not wait to know which
                here[a] -= a == arm ? 1 : 0;
            }
            leftInAll[cell]--;
            return arm;
        }
    }
}
