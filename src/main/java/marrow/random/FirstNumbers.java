package marrow.random;

/**
 * The first numbers of the patients of a replicate, some hundred at a time: {@link AddressedRandom#firstExponential} of each, to the
 * bit. First the words of all of them, then what a clock's key makes of these: both are the same few operations on each of many
 * longs, for which a compiler finds vector instructions (0.3 ns a word). Mutable, for one thread.
 */
public final class FirstNumbers {
    /** So many patients at a time, whose words stay in the first cache. */
    public static final int AT_A_TIME = Lea64.AT_A_TIME;

    private final AddressedRandom random;
    private final long[] increment = new long[AT_A_TIME];
    private final long[] firstState = new long[AT_A_TIME];

    /** The first word of each patient at an address. */
    private final long[] word = new long[AT_A_TIME];

    private long replicate;
    private int first;
    private int count;

    private FirstNumbers(long seed) {
        random = AddressedRandom.of(seed);
    }

    /** The numbers of this seed. */
    public static FirstNumbers of(long seed) {
        return new FirstNumbers(seed);
    }

    /** Chooses the patients of this replicate from one on: up to {@link #AT_A_TIME}, all below {@code end}. */
    public void patients(long ofReplicate, int from, int end) {
        replicate = ofReplicate;
        first = from;
        count = Math.min(AT_A_TIME, end - from);
        random.replicate(ofReplicate);
        long step = first * Lea64.GOLDEN;
        Lea64.row(random.ofReplicate0 + step, count, increment);
        Lea64.row(random.ofReplicate1 + step, count, firstState);
    }

    /** Puts the first exponential of each chosen patient at occurrence 0 of this clock into the patient's place in a column. */
    public void exponentials(long clockKey, double[] column) {
        mix(clockKey, count, increment, firstState, word);
        for (int i = 0; i < count; i++) {
            double x = AddressedRandom.exponentialOf(word[i]);
            column[first + i] = x >= 0 ? x : atTheEdge(clockKey, first + i);
        }
    }

    /** Two loops, each of a form for which HotSpot finds vectors; for the two in one it finds none. */
    private static void mix(long clockKey, int n, long[] increment, long[] state, long[] word) {
        for (int i = 0; i < n; i++) {
            word[i] = state[i] + clockKey * (increment[i] | 1);
        }
        for (int i = 0; i < n; i++) {
            word[i] = Lea64.of(word[i]);
        }
    }

    private double atTheEdge(long clockKey, int patient) {
        random.patient(replicate, patient);
        return random.atTheEdge(clockKey, 0);
    }
}
