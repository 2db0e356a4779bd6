package marrow.dist;

/**
 * Powers {@code x^p = exp(p log x)} of what is not negative, by tables and short series: the same bits on every machine, as from {@code StrictMath}, in half of its time. Logarithm
 * and exponential are within 2 units in the last place of {@code StrictMath}'s; so a power has a relative error below about (2 + 2 |p log x|) 2^-52.
 *
 * <p>{@code log x}, x = 2^k z with z in [0.6875, 1.375): the interval of z gives c near 1/z, of so few bits that r = z c - 1, at most 1/128, is
 * as good as exact; {@code log x = k log 2 - log c + log(1 + r)}. On both sides of 1 c is 1, so that nothing cancels there.
 *
 * <p>{@code exp y}, y = (128 m + j) log(2) / 128 + r with |r| below log(2) / 256: {@code 2^m 2^(j/128) exp r}.
 */
final class Power {
    private static final int PARTS = 128;

    /** How far the number of the part stands from the right in the bits of a double. */
    private static final int SHIFT = 45;

    private static final long FIRST = Double.doubleToRawLongBits(0.6875);
    private static final long SMALLEST_NORMAL = Double.doubleToRawLongBits(Double.MIN_NORMAL);
    /** How many doubles are positive, normal and finite: their bits follow one another. */
    private static final long NORMAL = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY) - SMALLEST_NORMAL;

    private static final long SIGN_AND_EXPONENT = 0xfffL << 52;
    private static final long UPPER_HALF = 0xffffffffL << 32;

    /** The 33 upper bits of log 2, of which any multiple by an exponent is exact, and the rest. */
    private static final double LN2_HIGH = 0x1.62e42fee00000p-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double LN2 = LN2_HIGH + LN2_LOW;

    /** Added and taken away again, it leaves the nearest whole number, whose bits end the sum. */
    private static final double WHOLE = 0x1.8p52;

    /** Beyond it {@code StrictMath} says where the result ends. */
    private static final double FARTHEST = 700;

    private static final double[] C = new double[PARTS];
    private static final double[] MINUS_LOG_C = new double[PARTS];

    /** The bits of 2^(j/128), less those which j adds to the exponent. */
    private static final long[] ROOT = new long[PARTS];

    static {
        for (int j = 0; j < PARTS; j++) {
            double from = Double.longBitsToDouble(FIRST + ((long) j << SHIFT));
            double to = Double.longBitsToDouble(FIRST + ((long) (j + 1) << SHIFT));
            C[j] = from == 1 || to == 1 ? 1 : Math.rint(1024 / (from + to)) / 512;
            MINUS_LOG_C[j] = -StrictMath.log(C[j]);
            ROOT[j] = Double.doubleToRawLongBits(StrictMath.exp(j * LN2 / PARTS)) - ((long) j << SHIFT);
        }
    }

    private Power() {}

    /** x^p for x from 0 to infinity; NaN for any other. */
    static double of(double x, double p) {
        return exp(p * log(x));
    }

    static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        if (Long.compareUnsigned(bits - SMALLEST_NORMAL, NORMAL) >= 0) {
            return StrictMath.log(x);
        }
        long offset = bits - FIRST;
        int j = (int) (offset >>> SHIFT) & (PARTS - 1);
        double k = offset >> 52;
        long mantissa = bits - (offset & SIGN_AND_EXPONENT);
        double upper = Double.longBitsToDouble(mantissa & UPPER_HALF);
        double lower = Double.longBitsToDouble(mantissa) - upper;
        double r = (upper * C[j] - 1) + lower * C[j];
        double r2 = r * r;
        double series = (-1.0 / 2 + r * (1.0 / 3))
                + r2 * (-1.0 / 4 + r * (1.0 / 5))
                + r2 * r2 * ((-1.0 / 6 + r * (1.0 / 7)) + r2 * (-1.0 / 8));
        return (k * LN2_HIGH + MINUS_LOG_C[j]) + (r + (r2 * series + k * LN2_LOW));
    }

    static double exp(double y) {
        if (!(Math.abs(y) < FARTHEST)) {
            return StrictMath.exp(y);
        }
        double shifted = y * (PARTS / LN2) + WHOLE;
        double n = shifted - WHOLE;
        long steps = Double.doubleToRawLongBits(shifted);
        double r = (y - n * (LN2_HIGH / PARTS)) - n * (LN2_LOW / PARTS);
        double r2 = r * r;
        double series = r + r2 * (0.5 + r * (1.0 / 6)) + r2 * r2 * (1.0 / 24 + r * (1.0 / 120));
        double root = Double.longBitsToDouble(ROOT[(int) steps & (PARTS - 1)] + (steps << SHIFT));
        return root + root * series;
    }
}
