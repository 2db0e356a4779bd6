package marrow.stats.comparison;

import marrow.check.Require;
import marrow.stats.survival.KaplanMeier;

/**
 * The Kaplan-Meier curves of groups 0 and 1, from columns that hold both. Refilled; allocates only while samples grow.
 */
final class TwoCurves {
    private final KaplanMeier.Scratch[] scratch = {new KaplanMeier.Scratch(), new KaplanMeier.Scratch()};
    private final KaplanMeier[] curve = new KaplanMeier[2];
    private double[] time = {};
    private double[] entry = {};
    private int[] status = {};

    void fit(double[] time, int[] status, double[] entry, int[] group, int n) {
        Require.covers(time.length, n, "time");
        Require.covers(status.length, n, "status");
        Require.covers(entry == null ? n : entry.length, n, "entry");
        Require.covers(group.length, n, "group");
        if (n > this.time.length) {
            this.time = new double[Math.max(n, 2 * this.time.length)];
            this.entry = new double[this.time.length];
            this.status = new int[this.time.length];
        }
        for (int i = 0; i < n; i++) {
            Require.between(group[i], 0, 1, "group");
        }
        for (int g = 0; g < 2; g++) {
            int rows = 0;
            for (int i = 0; i < n; i++) {
                if (group[i] == g) {
                    this.time[rows] = time[i];
                    this.status[rows] = status[i];
                    this.entry[rows++] = entry == null ? 0 : entry[i];
                }
            }
            curve[g] = scratch[g].fit(this.time, this.status, entry == null ? null : this.entry, null, rows);
        }
    }

    KaplanMeier of(int group) {
        return curve[group];
    }

    boolean followedTo(double t) {
        return curve[0].isFollowedTo(t) && curve[1].isFollowedTo(t);
    }
}
