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
            throw new IllegalArgumentException("go must lie above no-go, and " + go + " is not above " + noGo);
        }
        if (end <= 0 || end >= 1) {
            throw new IllegalArgumentException("the chance needed at the end lies between 0 and 1, and is not " + end);
        }
    }

    boolean seeksEfficacy() {
        return go <= 1;
    }

    /** The posterior chance of being above the null, before the end. */
    Judged aboveNull(double chance) {
        return new Judged("P(above null)", chance, go > 1 ? Double.NaN : go, Double.NaN);
    }

    /** That chance at the end. */
    Judged shown(double chance) {
        return new Judged("P(above null)", chance, end, Double.NaN);
    }

    /** The posterior chance of being above the target. */
    Judged aboveTarget(double chance) {
        return new Judged("P(above target)", chance, Double.NaN, noGo < 0 ? Double.NaN : noGo);
    }

    /** The predictive chance that the end will show it. */
    Judged predicted(double chance) {
        return new Judged("P(shown at the end)", chance, go > 1 ? Double.NaN : go, noGo < 0 ? Double.NaN : noGo);
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
