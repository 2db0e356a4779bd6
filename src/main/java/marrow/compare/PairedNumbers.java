package marrow.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import marrow.design.Study;
import marrow.design.StudyReplicates;
import marrow.design.TrueValues;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Moments;
import marrow.run.RefusedTruthException;
import marrow.scenario.Truth;

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

    /** Nothing where the two have too few blocks of the same trials, or it is not known what stands in them. */
    static PairedNumbers of(String truth, KeptRun before, KeptRun after, PairedBlocks pairs) {
        PairedNumbers numbers = new PairedNumbers();
        Optional<StudyReplicates> one = layout(truth, before);
        Optional<StudyReplicates> other = layout(truth, after);
        if (pairs.size() >= FEWEST && one.isPresent() && other.isPresent()) {
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

    private static Optional<StudyReplicates> layout(String truth, KeptRun run) {
        Optional<Truth> found = run.again().flatMap(again -> again.truth(truth));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            Study study = run.again().get().conduct().untilted(found.get());
            return Optional.of(StudyReplicates.of(study, found.get().role(), TrueValues.unknown()));
        } catch (RefusedTruthException refused) {
            return Optional.empty();
        }
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
