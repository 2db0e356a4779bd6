package marrow.journey;

import java.util.Arrays;

/** When the marks of one patient were set: first day, last day (NaN for never, negative before entry) and how often. */
final class Marks {
    private final double[] first;
    private final double[] last;
    private final int[] count;

    Marks(int marks) {
        first = new double[marks];
        last = new double[marks];
        count = new int[marks];
    }

    void clear() {
        Arrays.fill(first, Double.NaN);
        Arrays.fill(last, Double.NaN);
        Arrays.fill(count, 0);
    }

    void set(int mark, double day) {
        if (count[mark]++ == 0) {
            first[mark] = day;
        }
        last[mark] = day;
    }

    double first(int mark) {
        return first[mark];
    }

    double last(int mark) {
        return last[mark];
    }

    int count(int mark) {
        return count[mark];
    }
}
