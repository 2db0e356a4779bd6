package marrow.look;

/**
 * From which chance on a trial stops for efficacy, up to which it stops for futility, and from which on it has shown what it hoped for at its end.
 *
 * @param go   above 1 where it never stops for efficacy
 * @param noGo below 0 where it never stops for futility
 * @param end  NaN where the test of the analysis decides at the end
 */
public record GoNoGo(double go, double noGo, double end) {
    public static final double NEVER_GO = 2;
    public static final double NEVER_NO_GO = -1;
    public static final double BY_THE_TEST = Double.NaN;

    public GoNoGo {
        if (!(go > noGo)) {
            throw new IllegalArgumentException("go (" + go + ") lies above no-go (" + noGo + ")");
        }
        if (end <= 0 || end >= 1) {
            throw new IllegalArgumentException("the chance needed at the end lies between 0 and 1, and is not " + end);
        }
    }

    /** Before the end of the trial, from whether the chance is high enough for a go, or low enough for a no-go. */
    Verdict before(boolean high, boolean low) {
        return high ? Verdict.EFFICACY : low ? Verdict.FUTILITY : Verdict.GO_ON;
    }

    /** At its end. What is not shown is futile, or inconclusive where a posterior chance has a no-go that is not reached. */
    Verdict atEnd(boolean shown, boolean low, boolean predictive) {
        boolean open = !predictive && noGo >= 0 && !low;
        return shown ? Verdict.EFFICACY : open ? Verdict.GO_ON : Verdict.FUTILITY;
    }
}
