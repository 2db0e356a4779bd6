package marrow.trial.cohort;

/** The rows of one arm in a sample; the sample's own columns where it has no other arm. Scratch of one thread. */
public final class ArmRows {
    private final Sample sample;
    private final int arm;
    private final boolean all;
    private int[] rowOf = {};
    private double[] time = {};
    private int[] status = {};
    private double[] entry = {};
    private int size;
    private int events;
    private boolean truncated;

    public ArmRows(Sample sample, int arm, int arms) {
        this.sample = sample;
        this.arm = arm;
        all = arms == 1;
    }

    /** Takes the rows from the present data. */
    public void take() {
        if (all) {
            time = sample.time();
            status = sample.status();
            entry = sample.entry();
            size = sample.size();
            events = sample.events();
            return;
        }
        if (time.length < sample.size()) {
            rowOf = new int[sample.time().length];
            time = new double[rowOf.length];
            status = new int[time.length];
            entry = new double[time.length];
        }
        size = 0;
        events = 0;
        double[] entries = sample.entry();
        truncated = entries != null;
        for (int row = 0; row < sample.size(); row++) {
            if (sample.arm()[row] == arm) {
                rowOf[size] = row;
                time[size] = sample.time()[row];
                status[size] = sample.status()[row];
                entry[size] = truncated ? entries[row] : 0;
                events += status[size] == 1 ? 1 : 0;
                size++;
            }
        }
    }

    public int size() {
        return size;
    }

    public double[] time() {
        return time;
    }

    public int[] status() {
        return status;
    }

    /** Null where nobody came in late. */
    public double[] entry() {
        return all || truncated ? entry : null;
    }

    /** Whether so many days since the origin of row i have gone by at the cut, whether its patient was followed so long or not. */
    public boolean isDue(int i, double days) {
        return sample.isDue(all ? i : rowOf[i], days);
    }

    /** Whether that is known to hold of all rows by a look at the last of them: then {@link #isDue} need not be asked of each. */
    public boolean areAllDue(double days) {
        return size == 0 || (sample.runsFromEntry() && isDue(size - 1, days));
    }

    /** Whether it is known without a look at each row that all are followed for so many days since the origin, or until the event. */
    public boolean areAllFollowedTo(double days) {
        return sample.losesNobodyBefore(days) && areAllDue(days);
    }

    /** How many rows have the event of interest. */
    public int events() {
        return events;
    }
}
