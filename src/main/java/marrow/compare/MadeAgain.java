package marrow.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.compare.Parting.How;
import marrow.compare.Parting.OfNumbers;
import marrow.design.metric.StudyReplicates;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Replicates;
import marrow.montecarlo.Rounding;
import marrow.run.Prepared;

/** Some trials of a run, made again one by one. */
record MadeAgain(Prepared study, long first, List<double[]> rows) {
    /** Nothing where the scenario cannot be read, its truth not be made true, or a trial fails. */
    static Optional<MadeAgain> of(KeptRun run, String truth, long first, long last) {
        return run.again().flatMap(again -> again.under(truth)).flatMap(study -> rows(study.replicates(), first, last)
                .map(rows -> new MadeAgain(study, first, rows)));
    }

    private static Optional<List<double[]>> rows(StudyReplicates replicates, long first, long last) {
        List<double[]> rows = new ArrayList<>();
        Replicates.Worker worker = replicates.worker();
        for (long number = first; number <= last; number++) {
            double[] row = new double[replicates.width()];
            try {
                worker.replicate(number, row);
            } catch (RuntimeException failed) { // a trial without an answer, whatever kept it from one
                return Optional.empty();
            }
            rows.add(row);
        }
        return Optional.of(rows);
    }

    /** Whether these are the trials that a block is the sums over. */
    boolean cameTo(Block kept) {
        return Rounding.same(kept, Block.of(rows));
    }

    Map<Place, Estimate> numbers(String truth, Block block) {
        return block.width() == study.replicates().width()
                ? Place.in(truth, study.replicates().results(block))
                : Map.of();
    }

    /** The places that both have with another number. */
    static List<Place> differing(Map<Place, Estimate> one, Map<Place, Estimate> other) {
        return one.keySet().stream()
                .filter(place -> other.containsKey(place)
                        && !Rounding.same(
                                one.get(place).value(), other.get(place).value()))
                .toList();
    }

    /** Where these trials and others of the same numbers part; empty where they do not. */
    Optional<Parting> parted(String truth, MadeAgain other) {
        TwoTrials trials = new TwoTrials(study, other.study);
        for (int i = 0; i < rows.size(); i++) {
            if (!sameRow(rows.get(i), other.rows.get(i))) {
                long trial = first + i;
                How how = trials.parted(trial).orElse(new OfNumbers(differing(truth, i, other)));
                return Optional.of(new Parting(truth, trial, trial, how));
            }
        }
        return Optional.empty();
    }

    private List<Place> differing(String truth, int i, MadeAgain other) {
        return differing(
                numbers(truth, Block.of(List.of(rows.get(i)))),
                other.numbers(truth, Block.of(List.of(other.rows.get(i)))));
    }

    private static boolean sameRow(double[] one, double[] other) {
        if (one.length != other.length) {
            return false;
        }
        for (int i = 0; i < one.length; i++) {
            if (!Rounding.same(one[i], other[i])) {
                return false;
            }
        }
        return true;
    }
}
