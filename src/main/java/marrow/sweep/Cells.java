package marrow.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.design.Role;
import marrow.design.metric.Characteristics;
import marrow.design.metric.Precision;
import marrow.journey.life.EndlessJourneyException;
import marrow.montecarlo.Block;
import marrow.montecarlo.Columns;
import marrow.montecarlo.Replicates;
import marrow.run.Groundwork;

/** The cells of a sweep, ready to be simulated. Of each is kept what tells its results; its journey is read anew when its turn comes. */
public final class Cells {
    private final List<Ready> ready;
    private final CellReader reader;
    private final Map<Integer, Turn> turns;

    /** A cell of which everything is known but its trials. */
    record Ready(Cell cell, Role role, Groundwork ground, Characteristics characteristics) {}

    Cells(List<Ready> ready, CellReader reader, int threads) {
        this.ready = List.copyOf(ready);
        requireSameNumbers();
        this.reader = reader;
        int most = 4 * threads;
        turns = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Turn> eldest) {
                return size() > most;
            }
        };
    }

    /** Points are compared trial by trial, number by number: looks that are switched make other numbers. */
    private void requireSameNumbers() {
        for (Ready one : ready) {
            if (one.characteristics.width() != ready.get(0).characteristics.width()
                    || !one.characteristics
                            .lookedAtBy()
                            .equals(ready.get(0).characteristics.lookedAtBy())) {
                throw new RefusedCellException(
                        one.cell,
                        "a trial has other numbers here than at "
                                + ready.get(0).cell.named()
                                + ". Looks are the same at all points of a sweep: use marrow run with --set");
            }
        }
    }

    int count() {
        return ready.size();
    }

    Ready get(int number) {
        return ready.get(number);
    }

    /** The columns of a row of any of them. */
    public Columns columns() {
        return ready.get(0).characteristics.columns();
    }

    boolean suffices(int number, Precision precision, Block soFar) {
        return precision.of(ready.get(number).characteristics).suffices(soFar);
    }

    /** The trials of a cell; the threads that come to it at about the same time share them. */
    Replicates replicates(int number) {
        Turn turn;
        synchronized (turns) {
            turn = turns.computeIfAbsent(number, Turn::new);
        }
        return turn.replicates();
    }

    private final class Turn {
        private final int number;
        private Replicates replicates;

        Turn(int number) {
            this.number = number;
        }

        synchronized Replicates replicates() {
            if (replicates == null) {
                Ready one = ready.get(number);
                CellReader.At at = reader.at(one.cell);
                replicates = new Told(
                        one.cell, at.conduct().under(at.truth(), one.ground).replicates());
            }
            return replicates;
        }
    }

    /** Trials that say where they are when a patient is stuck. */
    private record Told(Cell cell, Replicates trials) implements Replicates {
        @Override
        public int width() {
            return trials.width();
        }

        @Override
        public Columns columns() {
            return trials.columns();
        }

        @Override
        public boolean missingIsZero(int column) {
            return trials.missingIsZero(column);
        }

        @Override
        public boolean endsTheRun(RuntimeException thrown) {
            return thrown instanceof StuckCellException || trials.endsTheRun(thrown);
        }

        @Override
        public Worker worker() {
            Worker worker = trials.worker();
            return (number, row) -> {
                try {
                    worker.replicate(number, row);
                } catch (EndlessJourneyException stuck) {
                    throw new StuckCellException(cell, stuck);
                }
            };
        }
    }
}
