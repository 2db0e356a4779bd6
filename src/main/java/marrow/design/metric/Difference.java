package marrow.design.metric;

import java.util.Optional;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Moments;

/**
 * How much a metric differs from the same at a reference whose trials are of the same patients: the mean over the trials of the difference.
 *
 * @param varianceFactor by which the pairs shrank its variance: (variance here + variance there) / variance of the differences. As many
 *                       times more trials it would have taken without pairs; NaN where no trial differs
 */
public record Difference(Estimate estimate, double varianceFactor) {

    /**
     * @param here  sums over rows and, behind them, their differences
     * @param there of the reference
     * @param width of a row
     */
    public static Optional<Difference> of(Metric metric, Block here, Block there, int width) {
        if (metric.column() == Metric.NONE) {
            return Optional.empty();
        }
        Moments difference = here.column(width + metric.column());
        double unpaired = here.column(metric.column()).variance()
                + there.column(metric.column()).variance();
        return Optional.of(new Difference(
                Estimate.mean(difference), difference.variance() > 0 ? unpaired / difference.variance() : Double.NaN));
    }
}
