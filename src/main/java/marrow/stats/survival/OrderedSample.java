package marrow.stats.survival;

import marrow.check.Require;
import marrow.stats.order.EvenBuckets;

/**
 * A sample in the order in which risk sets are walked: by stratum, then by time, and when left-truncated also by
 * stratum, then by entry. Ties stay in the order of the rows. Who is at risk when is as in {@link RiskTable}: on
 * (entry, time], events before censorings of one time. Strata are any numbers; without them all rows are of stratum 0.
 *
 * <p>The columns stay the caller's and are neither copied nor changed; the order is held in memory that grows with the
 * samples and is then used again. Row numbers are put in order by buckets, or by merging where strata come first or where most
 * times are crowded together; the library's sorts of indices allocate at each call. Belongs to one thread.
 */
public final class OrderedSample {
    private static final int SHORT = 8;

    /** More of them leave fewer rows to put in order, and more buckets to count through. */
    private static final int BUCKETS_A_ROW = 2;

    /** Buckets are worth it while insertion within them takes no more than about so many steps a row. */
    private static final int MOST_STEPS = 8;

    private int n;
    private double[] time = {};
    private int[] status = {};
    private double[] entry;
    private double[] weight;
    private int[] stratum;
    private int[] byTime = {};
    private int[] byEntry = {};
    private int[] spare = {};
    private final EvenBuckets buckets = new EvenBuckets();

    public OrderedSample take(SurvivalSample sample, int[] stratum) {
        return take(sample.time(), sample.status(), sample.entry(), sample.weight(), stratum, sample.size());
    }

    /** Takes the first n values of each column; entry, weight and stratum may be null. */
    public OrderedSample take(double[] time, int[] status, double[] entry, double[] weight, int[] stratum, int n) {
        Require.covers(time.length, n, "time");
        Require.covers(status.length, n, "status");
        Require.covers(entry == null ? n : entry.length, n, "entry");
        Require.covers(weight == null ? n : weight.length, n, "weight");
        Require.covers(stratum == null ? n : stratum.length, n, "stratum");
        this.n = n;
        this.time = time;
        this.status = status;
        this.entry = entry;
        this.weight = weight;
        this.stratum = stratum;
        check();
        if (n > byTime.length) {
            byTime = new int[Math.max(n, 2 * byTime.length)];
            byEntry = new int[byTime.length];
            spare = new int[byTime.length];
        }
        sort(byTime, time);
        if (entry != null) {
            sort(byEntry, entry);
        }
        return this;
    }

    private void check() {
        for (int i = 0; i < n; i++) {
            Require.notNegative(time[i], "time");
            Require.between(status[i], 0, Integer.MAX_VALUE, "status");
            if (entry != null) {
                RiskTable.requireEntry(entry[i], time[i]);
            }
            if (weight != null) {
                Require.positive(weight[i], "weight");
            }
        }
    }

    private void sort(int[] rows, double[] key) {
        if (stratum != null || !sortByBuckets(rows, key)) {
            sortByMerging(rows, key);
        }
    }

    /**
     * Buckets of even width, twice as many as rows, filled in the order of the rows, then insertion, which moves rows within their
     * bucket alone. Of 200 times a quarter of what merging takes. Gives up where rows are too crowded.
     */
    private boolean sortByBuckets(int[] rows, double[] key) {
        int many = BUCKETS_A_ROW * n;
        if (!buckets.count(key, n, many)) {
            return false;
        }
        int[] place = buckets.count();
        long steps = 0;
        int before = 0;
        for (int bucket = 0; bucket < many; bucket++) {
            int here = place[bucket];
            steps += (long) here * here;
            place[bucket] = before;
            before += here;
        }
        if (steps > 4L * MOST_STEPS * n) {
            return false;
        }
        int[] bucketOf = buckets.bucketOf();
        for (int row = 0; row < n; row++) {
            rows[place[bucketOf[row]]++] = row;
        }
        insert(rows, key);
        return true;
    }

    /** The last key in order stays in a register: most rows need only be held against it. */
    private void insert(int[] rows, double[] key) {
        double last = key[rows[0]];
        for (int at = 1; at < n; at++) {
            int row = rows[at];
            double here = key[row];
            if (here >= last) {
                last = here;
                continue;
            }
            int place = at;
            do {
                rows[place] = rows[place - 1];
                place--;
            } while (place > 0 && here < key[rows[place - 1]]);
            rows[place] = row;
        }
    }

    private void sortByMerging(int[] rows, double[] key) {
        for (int low = 0; low < n; low += SHORT) {
            insert(rows, key, low, Math.min(low + SHORT, n));
        }
        int[] from = rows;
        int[] to = spare;
        for (int width = SHORT; width < n; width *= 2) {
            for (int low = 0; low < n; low += 2 * width) {
                merge(from, to, key, low, Math.min(low + width, n), Math.min(low + 2 * width, n));
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        if (from != rows) {
            System.arraycopy(from, 0, rows, 0, n);
        }
    }

    private void insert(int[] rows, double[] key, int low, int high) {
        for (int row = low; row < high; row++) {
            int place = row;
            for (; place > low && before(key, row, rows[place - 1]); place--) {
                rows[place] = rows[place - 1];
            }
            rows[place] = row;
        }
    }

    private void merge(int[] from, int[] to, double[] key, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int k = low; k < high; k++) {
            boolean takeLeft = right >= high || (left < middle && !before(key, from[right], from[left]));
            to[k] = takeLeft ? from[left++] : from[right++];
        }
    }

    private boolean before(double[] key, int a, int b) {
        if (stratum != null && stratum[a] != stratum[b]) {
            return stratum[a] < stratum[b];
        }
        return key[a] < key[b];
    }

    public int size() {
        return n;
    }

    /** The row that stands at this position in the order of time. */
    public int byTime(int position) {
        return byTime[position];
    }

    /** The row that stands at this position in the order of entry; void without truncation. */
    public int byEntry(int position) {
        return byEntry[position];
    }

    /** The time of the row at this position in the order of time. */
    public double timeAt(int position) {
        return time[byTime[position]];
    }

    /** One past the last position of the stratum whose first position is {@code from}. */
    public int endOfStratum(int from) {
        if (stratum == null) {
            return n;
        }
        int to = from + 1;
        while (to < n && stratum[byTime[to]] == stratum[byTime[from]]) {
            to++;
        }
        return to;
    }

    public boolean truncated() {
        return entry != null;
    }

    public double time(int row) {
        return time[row];
    }

    public int status(int row) {
        return status[row];
    }

    /** An event of any cause. */
    public boolean event(int row) {
        return status[row] != 0;
    }

    /** -infinity when nobody is truncated. */
    public double entry(int row) {
        return entry == null ? Double.NEGATIVE_INFINITY : entry[row];
    }

    public double weight(int row) {
        return weight == null ? 1 : weight[row];
    }

    public int stratum(int row) {
        return stratum == null ? 0 : stratum[row];
    }
}
