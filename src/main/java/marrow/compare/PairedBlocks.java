package marrow.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import marrow.montecarlo.Block;

/** The blocks that two runs both have of the same trials, in their order. */
record PairedBlocks(List<Long> numbers, List<Block> before, List<Block> after) {
    static PairedBlocks of(SortedMap<Long, Block> before, SortedMap<Long, Block> after) {
        PairedBlocks pairs = new PairedBlocks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        before.forEach((number, block) -> {
            Block other = after.get(number);
            if (other != null && other.replicates() == block.replicates()) {
                pairs.numbers.add(number);
                pairs.before.add(block);
                pairs.after.add(other);
            }
        });
        return pairs;
    }

    int size() {
        return numbers.size();
    }
}
