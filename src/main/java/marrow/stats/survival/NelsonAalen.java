package marrow.stats.survival;

import marrow.stats.law.Gaussian;
import marrow.stats.law.Interval;

/**
 * The cumulative hazard H(t) = sum over t(j) &le; t of d(j) / n(j), with variance sum of d / n^2. Nelson (1972),
 * Technometrics 14:945-966; Aalen (1978), Ann. Statist. 6:701-726. Any status above 0 is the event.
 *
 * <p>Equal to R: {@code survfit(Surv(entry, time, status) ~ 1, ctype = 1, timefix = FALSE)}, its {@code cumhaz} and
 * {@code std.chaz}. Intervals: plain, H &plusmn; z se with the lower limit at least 0, and log, H exp(&plusmn; z se / H).
 *
 * <p>Degenerate inputs: without events H is 0 with standard error 0, the plain interval [0, 0] and the log interval
 * [0, infinity). After the last event H stays.
 */
public final class NelsonAalen {
    private final RiskTable table = RiskTable.ofAnyCause();
    private double[] hazard = {};
    private double[] variance = {};

    private NelsonAalen() {}

    public static NelsonAalen of(SurvivalSample sample) {
        return new NelsonAalen().fit(sample.time(), sample.status(), sample.entry(), sample.weight(), sample.size());
    }

    /** One estimate after the other in the same memory: made once a thread, it allocates only while samples grow. */
    public static final class Scratch {
        private final NelsonAalen lent = new NelsonAalen();

        /** The estimate from the first n subjects, good until the next call; entry and weight may be null. */
        public NelsonAalen fit(double[] time, int[] status, double[] entry, double[] weight, int n) {
            return lent.fit(time, status, entry, weight, n);
        }
    }

    private NelsonAalen fit(double[] time, int[] status, double[] entry, double[] weight, int n) {
        table.fill(time, status, entry, weight, n);
        if (table.count() > hazard.length) {
            hazard = new double[Math.max(table.count(), 2 * hazard.length)];
            variance = new double[hazard.length];
        }
        double h = 0;
        double v = 0;
        for (int j = 0; j < table.count(); j++) {
            double atRisk = table.atRisk(j);
            h += table.events(j) / atRisk;
            v += table.events(j) / (atRisk * atRisk);
            hazard[j] = h;
            variance[j] = v;
        }
        return this;
    }

    /** The risk sets behind the curve: its steps are at {@code table().time(j)}. */
    public RiskTable table() {
        return table;
    }

    public double cumulativeHazard(double t) {
        int j = table.position(t);
        return j == 0 ? 0 : hazard[j - 1];
    }

    public double standardError(double t) {
        int j = table.position(t);
        return j == 0 ? 0 : Math.sqrt(variance[j - 1]);
    }

    public Interval plainInterval(double t, double level) {
        double h = cumulativeHazard(t);
        double reach = Gaussian.halfWidth(level) * standardError(t);
        return new Interval(Math.max(h - reach, 0), h + reach);
    }

    public Interval logInterval(double t, double level) {
        double h = cumulativeHazard(t);
        if (h == 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        double factor = StrictMath.exp(Gaussian.halfWidth(level) * standardError(t) / h);
        return new Interval(h / factor, h * factor);
    }
}
