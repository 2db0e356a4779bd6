package marrow.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import marrow.design.Questions;
import marrow.design.Role;
import marrow.design.Study;
import marrow.design.metric.Characteristics;
import marrow.montecarlo.InOrder;
import marrow.run.Conduct;
import marrow.run.Groundwork;

/**
 * Goes through the cells before any trial: reads the scenario at each, finds which of them share their lives, and lays the ground for each
 * kind of lives once, several at a time.
 */
final class Survey {
    /** Cells are compared with so many kinds of lives that came before, so that memory does not hold all journeys of a large sweep. */
    private static final int MOST_COMPARED = 1000;

    private final List<Cell> cells;
    private final CellReader reader;
    private final int threads;
    private final Conduct.Watcher watcher;
    private final List<Read> read = new ArrayList<>();
    private final List<Cell> kinds = new ArrayList<>();
    private final List<Groundwork> groundworks = new ArrayList<>();
    private final Map<Lives, Integer> kindOf = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Lives, Integer> eldest) {
            return size() > MOST_COMPARED;
        }
    };

    /** What is left of the reading of a cell. */
    private record Read(Questions questions, Role role, int kind) {}

    private record Found(Questions questions, Role role, Lives lives) {}

    private Survey(List<Cell> cells, CellReader reader, int threads, Conduct.Watcher watcher) {
        this.cells = cells;
        this.reader = reader;
        this.threads = threads;
        this.watcher = watcher;
    }

    /** Nothing where it was interrupted. */
    static Optional<Cells> of(List<Cell> cells, CellReader reader, int threads, Conduct.Watcher watcher) {
        Survey survey = new Survey(cells, reader, threads, watcher);
        try {
            return survey.go() ? Optional.of(survey.cells()) : Optional.empty();
        } catch (CancellationException interrupted) {
            return Optional.empty();
        }
    }

    private boolean go() {
        return InOrder.of(cells.size(), threads, () -> this::find, this::take).run()
                && InOrder.of(kinds.size(), threads, () -> this::lay, this::laid)
                        .run();
    }

    private Found find(long number) {
        Cell cell = cells.get((int) number);
        CellReader.At at = reader.at(cell);
        Study study = at.conduct().untilted(at.truth());
        return new Found(
                Questions.of(study),
                at.truth().role(),
                Lives.of(study, at.trial(), at.conduct().asRead(at.truth())));
    }

    private void take(Found found) {
        Integer kind = kindOf.get(found.lives);
        if (kind == null) {
            kind = kinds.size();
            kinds.add(cells.get(read.size()));
            kindOf.put(found.lives, kind);
        }
        read.add(new Read(found.questions, found.role, kind));
        watcher.says("reading point " + read.size() + " of " + cells.size());
    }

    private Groundwork lay(long kind) {
        return reader.groundwork(kinds.get((int) kind));
    }

    private void laid(Groundwork groundwork) {
        groundworks.add(groundwork);
        watcher.says("tilts and true values: " + groundworks.size() + " of " + kinds.size());
    }

    private Cells cells() {
        List<Cells.Ready> ready = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Read one = read.get(i);
            Groundwork ground = groundworks.get(one.kind);
            ready.add(new Cells.Ready(
                    cells.get(i), one.role, ground, Characteristics.of(one.questions, one.role, ground.values())));
        }
        return new Cells(ready, reader, threads);
    }
}
