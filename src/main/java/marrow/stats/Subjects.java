package marrow.stats;

/**
 * The follow-up of n subjects as columns, right-censored and, if wanted, left-truncated: subject i is at risk on
 * (entry, time] and at its end has {@code status} 0 (censored) or 1, 2, ... (the cause of its event). Times have any one
 * unit, and are &gt;= 0. The arrays are the caller's: read, never sorted or changed, and not copied, so that a Monte
 * Carlo loop may refill them. {@link #first} says how many of their rows count.
 *
 * <p>Without an entry column everybody is at risk from the start, an event at time 0 included. With one, entry &lt;
 * time, as {@code survival::Surv(entry, time, status)} asks. Events come before censorings of the same time.
 * Groups and strata are numbered from 0; a column that is not given is 0 for everybody, a weight 1.
 */
public final class Subjects {
    private static final int ANY = -1;

    final double[] time;
    final int[] status;
    double[] entry;
    int[] group;
    int[] stratum;
    double[] weight;
    private int cause = ANY;
    private int n;

    private Subjects(double[] time, int[] status) {
        this.time = time;
        this.status = status;
        n = time.length;
    }

    public static Subjects of(double[] time, int[] status) {
        Subjects subjects = new Subjects(time, status);
        require(status.length >= time.length, "status", status.length);
        return subjects;
    }

    /** Left truncation. */
    public Subjects entering(double[] entries) {
        require(entries.length >= time.length, "entry", entries.length);
        entry = entries;
        return this;
    }

    public Subjects in(int[] groups) {
        require(groups.length >= time.length, "group", groups.length);
        group = groups;
        return this;
    }

    public Subjects within(int[] strata) {
        require(strata.length >= time.length, "stratum", strata.length);
        stratum = strata;
        return this;
    }

    public Subjects weighing(double[] weights) {
        require(weights.length >= time.length, "weight", weights.length);
        weight = weights;
        return this;
    }

    /** This cause alone counts as an event; the others are censored. Without this call every status above 0 counts. */
    public Subjects having(int theCause) {
        if (theCause < 1) {
            throw new IllegalArgumentException("cause must be 1 or more: " + theCause);
        }
        cause = theCause;
        return this;
    }

    /** The first so many rows of the columns. */
    public Subjects first(int rows) {
        if (rows < 0 || rows > time.length) {
            throw new IllegalArgumentException("rows must lie in 0.." + time.length + ": " + rows);
        }
        n = rows;
        return this;
    }

    public int size() {
        return n;
    }

    boolean event(int i) {
        return cause == ANY ? status[i] != 0 : status[i] == cause;
    }

    int groupOf(int i) {
        return group == null ? 0 : group[i];
    }

    int stratumOf(int i) {
        return stratum == null ? 0 : stratum[i];
    }

    double weightOf(int i) {
        return weight == null ? 1 : weight[i];
    }

    /** Entry, or -infinity where nobody is truncated. */
    double entryOf(int i) {
        return entry == null ? Double.NEGATIVE_INFINITY : entry[i];
    }

    /** @throws IllegalArgumentException at the first row that breaks the rules above */
    void check(int groups) {
        for (int i = 0; i < n; i++) {
            if (!(time[i] >= 0 && time[i] < Double.POSITIVE_INFINITY)) {
                throw row(i, "time must be 0 or more and finite", time[i]);
            }
            if (status[i] < 0) {
                throw row(i, "status must be 0 or more", status[i]);
            }
            if (entry != null && !(entry[i] < time[i])) {
                throw row(i, "entry must be less than time " + time[i], entry[i]);
            }
            if (group != null && (group[i] < 0 || group[i] >= groups)) {
                throw row(i, "group must lie in 0.." + (groups - 1), group[i]);
            }
            if (weight != null && !(weight[i] >= 0 && weight[i] < Double.POSITIVE_INFINITY)) {
                throw row(i, "weight must be 0 or more and finite", weight[i]);
            }
        }
    }

    private static IllegalArgumentException row(int i, String rule, double value) {
        return new IllegalArgumentException(rule + ": " + value + " in row " + i);
    }

    private static void require(boolean condition, String column, int length) {
        if (!condition) {
            throw new IllegalArgumentException(column + " has fewer rows than time: " + length);
        }
    }
}
