package marrow.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import marrow.design.metric.StudyReplicates;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Moments;

/**
 * Numbers of two runs in batches of trials that both have: whatever a number is, a mean, a share or a deviation, it is found in each batch of the one and of
 * the other, and their difference has as many values as there are batches. The trials of a pair share seed and patients, so what both have in common is gone
 * from it.
 */
final class PairedNumbers {
    /** Fewer differences say too little of their own spread. */
    static final int FEWEST = 8;

    private final Map<Place, Moments> differences = new HashMap<>();

    private PairedNumbers() {}

    /**
     * Nothing where the two have too few of the same trials, or it is not known what stands in their blocks. Few blocks are divided: their trials are made
     * again.
     */
    static PairedNumbers of(String truth, KeptRun before, KeptRun after) {
        PairedNumbers numbers = new PairedNumbers();
        Optional<StudyReplicates> one = before.again().flatMap(again -> again.layout(truth));
        Optional<StudyReplicates> other = after.again().flatMap(again -> again.layout(truth));
        if (one.isPresent() && other.isPresent()) {
            PairedBlocks blocks = PairedBlocks.of(before.trials(truth), after.trials(truth));
            PairedBlocks pairs = blocks.size() >= FEWEST ? blocks : blocks.smaller(truth, before, after);
            for (int i = 0; i < pairs.size(); i++) {
                numbers.add(
                        truth,
                        one.get(),
                        pairs.before().get(i),
                        other.get(),
                        pairs.after().get(i));
            }
        }
        return numbers;
    }

    private void add(String truth, StudyReplicates one, Block before, StudyReplicates other, Block after) {
        if (before.width() != one.width() || after.width() != other.width()) {
            return; // kept by another version, which read other numbers off a trial
        }
        Map<Place, Estimate> then = Place.in(truth, one.results(before));
        Place.in(truth, other.results(after)).forEach((place, now) -> {
            if (then.containsKey(place)) {
                differences
                        .computeIfAbsent(place, key -> new Moments())
                        .add(now.value() - then.get(place).value());
            }
        });
    }

    /** The difference of a number; empty where there are too few. */
    Optional<Difference> of(Place place) {
        return Optional.ofNullable(differences.get(place))
                .filter(moments -> moments.count() >= FEWEST)
                .map(Difference::of);
    }
}
