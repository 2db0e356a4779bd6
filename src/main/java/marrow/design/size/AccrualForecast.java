package marrow.design.size;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Moments;
import marrow.trial.Plan;
import marrow.trial.cohort.FullDay;

/**
 * How long accrual takes.
 *
 * @param patients to be enrolled
 * @param days     expected until the last of them is
 * @param byMonth  chances that all are by the end of a month, for months around that
 */
public record AccrualForecast(int patients, Estimate days, List<ByMonth> byMonth) {
    private static final double MONTH = 365.25 / 12; // days
    private static final int TRIALS = 10_000;

    /** The chance that all patients are enrolled by the end of a month since the trial opened. */
    public record ByMonth(int month, Estimate full) {}

    public AccrualForecast {
        byMonth = List.copyOf(byMonth);
    }

    /** Of the trials 0 .. 9,999 of a plan. */
    public static AccrualForecast of(Plan plan) {
        FullDay full = FullDay.of(plan);
        double[] days = LongStream.range(0, TRIALS).mapToDouble(full::in).toArray();
        Moments moments = Moments.of(days);
        Arrays.sort(days);
        List<ByMonth> byMonth = DoubleStream.of(0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98)
                .mapToInt(part -> (int) Math.ceil(days[(int) (part * TRIALS)] / MONTH))
                .distinct()
                .mapToObj(month -> new ByMonth(month, Estimate.share(upTo(month * MONTH, days), TRIALS)))
                .toList();
        return new AccrualForecast(plan.patients(), Estimate.mean(moments), byMonth);
    }

    private static long upTo(double day, double[] days) {
        return Arrays.stream(days).filter(one -> one <= day).count();
    }
}
