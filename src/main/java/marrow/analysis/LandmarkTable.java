package marrow.analysis;

import marrow.check.Require;
import marrow.stats.law.Confidence;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Interval;
import marrow.stats.survival.LandmarkTest;
import marrow.stats.survival.UnanimousTest;

/**
 * The p-value and the interval that belong to an estimate and its standard error, kept as they are found: where few are lost, small
 * trials come to the same few estimates again and again, and logarithms and normal tails take longer than all the rest. An estimate of 0 or 1,
 * which has no error, has the number of patients that it is of in its place. Each
 * pair has one place, which the last that came there holds. Scratch of one thread.
 */
final class LandmarkTable {
    /** Enough that the estimates of looks seldom drive out those of ends. */
    private static final int PLACES = 1 << 12;

    /** No standard error lies below 0. */
    private static final double UNANIMOUS = -1;

    private static final int SHIFT = Long.numberOfLeadingZeros(PLACES - 1);

    private final ConfidenceScale scale;
    private final Hypothesis hypothesis;
    private final Confidence confidence;
    private final double[] estimate = new double[PLACES];
    private final double[] error = new double[PLACES];
    private final boolean[] taken = new boolean[PLACES];
    private final boolean[] tested = new boolean[PLACES];
    private final double[] p = new double[PLACES];
    private final double[] lower = new double[PLACES];
    private final double[] upper = new double[PLACES];

    LandmarkTable(ConfidenceScale scale, Hypothesis hypothesis) {
        Require.openProbability(hypothesis.nullValue(), "p0");
        this.scale = scale;
        this.hypothesis = hypothesis;
        confidence = Confidence.of(scale, hypothesis.level());
    }

    /**
     * Fills in the interval, and the estimate with its test where it was followed to. An estimate of 0 or 1 that has no error to be tested by
     * is tested by the number of patients that it is of, which its arm tells.
     */
    void fill(Finding finding, double value, double standardError, ArmLandmark landmark) {
        boolean followed = landmark.isFollowedTo();
        int place = find(value, standardError);
        if (followed && !tested[place]) {
            place = find(value, UNANIMOUS - landmark.effectiveNumber());
        }
        boolean possible = followed && tested[place];
        finding.test(possible, possible ? p[place] : 1, hypothesis.alpha());
        if (followed) {
            finding.estimate(value, standardError);
        }
        finding.interval(lower[place], upper[place]);
    }

    /** @param standardError or, where all are alike and there is none, {@link #UNANIMOUS} less how many they are */
    private int find(double value, double standardError) {
        long bits = Double.doubleToRawLongBits(value) * 31 + Double.doubleToRawLongBits(standardError);
        int place = (int) ((bits * 0x9E3779B97F4A7C15L) >>> SHIFT);
        if (!(taken[place] && estimate[place] == value && error[place] == standardError)) {
            taken[place] = true;
            estimate[place] = value;
            error[place] = standardError;
            if (standardError < 0) {
                take(place, new UnanimousTest(value == 1, UNANIMOUS - standardError, hypothesis.nullValue()));
            } else {
                take(place, LandmarkTest.of(value, standardError, hypothesis.nullValue(), scale));
            }
        }
        return place;
    }

    private void take(int place, LandmarkTest test) {
        tested[place] = test.verdict() == LandmarkTest.Verdict.TESTED;
        p[place] = Finding.side(hypothesis.alternative(), test.pLess(), test.pGreater(), test.pTwoSided());
        lower[place] = confidence.lower(estimate[place], error[place]);
        upper[place] = confidence.upper(estimate[place], error[place]);
    }

    private void take(int place, UnanimousTest test) {
        tested[place] = test.patients() > 0;
        p[place] = Finding.side(hypothesis.alternative(), test.pLess(), test.pGreater(), test.pTwoSided());
        Interval interval = test.interval(hypothesis.level());
        lower[place] = interval.lower();
        upper[place] = interval.upper();
    }
}
