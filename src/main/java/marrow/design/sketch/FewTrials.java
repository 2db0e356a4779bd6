package marrow.design.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import marrow.design.OneTrial;
import marrow.design.Study;
import marrow.montecarlo.InOrder;

/** Trials 0, 1, ... of a study, each a row of the numbers that strokes read off it. A trial that fails has no row. */
final class FewTrials implements InOrder.Maker<Optional<double[]>> {
    private final Study study;
    private final List<? extends Strokes> strokes;
    private OneTrial trial;
    private List<Strokes.Reader> readers;

    private FewTrials(Study study, List<? extends Strokes> strokes) {
        this.study = study;
        this.strokes = strokes;
        begin();
    }

    private void begin() {
        trial = OneTrial.of(study);
        readers = strokes.stream()
                .map(one -> one.reader(trial.cohort(), trial.data()))
                .toList();
    }

    /** The rows, in their order. Where the caller's thread is interrupted, a {@link CancellationException} is thrown. */
    static List<double[]> rows(Study study, List<? extends Strokes> strokes, int trials, int threads) {
        List<double[]> rows = new ArrayList<>();
        if (!InOrder.of(trials, threads, () -> new FewTrials(study, strokes), row -> row.ifPresent(rows::add))
                .run()) {
            throw new CancellationException("interrupted while trials were sketched");
        }
        return rows;
    }

    @Override
    public Optional<double[]> make(long replicate) {
        double[] row = new double[strokes.stream().mapToInt(Strokes::width).sum()];
        try {
            trial.conduct(replicate);
            int at = 0;
            for (int k = 0; k < readers.size(); k++) {
                readers.get(k).read(trial.endDay(), row, at);
                at += strokes.get(k).width();
            }
            return Optional.of(row);
        } catch (RuntimeException failed) {
            begin(); // what a failed trial left behind must not reach another; the run has counted and told it
            return Optional.empty();
        }
    }
}
