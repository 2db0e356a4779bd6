package marrow.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;

/**
 * What a run left behind.
 *
 * @param name    by which it is told from the other
 * @param scenario the words that bring another command to its scenario
 * @param seed    of its random numbers
 * @param numbers its results, in their order
 * @param counts  how many trials the results are of, by truth
 * @param trials  the sums over its trials in blocks, by truth; none where they were not kept
 * @param again   what its trials can be made with again; empty where its scenario cannot be read any more
 */
public record KeptRun(
        String name,
        String scenario,
        long seed,
        Map<Place, Estimate> numbers,
        Map<String, Long> counts,
        Map<String, SortedMap<Long, Block>> trials,
        Optional<Again> again) {
    public KeptRun {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        counts = Map.copyOf(counts);
        trials = Collections.unmodifiableMap(new LinkedHashMap<>(trials));
    }

    SortedMap<Long, Block> trials(String truth) {
        return trials.getOrDefault(truth, Collections.emptySortedMap());
    }
}
