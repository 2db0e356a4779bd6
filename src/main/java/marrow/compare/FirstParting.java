package marrow.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import marrow.compare.Parting.NotMadeAgain;
import marrow.montecarlo.Block;
import marrow.montecarlo.Rounding;

/**
 * Finds where two runs of the same trials part: the first block of trials whose sums differ, in it, both made again, the first trial, in that the first
 * patient, and in the two lives of that patient the first event.
 *
 * <p>A block that is made again and does not come to the sums that were kept was made by another version of Marrow, whose lives this one
 * does not know. Then the block is all that can be named.
 */
final class FirstParting {
    private final KeptRun before;
    private final KeptRun after;

    private FirstParting(KeptRun before, KeptRun after) {
        this.before = before;
        this.after = after;
    }

    static Optional<Parting> of(KeptRun before, KeptRun after) {
        FirstParting search = new FirstParting(before, after);
        return before.trials().keySet().stream()
                .filter(after.trials()::containsKey)
                .flatMap(truth -> search.under(truth).stream())
                .findFirst();
    }

    private Optional<Parting> under(String truth) {
        PairedBlocks pairs = PairedBlocks.of(before.trials(truth), after.trials(truth));
        return IntStream.range(0, pairs.size())
                .filter(i -> !Rounding.same(pairs.before().get(i), pairs.after().get(i)))
                .mapToObj(i -> in(truth, pairs, i))
                .findFirst();
    }

    private Parting in(String truth, PairedBlocks pairs, int i) {
        long first = pairs.first(i);
        long last = pairs.last(i);
        Block then = pairs.before().get(i);
        Block now = pairs.after().get(i);
        Optional<MadeAgain> one = MadeAgain.of(before, truth, first, last);
        Optional<MadeAgain> other = MadeAgain.of(after, truth, first, last);
        Optional<Parting> parted =
                one.isPresent() && other.isPresent() ? one.get().parted(truth, other.get()) : Optional.empty();
        List<String> unknown = new ArrayList<>();
        if (one.filter(made -> made.cameTo(then)).isEmpty()) {
            unknown.add(before.name());
        }
        if (other.filter(made -> made.cameTo(now)).isEmpty()) {
            unknown.add(after.name());
        }
        return unknown.isEmpty() && parted.isPresent()
                ? parted.get()
                : new Parting(
                        truth, first, last, new NotMadeAgain(unknown, differing(truth, one, then, other, now), parted));
    }

    /** The numbers of a block that are not the same, where it is known what stands in it. */
    private static List<Place> differing(
            String truth, Optional<MadeAgain> one, Block then, Optional<MadeAgain> other, Block now) {
        if (one.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        return MadeAgain.differing(one.get().numbers(truth, then), other.get().numbers(truth, now));
    }
}
