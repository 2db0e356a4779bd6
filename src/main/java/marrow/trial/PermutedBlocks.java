package marrow.trial;

import java.util.List;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
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
        if (!(times >= 1 && times <= Plan.MOST_PATIENTS)) {
            throw new IllegalArgumentException(
                    "a block holds each arm once, or up to " + Plan.MOST_PATIENTS + " times, not " + times + " times");
        }
        strata = List.copyOf(strata);
    }

    @Override
    public Allocator allocator(double[] shares, CompiledJourney journey) {
        int[] places = new int[shares.length];
        long block = 0;
        for (int arm = 0; arm < places.length; arm++) {
            long held = (long) times * whole(shares[arm]);
            block += held;
            places[arm] = (int) held;
        }
        if (!(block <= Plan.MOST_PATIENTS)) {
            throw new IllegalArgumentException("a block of " + block + " is larger than any trial, of "
                    + Plan.MOST_PATIENTS + " patients at the most");
        }
        return new Blocks(places, Strata.of(strata, journey));
    }

    private static int whole(double share) {
        if (share != Math.rint(share) || share > 1000) {
            throw new IllegalArgumentException("in blocks the shares of arms are whole numbers, not " + share);
        }
        return (int) share;
    }

    private static final class Blocks implements Allocator {
        /** The places of a full block that belong to each arm or one before it. */
        private final int[] full;

        private final Strata strata;

        /** Per stratum: the places left in the block that belong to each arm or one before it. */
        private final int[][] upTo;

        /** @param places of a full block, by arm */
        Blocks(int[] places, Strata strata) {
            full = places.clone();
            for (int arm = 1; arm < full.length; arm++) {
                full[arm] += full[arm - 1];
            }
            this.strata = strata;
            upTo = new int[strata.cells()][full.length];
        }

        @Override
        public void begin() {
            for (int[] here : upTo) {
                here[here.length - 1] = 0;
            }
        }

        /**
         * No branch depends on the arm, which cannot be guessed, and what is left is stored for every arm, so that the next patient
         * need not wait to know which.
         */
        @Override
        public int next(int i, Patient patient, AddressedRandom random) {
            int[] here = upTo[strata.cell(patient)];
            int last = here.length - 1;
            if (here[last] == 0) {
                System.arraycopy(full, 0, here, 0, full.length);
            }
            int ticket = (int) (random.firstUniform(ALLOCATION, i) * here[last]);
            int arm = 0;
            for (int a = 0; a < last; a++) {
                arm += ticket >= here[a] ? 1 : 0;
            }
            for (int a = 0; a <= last; a++) {
                here[a] -= a >= arm ? 1 : 0;
            }
            return arm;
        }

        /** Of two arms what is left of the block stays in registers (T1 10.9 to 9.8 us a trial). */
        @Override
        public void allocateAll(int[] arm, AddressedRandom random) {
            if (full.length != 2) {
                Allocator.super.allocateAll(arm, random);
                return;
            }
            int first = 0;
            int all = 0;
            for (int i = 0; i < arm.length; i++) {
                if (all == 0) {
                    first = full[0];
                    all = full[1];
                }
                int second = (int) (random.firstUniform(ALLOCATION, i) * all) >= first ? 1 : 0;
                first -= 1 - second;
                all--;
                arm[i] = second;
            }
        }
    }
}
