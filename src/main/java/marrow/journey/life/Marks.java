package marrow.journey.life;

import java.util.List;
import java.util.stream.IntStream;

/**
 * When the marks of one patient were set: first day, last day (NaN for never, negative before entry) and how often; and the
 * first day of each sequel.
 */
final class Marks {
    private static final int ENTRY = -1;

    private final double[] first;
    private final double[] last;
    private final int[] count;

    private final int[] sequelFrom;
    private final int[] sequelTo;
    private final double[] sequelDay;

    /** Per mark: the sequels that end with it. */
    private final int[][] sequelsTo;

    /** The marks that have been set, each once: all that is to be cleared for the next patient. */
    private final int[] set;

    private int setCount;

    Marks(List<String> names, List<Sequel> sequels) {
        int marks = names.size();
        first = new double[marks];
        last = new double[marks];
        count = new int[marks];
        sequelDay = new double[sequels.size()];
        sequelFrom = sequels.stream()
                .mapToInt(one -> one.from() == null ? ENTRY : place(one.from(), names))
                .toArray();
        sequelTo = sequels.stream().mapToInt(one -> place(one.mark(), names)).toArray();
        sequelsTo = Places.of(sequelTo, marks);
        set = IntStream.range(0, marks).toArray();
        setCount = marks;
    }

    private static int place(String mark, List<String> names) {
        int place = names.indexOf(mark);
        if (place < 0) {
            throw new IllegalArgumentException("there is no mark " + mark);
        }
        return place;
    }

    void clear() {
        for (int i = 0; i < setCount; i++) {
            int mark = set[i];
            first[mark] = Double.NaN;
            last[mark] = Double.NaN;
            count[mark] = 0;
            for (int sequel : sequelsTo[mark]) {
                sequelDay[sequel] = Double.NaN;
            }
        }
        setCount = 0;
    }

    /**
     * Sets a mark that lies at or before entry, in whatever order these come: a sequel may start with it, and end with it where it lies
     * after another such mark.
     */
    void setBefore(int mark, double day) {
        for (int sequel = 0; sequel < sequelFrom.length; sequel++) {
            int from = sequelFrom[sequel];
            int to = sequelTo[sequel];
            if (to == mark && from != ENTRY && count[from] > 0 && first[from] < day) {
                sequelDay[sequel] = day;
            } else if (from == mark && count[to] > 0 && day < first[to]) {
                sequelDay[sequel] = first[to];
            }
        }
        enter(mark, day);
    }

    private void enter(int mark, double day) {
        if (count[mark]++ == 0) {
            set[setCount++] = mark;
            first[mark] = day;
        }
        last[mark] = day;
    }

    void set(int mark, double day) {
        for (int sequel : sequelsTo[mark]) {
            int from = sequelFrom[sequel];
            if (Double.isNaN(sequelDay[sequel]) && (from == ENTRY || count[from] > 0)) {
                sequelDay[sequel] = day;
            }
        }
        enter(mark, day);
    }

    double sequelDay(int sequel) {
        return sequelDay[sequel];
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
