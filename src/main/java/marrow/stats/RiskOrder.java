package marrow.stats;

/**
 * The rows of some subjects in the order of stratum, then of a time; ties stay in the order of the rows. A merge sort
 * of row numbers in arrays made once, since the library's sorts of indices allocate at each call.
 */
final class RiskOrder {
    private int[] rows;
    private int[] other;

    RiskOrder(int capacity) {
        rows = new int[capacity];
        other = new int[capacity];
    }

    int at(int position) {
        return rows[position];
    }

    void sort(Subjects subjects, double[] key) {
        int n = subjects.size();
        if (n > rows.length) {
            throw new IllegalArgumentException("made for " + rows.length + " subjects, not for " + n);
        }
        for (int i = 0; i < n; i++) {
            rows[i] = i;
        }
        int[] stratum = subjects.stratum;
        for (int width = 1; width < n; width *= 2) {
            for (int low = 0; low < n; low += 2 * width) {
                merge(stratum, key, low, Math.min(low + width, n), Math.min(low + 2 * width, n));
            }
            int[] swap = rows;
            rows = other;
            other = swap;
        }
    }

    private void merge(int[] stratum, double[] key, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int k = low; k < high; k++) {
            boolean takeLeft = right >= high || (left < middle && !before(stratum, key, rows[right], rows[left]));
            other[k] = takeLeft ? rows[left++] : rows[right++];
        }
    }

    private static boolean before(int[] stratum, double[] key, int a, int b) {
        if (stratum != null && stratum[a] != stratum[b]) {
            return stratum[a] < stratum[b];
        }
        return key[a] < key[b];
    }
}
