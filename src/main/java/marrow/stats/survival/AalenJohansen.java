package marrow.stats.survival;

import marrow.check.Require;
import marrow.stats.law.Confidence;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Interval;

/**
 * The cumulative incidence of competing causes: F(t) = sum over t(j) &le; t of S- c(j) / n(j), where c(j) counts the
 * events of the cause at t(j) and S- is the Kaplan-Meier estimate of being free of every cause just before. Aalen and
 * Johansen (1978), Scand. J. Statist. 5:141-150. Left truncation and case weights as in {@link RiskTable}.
 *
 * <p>Equal to R: {@code survfit(Surv(time, factor(status)) ~ 1, conf.type = ..., timefix = FALSE)}, with {@code
 * Surv(entry, time, factor(status)), id = 1:n} under truncation: estimates, standard errors ({@link
 * IncidenceVariance#INFINITESIMAL_JACKKNIFE}, what R prints by default) and intervals. {@code etm} and {@code
 * cmprsk::cuminc} give the same estimates and the other two variances. Where the cause is the only one so far F is 1 - S
 * without rounding; R's F may miss 1 by the last bit, and its interval is then that of the last bit.
 *
 * <p>Degenerate inputs: before the first event of the cause F is 0 with standard error 0; intervals there are those of
 * {@link ConfidenceScale}. After the last time observed F stays what it was; {@link #isFollowedTo} tells. A cause without
 * events has F = 0 throughout.
 */
public final class AalenJohansen {
    private final RiskTable table;
    private double[] survival = {};
    private final double[][] incidence;
    private int[] status = {};
    private double[] weight;

    // Sums over the event times so far, from which each subject's influence is read; index 0 is before the first.
    private double[] pull = {};
    private double[] drag = {};
    private double[] turn = {};

    private AalenJohansen(int causes) {
        table = RiskTable.ofCauses(causes);
        incidence = new double[causes][0];
    }

    /** The estimates for causes 1..causes. */
    public static AalenJohansen of(SurvivalSample sample, int causes) {
        double[] weight = sample.weight() == null ? null : sample.weight().clone();
        return new AalenJohansen(causes)
                .fit(sample.time(), sample.status().clone(), sample.entry(), weight, sample.size());
    }

    /** One estimate after the other in the same memory: made once a thread, it allocates only while samples grow. */
    public static final class Scratch {
        private final AalenJohansen lent;

        public Scratch(int causes) {
            lent = new AalenJohansen(causes);
        }

        /**
         * The estimate from the first n subjects, good until the next call; entry and weight may be null. Status and
         * weight must stay as they are while standard errors are asked for.
         */
        public AalenJohansen fit(double[] time, int[] status, double[] entry, double[] weight, int n) {
            return lent.fit(time, status, entry, weight, n);
        }
    }

    private AalenJohansen fit(double[] time, int[] status, double[] entry, double[] weight, int n) {
        table.fill(time, status, entry, weight, n);
        this.status = status;
        this.weight = weight;
        grow(table.count());
        double s = 1;
        for (int j = 0; j < table.count(); j++) {
            double atRisk = table.atRisk(j);
            double sum = 0;
            for (int c = 0; c < incidence.length; c++) {
                incidence[c][j] = (j == 0 ? 0 : incidence[c][j - 1]) + s * table.events(j, c + 1) / atRisk;
                sum += incidence[c][j];
            }
            s *= (atRisk - table.events(j)) / atRisk;
            survival[j] = s;
            for (int c = 0; c < incidence.length; c++) {
                if (incidence[c][j] == sum) { // the only cause so far: 1 is reached without rounding
                    incidence[c][j] = 1 - s;
                }
            }
        }
        return this;
    }

    private void grow(int steps) {
        if (steps > survival.length) {
            int room = Math.max(steps, 2 * survival.length);
            survival = new double[room];
            for (int c = 0; c < incidence.length; c++) {
                incidence[c] = new double[room];
            }
            pull = new double[room + 1];
            drag = new double[room + 1];
            turn = new double[room + 1];
        }
    }

    /** The risk sets behind the curves: their steps are at {@code table().time(j)}. */
    public RiskTable table() {
        return table;
    }

    /** F(t) of the cause, 1 or more: the chance to have had an event of this cause by t. */
    public double incidence(int cause, double t) {
        return reached(requireCause(cause), table.position(t));
    }

    private int requireCause(int cause) {
        return Require.between(cause, 1, incidence.length, "cause");
    }

    /** The chance to be free of every cause after t: the Kaplan-Meier estimate. */
    public double eventFree(double t) {
        return after(table.position(t));
    }

    private double reached(int cause, int position) {
        return position == 0 ? 0 : incidence[cause - 1][position - 1];
    }

    /** Survival after the first {@code position} event times. */
    private double after(int position) {
        return position == 0 ? 1 : survival[position - 1];
    }

