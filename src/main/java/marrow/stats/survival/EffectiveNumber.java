package marrow.stats.survival;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import marrow.check.Require;

/**
 * How many patients, all of them followed to t, what is known at t is worth: the smallest of {@code Y(s) / S(s-)} over the
 * s in (0, t] with S(s-) &gt; 0, where Y(s) patients are at risk at s and S is the estimated chance to be free of every
 * event. Without truncation it falls with s: it is n G, the patients whom censoring has left, and all n without any. With
 * nobody event-free so far it is where the last were at risk. Peto et al. (1977), Br. J. Cancer 35:1-39, appendix, at s = t; the
 * smallest, because patients who come in late say nothing of the time before.
 *
 * <p>Where nobody is at risk at some time before t it is 0. Scratch of one thread.
 */
public final class EffectiveNumber {
    private double[] leaves = {};
    private double[] comes = {};

    /** Of the first n subjects; entry may be null, eventFree is S. */
    public double at(double t, double[] time, double[] entry, int n, DoubleUnaryOperator eventFree) {
        Require.notNegative(t, "t");
        if (leaves.length < n) {
            leaves = new double[n];
            comes = new double[n];
        }
        System.arraycopy(time, 0, leaves, 0, n);
        Arrays.sort(leaves, 0, n);
        if (entry == null) {
            Arrays.fill(comes, 0, n, 0);
        } else {
            System.arraycopy(entry, 0, comes, 0, n);
            Arrays.sort(comes, 0, n);
        }
        double fewest = Double.POSITIVE_INFINITY;
        int left = 0;
        int come = 0;
        for (double after = 0; ; after = leaves[left]) { // between two of these times Y only rises, and S only falls
            while (left < n && leaves[left] <= after) {
                left++;
            }
            while (come < n && comes[come] <= after) {
                come++;
            }
            double free = eventFree.applyAsDouble(after);
            if (free > 0) {
                fewest = Math.min(fewest, (come - left) / free);
            }
            if (left == n || !(leaves[left] < t)) {
                return fewest < Double.POSITIVE_INFINITY ? fewest : 0;
            }
        }
    }
}
