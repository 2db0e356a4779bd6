package marrow.analysis;

import java.util.Arrays;
import marrow.stats.survival.SurvivalSample;
import marrow.trial.cohort.Sample;
import marrow.trial.cohort.StratumColumn;

/**
 * The rows of a sample that a comparison is of, with their group and stratum. Whether a competing event is told from a
 * censored time depends on what is asked: a hazard of the event alone does not tell them apart. Scratch of one thread.
 */
final class GroupedRows {
    private final Sample sample;
    private final Grouping.Membership membership;
    private final StratumColumn strata;
    private final boolean causes;

    /** Whether the sample's own columns are the rows: all arms, each its group, and one cause. */
    private final boolean whole;

    private double[] time = {};
    private double[] entry = {};
    private int[] status = {};
    private int[] group = {};
    private int[] stratum = {};
    private int[] patient = {};
    private double[] indicator = {};
    private boolean truncated;
    private int size;
    private int events;

    /** @param causes whether competing events keep their number in {@link #status}; else they are 0 there */
    GroupedRows(Data data, Comparison of, boolean causes) {
        sample = data.sample(of.endpoint());
        membership = of.grouping().in(data);
        strata = of.strata() == null ? null : data.strata(of.strata());
        this.causes = causes;
        whole = strata == null
                && of.endpoint().causes() == 1
                && of.grouping() instanceof Grouping.OfArms arms
                && arms.areAll(sample.arms());
    }

    /** Takes the rows from the present data. */
    void take() {
        if (whole) {
            takeWhole();
            return;
        }
        grow(sample.size());
        double[] times = sample.time();
        int[] statuses = sample.status();
        double[] entries = sample.entry();
        truncated = entries != null;
        size = 0;
        events = 0;
        for (int row = 0; row < sample.size(); row++) {
            int who = sample.patient()[row];
            int where = membership.groupOf(who, sample.arm()[row]);
            if (where >= 0) {
                time[size] = times[row];
                status[size] = causes || statuses[row] == 1 ? statuses[row] : 0;
                entry[size] = truncated ? entries[row] : 0;
                group[size] = where;
                stratum[size] = strata == null ? 0 : strata.stratum(who);
                patient[size] = who;
                events += statuses[row] == 1 ? 1 : 0;
                size++;
            }
        }
    }

    private void takeWhole() {
        time = sample.time();
        entry = sample.entry();
        truncated = entry != null;
        status = sample.status();
        group = sample.arm();
        patient = sample.patient();
        size = sample.size();
        events = 0;
        for (int row = 0; row < size; row++) {
            events += status[row];
        }
    }

    private void grow(int rows) {
        if (rows > time.length) {
            int room = sample.time().length;
            time = new double[room];
            entry = new double[room];
            status = new int[room];
            group = new int[room];
            stratum = new int[room];
            patient = new int[room];
        }
    }

    int size() {
        return size;
    }

    double[] time() {
        return time;
    }

    int[] status() {
        return status;
    }

    /** Null where nobody came in late. */
    double[] entry() {
        return truncated ? entry : null;
    }

    int[] group() {
        return group;
    }

    /** The group, 0 or 1, as the covariate of a model. */
    double[] indicator() {
        if (indicator.length < size) {
            indicator = new double[time.length];
        }
        for (int i = 0; i < size; i++) {
            indicator[i] = group[i];
        }
        return indicator;
    }

    /** Null without strata. */
    int[] stratum() {
        return strata == null ? null : stratum;
    }

    int[] patient() {
        return patient;
    }

    /** The rows as a value, for statistics that have no form for the loop. */
    SurvivalSample copy() {
        return new SurvivalSample(
                Arrays.copyOf(time, size),
                Arrays.copyOf(status, size),
                truncated ? Arrays.copyOf(entry, size) : null,
                null);
    }

    /** Refuses an endpoint whose origin may lie before patients come in. */
    void requireNobodyLate(String statistic) {
        if (sample.mayBeTruncated()) {
            throw new IllegalArgumentException(statistic + " knows no left truncation, and the time of "
                    + sample.endpoint().name()
                    + " runs from before patients come in: use log-rank or cox, for which what competes is censored,"
                    + " cif-at for the incidence in an arm, or an endpoint from entry on");
        }
    }

    /** How many rows have the event of interest. */
    int events() {
        return events;
    }
}
