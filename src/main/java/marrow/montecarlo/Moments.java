package marrow.montecarlo;

import java.nio.ByteBuffer;

/**
 * Count, mean and the sums of powers of deviations of one column, M_k = sum (x - mean)^k for k = 2, 3, 4, kept as the
 * numbers come. NaN counts as missing. Two of them join as if the numbers had come in one row, up to rounding, and in the
 * same way every time when they join in the same order. What too few numbers do not tell is NaN.
 *
 * <p>Source: Pebay (2008), Sandia report SAND2008-6212, equations 2.1 and 3.1.
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

    public void add(double x) {
        if (Double.isNaN(x)) {
            missing++;
            return;
        }
        double before = count++;
        double n = count;
        double delta = x - mean;
        if (delta == 0) { // columns that are the same in all trials are many, and then nothing moves
            return;
        }
        double part = delta / n;
        double part2 = part * part;
        double term = delta * part * before;
        m4 += term * part2 * (n * n - 3 * n + 3) + 6 * part2 * m2 - 4 * part * m3;
        m3 += term * part * (n - 2) - 3 * part * m2;
        m2 += term;
        mean += part;
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
