package marrow.montecarlo;

import java.nio.ByteBuffer;

/**
 * Count, mean and the sums of powers of deviations of one column, M_k = sum (x - mean)^k for k = 2, 3, 4. NaN counts as missing. Two of them join
 * as if the numbers had come in one row, up to rounding, and in the same way every time when they join in the same order. What too few numbers do not tell is
 * NaN.
 *
 * <p>Source: Pebay (2008), Sandia report SAND2008-6212, equation 2.1.
 */
public final class Moments {
    /** How long one is in {@link #write}. */
    static final int BYTES = 6 * Long.BYTES;

    private long count;
    private long missing;
    private double mean;
    private double m2;
    private double m3;
    private double m4;

    /** Of these numbers. */
    public static Moments of(double... numbers) {
        Moments moments = new Moments();
        moments.become(numbers, 0, 1, numbers.length, new double[numbers.length + 1]);
        return moments;
    }

    /** One number after those before. Who has many at once asks for those {@link #of} all of them. */
    public void add(double x) {
        join(of(x));
    }

    /**
     * Those of n numbers, one in every {@code step} from a place on, in place of what was here: first their mean, then the powers of what each is away
     * from it. Numbers that are all the same have no spread, to the bit.
     *
     * @param present scratch for one number more
     */
    void become(double[] numbers, int from, int step, int n, double[] present) {
        int known = 0;
        long apart = 0; // bits in which some number is not the first
        long first = n == 0 ? 0 : Double.doubleToRawLongBits(numbers[from]);
        for (int i = 0, at = from; i < n; i++, at += step) {
            double x = numbers[at];
            present[known] = x;
            known += Double.isNaN(x) ? 0 : 1;
            apart |= Double.doubleToRawLongBits(x) ^ first;
        }
        count = known;
        missing = (long) n - known;
        mean = known == 0 ? 0 : present[0];
        m2 = 0;
        m3 = 0;
        m4 = 0;
        if (apart != 0 && known > 0) { // columns that are the same in all trials are many
            present[known] = mean; // an odd number of them is made even by one that adds nothing
            findMean(present, known);
            present[known] = mean;
            findPowers(present, (known + 1) / 2);
        }
    }

    /** From the first number. Halves are summed side by side, here and below, since each sum waits for the one before. */
    private void findMean(double[] x, int n) {
        double origin = x[0];
        int half = (n + 1) / 2;
        double sum = 0;
        double other = 0;
        for (int i = 0; i < half; i++) {
            sum += x[i] - origin;
            other += x[half + i] - origin;
        }
        mean = origin + (sum + other) / n;
    }

    private void findPowers(double[] x, int half) {
        double square = 0;
        double cube = 0;
        double fourth = 0;
        double otherSquare = 0;
        double otherCube = 0;
        double otherFourth = 0;
        for (int i = 0; i < half; i++) {
            double a = x[i] - mean;
            double b = x[half + i] - mean;
            square += a * a;
            cube += a * a * a;
            fourth += a * a * (a * a);
            otherSquare += b * b;
            otherCube += b * b * b;
            otherFourth += b * b * (b * b);
        }
        m2 = square + otherSquare;
        m3 = cube + otherCube;
        m4 = fourth + otherFourth;
    }

    /** Takes in the numbers of another, which came after these. */
    public void join(Moments other) {
        missing += other.missing;
        if (other.count == 0) {
            return;
        }
        if (count == 0) {
            count = other.count;
            mean = other.mean;
            m2 = other.m2;
            m3 = other.m3;
            m4 = other.m4;
            return;
        }
        double a = count;
        double b = other.count;
        double n = a + b;
        double delta = other.mean - mean;
        double d2 = delta * delta;
        m4 += other.m4
                + d2 * d2 * a * b * (a * a - a * b + b * b) / (n * n * n)
                + 6 * d2 * (a * a * other.m2 + b * b * m2) / (n * n)
                + 4 * delta * (a * other.m3 - b * m3) / n;
        m3 += other.m3 + d2 * delta * a * b * (a - b) / (n * n) + 3 * delta * (a * other.m2 - b * m2) / n;
        m2 += other.m2 + d2 * a * b / n;
        mean += delta * b / n;
        count += other.count;
    }

    /** How many numbers there were, missing ones not counted. */
    public long count() {
        return count;
    }

    public long missing() {
        return missing;
    }

    /** NaN without numbers. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** The sample variance, m2 / (n - 1); NaN for fewer than two numbers. */
    public double variance() {
        return count < 2 ? Double.NaN : m2 / (count - 1);
    }

    /** The standard error of the mean; NaN for fewer than two numbers. */
    public double standardError() {
        return Math.sqrt(variance() / count);
    }

    /**
     * The standard error of the standard deviation s by the delta method, sqrt(Var(s^2)) / (2 s), which makes no assumption about the law of the numbers; 0
     * where s is 0, NaN for fewer than two numbers. With the central moments mu2 and mu4 of the law,
     *
     * <pre>
     *   Var(s^2) = (mu4 - mu2^2 (n - 3) / (n - 1)) / n = (mu4 - mu2^2) / n + 2 mu2^2 / (n (n - 1))
     * </pre>
     *
     * <p>exactly. In the first term both are the sample's, divided by n, so that it is never below 0; in the second mu2 is s^2. Of two values, each as often
     * as the other, the second is all there is.
     *
     * <p>Source: Mood, Graybill and Boes (1974), Introduction to the Theory of Statistics, chapter VI, the variance of S^2.
     */
    public double standardErrorOfDeviation() {
        double s2 = variance();
        double n = count;
        double squares = m2 / n;
        double ofVariance = Math.max(0, m4 / n - squares * squares) / n + 2 * s2 * s2 / (n * (n - 1));
        return s2 == 0 ? 0 : Math.sqrt(ofVariance) / (2 * Math.sqrt(s2));
    }

    void write(ByteBuffer to) {
        to.putLong(count)
                .putLong(missing)
                .putDouble(mean)
                .putDouble(m2)
                .putDouble(m3)
                .putDouble(m4);
    }

    static Moments read(ByteBuffer from) {
        Moments moments = new Moments();
        moments.count = from.getLong();
        moments.missing = from.getLong();
        moments.mean = from.getDouble();
        moments.m2 = from.getDouble();
        moments.m3 = from.getDouble();
        moments.m4 = from.getDouble();
        return moments;
    }
}
