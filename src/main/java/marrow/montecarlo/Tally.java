package marrow.montecarlo;

import java.nio.ByteBuffer;

/**
 * How many numbers of a column fell where, so that its quantiles can be told in memory that does not grow with the replicates. A place is a 256th of a doubling:
 * whole numbers below 512 have one of their own, others are known to 0.4 %. Numbers below 1 share one place, 0. NaN is left out.
 */
public final class Tally {
    private static final int PARTS = 256; // of a doubling
    private static final int DOUBLINGS = 40;
    private static final short NONE = -1;

    /** How long one of a block is in a file: the place of each of its replicates. */
    static final int BYTES = Simulation.BLOCK * Short.BYTES;

    private final int[] count = new int[1 + DOUBLINGS * PARTS];
    private long total;

    void add(double x) {
        if (!Double.isNaN(x)) {
            count[place(x)]++;
            total++;
        }
    }

    private static int place(double x) {
        if (!(x >= 1)) {
            return 0;
        }
        int doubling = Math.min(DOUBLINGS - 1, Math.getExponent(x));
        int part = Math.min(PARTS - 1, (int) ((x / (1L << doubling) - 1) * PARTS));
        return 1 + doubling * PARTS + part;
    }

    /** The number that stands for a place: its start where it is no wider than 1, else its middle. */
    private static double at(int place) {
        if (place == 0) {
            return 0;
        }
        double start = 1L << ((place - 1) / PARTS);
        double width = start / PARTS;
        return start + width * ((place - 1) % PARTS + (width > 1 ? 0.5 : 0));
    }

    void join(Tally other) {
        for (int i = 0; i < count.length; i++) {
            count[i] += other.count[i];
        }
        total += other.total;
    }

    /** The quantile of a share, with the interval that a binomial count of smaller numbers gives; NaN without numbers. */
    public Estimate quantile(double share) {
        double spread = Estimate.Z * Math.sqrt(share * (1 - share) * total);
        double lower = ranked(share * total - spread);
        double upper = ranked(share * total + spread);
        return new Estimate(ranked(share * total), (upper - lower) / (2 * Estimate.Z), lower, upper);
    }

    /** The number below which there are so many. */
    private double ranked(double rank) {
        if (total == 0) {
            return Double.NaN;
        }
        long wanted = Math.max(0, Math.min(total - 1, (long) Math.floor(rank)));
        long before = 0;
        int place = 0;
        while (before + count[place] <= wanted) {
            before += count[place++];
        }
        return at(place);
    }

    /** Of a block, which has no more replicates than there is room for. */
    void write(ByteBuffer to) {
        int written = 0;
        for (int place = 0; place < count.length; place++) {
            for (int i = 0; i < count[place]; i++) {
                to.putShort((short) place);
                written++;
            }
        }
        for (; written < Simulation.BLOCK; written++) {
            to.putShort(NONE);
        }
    }

    static Tally read(ByteBuffer from) {
        Tally tally = new Tally();
        for (int i = 0; i < Simulation.BLOCK; i++) {
            short place = from.getShort();
            if (place != NONE) {
                tally.count[place]++;
                tally.total++;
            }
        }
        return tally;
    }
}
