package marrow.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import marrow.design.metric.Precision;
import marrow.montecarlo.Block;
import marrow.montecarlo.Columns;
import marrow.montecarlo.KeptBlocks;
import marrow.montecarlo.Progress;
import marrow.montecarlo.Replicates;
import marrow.montecarlo.Shard;
import marrow.montecarlo.SideBySide;
import marrow.run.Conduct;
import marrow.scenario.Axis;
import marrow.scenario.Scenario;
import marrow.scenario.Sweep;
import marrow.scenario.trial.Truth;

/** How a sweep is carried out: a survey of its cells, then the trials of all of them, side by side. */
public final class SweepConduct {
    private final Scenario scenario;
    private final Sweep sweep;
    private final CellReader reader;
    private final List<Cell> cells;
    private final int threads;
    private final Conduct.Watcher watcher;

    private SweepConduct(
            Scenario scenario, Sweep sweep, CellReader reader, List<Cell> cells, int threads, Conduct.Watcher watcher) {
        this.scenario = scenario;
        this.sweep = sweep;
        this.reader = reader;
        this.cells = cells;
        this.threads = threads;
        this.watcher = watcher;
    }

    /**
     * @param scenario as it is read without the values of the sweep
     * @param truths   under which each point is asked, unless the sweep says it itself
     * @param shard    a part of the points, every {@code of}-th, beside the reference
     */
    public static SweepConduct of(
            Scenario scenario,
            Sweep sweep,
            CellReader reader,
            List<Truth> truths,
            Shard shard,
            int threads,
            Conduct.Watcher watcher) {
        List<String> all = scenario.trial().orElseThrow().truths().stream()
                .map(Truth::name)
                .toList();
        List<Cell> cells = new ArrayList<>();
        if (sweep.variesTruth()) {
            for (int point = 0; point < sweep.size(); point++) {
                cells.add(Cell.of(sweep, point, sweep.values(point).get(Axis.TRUTH), 0));
            }
        } else {
            for (Truth truth : truths) {
                for (int point = 0; point < sweep.size(); point++) {
                    cells.add(Cell.of(sweep, point, truth.name(), all.indexOf(truth.name())));
                }
            }
        }
        cells.removeIf(cell -> cell.point() != sweep.reference() && cell.point() % shard.of() != shard.index());
        return new SweepConduct(scenario, sweep, reader, List.copyOf(cells), threads, watcher);
    }

    /** The cells, ready for their trials; nothing where it was interrupted. */
    public Optional<Cells> survey() {
        return Survey.of(cells, reader, threads, watcher);
    }

    /** At most so many trials of each cell. */
    public SweepResult run(Cells ready, long most, Precision precision, KeptBlocks kept) {
        int[] order = order();
        Progress progress = watcher.of("sweep");
        List<Block> sums = SideBySide.of(new Queue(ready, order, precision), most, threads, progress)
                .keeping(kept)
                .run();
        Block[] inPlace = new Block[order.length];
        for (int i = 0; i < order.length; i++) {
            inPlace[order[i]] = sums.get(i);
        }
        return new SweepResult(scenario, sweep, most, precision, ready, List.of(inPlace), references());
    }

    /** The cells in the order in which they are run: truth by truth, the reference first. */
    private int[] order() {
        int[] references = references();
        return IntStream.range(0, cells.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> references[i])
                        .thenComparing(i -> i != references[i])
                        .thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
    }

    /** Of each cell, the cell that it is compared with: at the reference, under the same truth unless truths vary. */
    private int[] references() {
        Map<String, Integer> under = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).point() == sweep.reference()) {
                under.put(group(cells.get(i)), i);
            }
        }
        return cells.stream().mapToInt(cell -> under.get(group(cell))).toArray();
    }

    private String group(Cell cell) {
        return sweep.variesTruth() ? "" : cell.truth();
    }

    /** The cells as things side by side; thing i is cell order[i]. */
    private final class Queue implements SideBySide.Things {
        private final Cells ready;
        private final int[] order;
        private final int[] reference;
        private final Precision precision;

        Queue(Cells ready, int[] order, Precision precision) {
            this.ready = ready;
            this.order = order;
            this.precision = precision;
            int[] references = references();
            int[] place = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                place[order[i]] = i;
            }
            reference =
                    Arrays.stream(order).map(cell -> place[references[cell]]).toArray();
        }

        @Override
        public int count() {
            return order.length;
        }

        @Override
        public Columns columns() {
            return ready.columns();
        }

        @Override
        public int referenceOf(int thing) {
            return reference[thing];
        }

        @Override
        public Replicates replicates(int thing) {
            return ready.replicates(order[thing]);
        }

        @Override
        public boolean suffices(int thing, Block soFar) {
            return ready.suffices(order[thing], precision, soFar);
        }

        @Override
        public long keptAs(int thing, long block) {
            return ((long) cells.get(order[thing]).id() << 32) + block;
        }
    }
}
