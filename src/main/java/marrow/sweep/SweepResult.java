package marrow.sweep;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marrow.design.metric.Precision;
import marrow.montecarlo.Block;
import marrow.scenario.Scenario;
import marrow.scenario.Sweep;

/** What a sweep found. */
public final class SweepResult {
    private final Scenario scenario;
    private final Sweep sweep;
    private final long wanted;
    private final Precision precision;
    private final Cells cells;
    private final List<Block> sums;
    private final int[] references;

    SweepResult(
            Scenario scenario,
            Sweep sweep,
            long wanted,
            Precision precision,
            Cells cells,
            List<Block> sums,
            int[] references) {
        this.scenario = scenario;
        this.sweep = sweep;
        this.wanted = wanted;
        this.precision = precision;
        this.cells = cells;
        this.sums = sums;
        this.references = references;
    }

    /** As it is read without the values of the sweep. */
    public Scenario scenario() {
        return scenario;
    }

    public Sweep sweep() {
        return sweep;
    }

    /** Trials of each cell that were asked for. */
    public long wanted() {
        return wanted;
    }

    /** How exact each point was to be. */
    public Precision precision() {
        return precision;
    }

    /** How many cells there are, those without trials counted. */
    public int size() {
        return sums.size();
    }

    /** Truth by truth, point by point; without cells that an interruption left without trials. Worked out as they are asked for. */
    public Stream<CellOutcome> outcomes() {
        Map<Integer, Map<Integer, String>> places = new HashMap<>(); // of the references, which many are compared with
        return IntStream.range(0, sums.size())
                .filter(i -> sums.get(i).replicates() > 0)
                .mapToObj(i -> new CellOutcome(
                        cells.get(i),
                        sums.get(i),
                        sums.get(references[i]),
                        places.computeIfAbsent(
                                references[i],
                                one -> cells.get(one).characteristics().places()),
                        references[i] == i));
    }

    /** How many trials there are by truth, at the point that has the fewest. */
    public Map<String, Long> done() {
        Map<String, Long> done = new LinkedHashMap<>();
        for (int i = 0; i < sums.size(); i++) {
            done.merge(cells.get(i).cell().truth(), sums.get(i).replicates(), Math::min);
        }
        return done;
    }

    /** All trials there are. */
    public long replicates() {
        return sums.stream().mapToLong(Block::replicates).sum();
    }
}