    public double standardError(int cause, double t, IncidenceVariance variance) {
        int position = table.position(t);
        boolean certain = reached(requireCause(cause), position) == 1; // then rounding alone would give an error
        if (position == 0 || (certain && variance != IncidenceVariance.AALEN)) {
            return 0;
        }
        return Math.sqrt(
                switch (variance) {
                    case INFINITESIMAL_JACKKNIFE -> jackknife(cause, position);
                    case GREENWOOD -> greenwood(cause, position);
                    case AALEN -> aalen(cause, position);
                });
    }

    public double lower(int cause, double t, IncidenceVariance variance, Confidence confidence) {
        return confidence.lower(incidence(cause, t), standardError(cause, t, variance));
    }

    public double upper(int cause, double t, IncidenceVariance variance, Confidence confidence) {
        return confidence.upper(incidence(cause, t), standardError(cause, t, variance));
    }

    public Interval interval(int cause, double t, IncidenceVariance variance, Confidence confidence) {
        return confidence.interval(incidence(cause, t), standardError(cause, t, variance));
    }

    /** Whether F(t) is known: somebody was observed up to t, or nobody was left. */
    public boolean isFollowedTo(double t) {
        return t <= table.lastTime() || eventFree(t) == 0;
    }

    /** Test of F(t) of the cause against f0. */
    public LandmarkTest test(int cause, double t, double f0, IncidenceVariance variance, ConfidenceScale scale) {
        double f = incidence(cause, t);
        double error = standardError(cause, t, variance);
        return isFollowedTo(t) ? LandmarkTest.of(f, error, f0, scale) : LandmarkTest.notFollowed(f, error, f0);
    }

    /**
     * A subject moves F(t) = F by S- / n at its own event of the cause; it takes away S- c / n^2 at each time at risk; and
     * it moves the survival by which everything later, F - F(t(j)), is multiplied.
     */
    private double jackknife(int cause, int position) {
        double total = reached(cause, position);
        sumInfluences(cause, position);
        double variance = 0;
        for (int i = 0; i < table.subjects(); i++) {
            int exit = table.exitPosition(i);
            int from = Math.min(table.entryPosition(i), position);
            int to = Math.min(exit, position);
            double influence = total * (drag[to] - drag[from]) - (turn[to] - turn[from]) - (pull[to] - pull[from]);
            if (status[i] != 0 && exit <= position) {
                influence += ownEvent(status[i] == cause, total - reached(cause, exit), exit);
            }
            double weighted = weight == null ? influence : weight[i] * influence;
            variance += weighted * weighted;
        }
        return variance;
    }

    private double ownEvent(boolean ofCause, double toCome, int exit) {
        double atRisk = table.atRisk(exit - 1);
        double left = atRisk - table.events(exit - 1);
        double now = ofCause ? after(exit - 1) / atRisk : 0;
        return left > 0 ? now - toCome / left : now;
    }

    private void sumInfluences(int cause, int position) {
        for (int j = 0; j < position; j++) {
            double atRisk = table.atRisk(j);
            double left = atRisk - table.events(j);
            double share = left > 0 ? table.events(j) / (atRisk * left) : 0;
            pull[j + 1] = pull[j] + after(j) * table.events(j, cause) / (atRisk * atRisk);
            drag[j + 1] = drag[j] + share;
            turn[j + 1] = turn[j] + incidence[cause - 1][j] * share;
        }
    }

    private double greenwood(int cause, int position) {
        double total = reached(cause, position);
        double variance = 0;
        for (int j = 0; j < position; j++) {
            double atRisk = table.atRisk(j);
            double stays = (atRisk - table.events(j)) / atRisk;
            double toCome = stays > 0 ? total - incidence[cause - 1][j] : 0;
            double now = table.events(j, cause) / atRisk * after(j);
            double mean = toCome + now;
            double square = (stays > 0 ? toCome * toCome / stays : 0) + now * after(j);
            variance += Math.max(square - mean * mean, 0) / atRisk; // 0 when all have the event together
        }
        return variance;
    }

    private double aalen(int cause, int position) {
        double total = reached(cause, position);
        double variance = 0;
        for (int j = 0; j < position; j++) {
            double atRisk = table.atRisk(j);
            double ofCause = table.events(j, cause);
            double ofOthers = table.events(j) - ofCause;
            double toCome = survival[j] > 0 ? (total - incidence[cause - 1][j]) / survival[j] : 0;
            double unit = after(j) / atRisk;
            variance += unit
                    * unit
                    * ((1 - toCome) * (1 - toCome) * untied(ofCause, atRisk)
                            + toCome * toCome * untied(ofOthers, atRisk));
        }
        return variance;
    }

    private static double untied(double events, double atRisk) {
        return events > 1 ? events * (1 - (events - 1) / (atRisk - 1)) : events;
    }
}
