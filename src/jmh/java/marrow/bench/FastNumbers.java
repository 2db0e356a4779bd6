package marrow.bench;

import java.util.SplittableRandom;

/**
 * The random numbers of the hand-written loops: xoshiro256++ (Blackman and Vigna 2019) and the ziggurat for the unit
 * exponential (Marsaglia and Tsang 2000, 256 layers, 55 bits), drawn by the array. Within a fill the state lives in local
 * variables, which the compiler keeps in registers; in fields each draw would wait for the one before to pass through memory.
 */
final class FastNumbers {
    private static final double TAIL = 7.69711747013104972;
    private static final double AREA = 3.9496598225815571993e-3;
    private static final double UNIT = 0x1p55;

    private final long[] accept = new long[256];
    private final double[] width = new double[256];
    private final double[] height = new double[256];

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    FastNumbers(long seed) {
        SplittableRandom start = new SplittableRandom(seed);
        s0 = start.nextLong();
        s1 = start.nextLong();
        s2 = start.nextLong();
        s3 = start.nextLong();
        double layer = TAIL;
        double base = AREA / Math.exp(-TAIL);
        accept[0] = (long) (TAIL / base * UNIT);
        width[0] = base / UNIT;
        height[0] = 1;
        width[255] = TAIL / UNIT;
        height[255] = Math.exp(-TAIL);
        for (int i = 254; i >= 1; i--) {
            double above = layer;
            layer = -Math.log(AREA / above + Math.exp(-above));
            accept[i + 1] = (long) (layer / above * UNIT);
            width[i] = layer / UNIT;
            height[i] = Math.exp(-layer);
        }
    }

    /** Unit exponentials in the first n places. */
    void exponentials(double[] out, int n) {
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        for (int i = 0; i < n; i++) {
            long word = Long.rotateLeft(a + d, 23) + a;
            long t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = Long.rotateLeft(d, 45);
            int layer = (int) word & 255;
            long x = word >>> 9;
            if (x < accept[layer]) {
                out[i] = x * width[layer];
            } else {
                s0 = a;
                s1 = b;
                s2 = c;
                s3 = d;
                out[i] = outside(layer, x);
                a = s0;
                b = s1;
                c = s2;
                d = s3;
            }
        }
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
    }

    /** Uniforms between 0 and {@code below} in the first n places. */
    void uniforms(double[] out, int n, double below) {
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        double unit = below * 0x1p-53;
        for (int i = 0; i < n; i++) {
            long word = Long.rotateLeft(a + d, 23) + a;
            long t = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= t;
            d = Long.rotateLeft(d, 45);
            out[i] = (word >>> 11) * unit;
        }
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
    }

    private double outside(int layer, long x) {
        int i = layer;
        long u = x;
        while (true) {
            if (i == 0) {
                return TAIL - Math.log(1 - uniform());
            }
            double there = u * width[i];
            if (height[i] + uniform() * (height[i - 1] - height[i]) < Math.exp(-there)) {
                return there;
            }
            long word = next();
            i = (int) word & 255;
            u = word >>> 9;
            if (u < accept[i]) {
                return u * width[i];
            }
        }
    }

    private double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    private long next() {
        long word = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return word;
    }
}
