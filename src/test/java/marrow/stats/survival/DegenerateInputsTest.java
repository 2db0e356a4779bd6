package marrow.stats.survival;

import static marrow.stats.survival.LandmarkTest.Verdict.NOT_FOLLOWED;
import static marrow.stats.survival.LandmarkTest.Verdict.NO_VARIANCE;
import static marrow.stats.survival.LandmarkTest.Verdict.TESTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import marrow.stats.law.Confidence;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Interval;
import org.junit.jupiter.api.Test;

/**
 * Every sample that has too little in it, and what each estimate and test answers at the landmark, t = 2. The answers are
 * those of the class comments. NaN is none of them.
 */
class DegenerateInputsTest {
    private static final double NONE = -1; // no such time
    private static final double LANDMARK = 2;
    private static final double[] TIMES = {0, 0.5, 1, 1.5, 2, 3, 4, 99};
    private static final Interval ANY_CHANCE = new Interval(0, 1);

    /**
     * @param survival  S(2); with one cause the incidence is 1 - S(2)
     * @param error     Greenwood's standard error of both
     * @param verdict   on the plain scale
     * @param median    or NONE
     * @param mean      within 2
     * @param meanError its standard error
     * @param hazard    Nelson and Aalen's H(2)
     */
    private record Answer(
            double survival,
            double error,
            LandmarkTest.Verdict verdict,
            double median,
            double mean,
            double meanError,
            double hazard,
            double hazardError) {}

    private record Degenerate(String name, SurvivalSample sample, Answer answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Degenerate> SAMPLES = List.of(
            new Degenerate("nobody", sample(), new Answer(1, 0, NOT_FOLLOWED, NONE, 2, 0, 0, 0)),
            new Degenerate("one patient with the event", sample(1, 1), new Answer(0, 0, NO_VARIANCE, 1, 1, 0, 1, 1)),
            new Degenerate(
                    "one patient with the event later", sample(3, 1), new Answer(1, 0, NO_VARIANCE, 3, 2, 0, 0, 0)),
            new Degenerate(
                    "one patient censored before", sample(1, 0), new Answer(1, 0, NOT_FOLLOWED, NONE, 2, 0, 0, 0)),
            new Degenerate(
                    "one patient censored at the landmark",
                    sample(2, 0),
                    new Answer(1, 0, NO_VARIANCE, NONE, 2, 0, 0, 0)),
            new Degenerate("all censored", sample(1, 0, 2, 0, 3, 0), new Answer(1, 0, NO_VARIANCE, NONE, 2, 0, 0, 0)),
            new Degenerate(
                    "all censored together",
                    sample(1, 0, 1, 0, 1, 0),
                    new Answer(1, 0, NOT_FOLLOWED, NONE, 2, 0, 0, 0)),
            new Degenerate("no event before", sample(3, 1, 4, 1, 4, 0), new Answer(1, 0, NO_VARIANCE, 4, 2, 0, 0, 0)),
            new Degenerate(
                    "all have the event",
                    sample(1, 1, 1.5, 1),
                    new Answer(0, 0, NO_VARIANCE, 1.25, 1.25, Math.sqrt(0.03125), 1.5, Math.sqrt(1.25))),
            new Degenerate(
                    "all have the event together",
                    sample(1, 1, 1, 1, 1, 1),
                    new Answer(0, 0, NO_VARIANCE, 1, 1, 0, 1, Math.sqrt(1.0 / 3))),
            new Degenerate(
                    "all tied and half censored",
                    sample(1, 1, 1, 1, 1, 0, 1, 0),
                    new Answer(0.5, 0.25, NOT_FOLLOWED, 1, 1.5, 0.25, 0.5, Math.sqrt(0.125))),
            new Degenerate(
                    "all tied at the landmark",
                    sample(2, 1, 2, 1, 2, 0, 2, 0),
                    new Answer(0.5, 0.25, TESTED, 2, 2, 0, 0.5, Math.sqrt(0.125))),
            new Degenerate(
                    "nobody left at the landmark",
                    sample(1, 1, 1.5, 0),
                    new Answer(0.5, Math.sqrt(0.125), NOT_FOLLOWED, 1.25, 1.5, Math.sqrt(0.125), 0.5, 0.5)),
            new Degenerate(
                    "event on entry at time zero",
                    sample(0, 1, 3, 0),
                    new Answer(0.5, Math.sqrt(0.125), TESTED, 1.5, 1, Math.sqrt(0.5), 0.5, 0.5)),
            new Degenerate(
                    "truncation empties the risk set",
                    sample(1, 1, 3, 1).enteredAt(new double[] {0, 1.5}),
                    new Answer(0, 0, NO_VARIANCE, 1, 1, 0, 1, 1)),
            new Degenerate(
                    "all enter later",
                    sample(3, 1, 3, 0).enteredAt(new double[] {2.5, 2.5}),
                    new Answer(1, 0, NO_VARIANCE, 3, 2, 0, 0, 0)),
            new Degenerate(
                    "tiny weights",
                    sample(1, 1, 3, 0).weighted(new double[] {1e-9, 1e-9}),
                    new Answer(
                            0.5,
                            0.5 * Math.sqrt(0.5e9),
                            TESTED,
                            2,
                            1.5,
                            0.5 * Math.sqrt(0.5e9),
                            0.5,
                            0.5 * Math.sqrt(1e9))));

    /** Time and status of one after the other. */
    private static SurvivalSample sample(double... timesAndStatus) {
        double[] time = new double[timesAndStatus.length / 2];
        int[] status = new int[time.length];
        for (int i = 0; i < time.length; i++) {
            time[i] = timesAndStatus[2 * i];
            status[i] = (int) timesAndStatus[2 * i + 1];
        }
        return SurvivalSample.of(time, status);
    }

    @Test
    void kaplan_meier() {
        for (Degenerate d : SAMPLES) {
            KaplanMeier km = KaplanMeier.of(d.sample);
            close(d.answer.survival, km.survival(LANDMARK), d + ", survival");
            close(d.answer.error, km.standardError(LANDMARK), d + ", error");
            assertEquals(d.answer.verdict != NOT_FOLLOWED, km.isFollowedTo(LANDMARK), d + ", followed");
            close(d.answer.median, km.median().orElse(NONE), d + ", median");
            close(d.answer.mean, km.restrictedMean(LANDMARK), d + ", mean");
            close(d.answer.meanError, km.restrictedMeanError(LANDMARK), d + ", error of the mean");
        }
    }

    @Test
    void nelson_aalen() {
        for (Degenerate d : SAMPLES) {
            NelsonAalen estimate = NelsonAalen.of(d.sample);
            close(d.answer.hazard, estimate.cumulativeHazard(LANDMARK), d + ", hazard");
            close(d.answer.hazardError, estimate.standardError(LANDMARK), d + ", error");
            if (d.answer.hazard == 0) {
                assertEquals(new Interval(0, 0), estimate.plainInterval(LANDMARK, 0.95), d.name);
                assertEquals(new Interval(0, Double.POSITIVE_INFINITY), estimate.logInterval(LANDMARK, 0.95), d.name);
            }
        }
    }

    @Test
    void aalen_johansen_of_the_only_cause_and_of_one_without_events() {
        for (Degenerate d : SAMPLES) {
            AalenJohansen aj = AalenJohansen.of(d.sample, 2);
            assertEquals(1 - KaplanMeier.of(d.sample).survival(LANDMARK), aj.incidence(1, LANDMARK), d.name);
            assertEquals(d.answer.verdict != NOT_FOLLOWED, aj.isFollowedTo(LANDMARK), d + ", followed");
            if (d.sample.weight() == null) {
                close(d.answer.error, aj.standardError(1, LANDMARK, IncidenceVariance.GREENWOOD), d + ", error");
                close(
                        d.answer.error,
                        aj.standardError(1, LANDMARK, IncidenceVariance.INFINITESIMAL_JACKKNIFE),
                        d + ", error");
            }
            for (IncidenceVariance variance : IncidenceVariance.values()) {
                assertEquals(0, aj.incidence(2, LANDMARK), d.name);
                assertEquals(0, aj.standardError(2, LANDMARK, variance), d.name);
            }
        }
    }

    @Test
    void intervals_where_the_estimate_is_zero_or_one() {
        for (Degenerate d : SAMPLES) {
            double s = d.answer.survival;
            KaplanMeier km = KaplanMeier.of(d.sample);
            AalenJohansen aj = AalenJohansen.of(d.sample, 1);
            for (ConfidenceScale scale : s == 0 || s == 1 ? ConfidenceScale.values() : new ConfidenceScale[0]) {
                Confidence confidence = Confidence.of(scale, 0.95);
                assertEquals(zeroOrOne(scale, s), km.interval(LANDMARK, confidence), d + " " + scale);
                assertEquals(
                        zeroOrOne(scale, 1 - s),
                        aj.interval(1, LANDMARK, IncidenceVariance.GREENWOOD, confidence),
                        d + " " + scale);
            }
        }
    }

    private static Interval zeroOrOne(ConfidenceScale scale, double p) {
        boolean point = scale == ConfidenceScale.PLAIN || (scale == ConfidenceScale.LOG && p == 1);
        return point ? new Interval(p, p) : ANY_CHANCE;
    }

    @Test
    void landmark_test() {
        for (Degenerate d : SAMPLES) {
            for (ConfidenceScale scale : ConfidenceScale.values()) {
                LandmarkTest survival = KaplanMeier.of(d.sample).test(LANDMARK, 0.65, scale);
                LandmarkTest incidence =
                        AalenJohansen.of(d.sample, 1).test(1, LANDMARK, 0.35, IncidenceVariance.GREENWOOD, scale);
                assertEquals(d.answer.verdict, survival.verdict(), d + " " + scale);
                assertEquals(d.answer.verdict, incidence.verdict(), d + " " + scale);
                close(d.answer.survival, survival.estimate(), d + " " + scale);
                if (survival.verdict() != TESTED) {
                    assertEquals(0, survival.z(), d + " " + scale);
                    assertEquals(1, survival.pGreater(), d + " " + scale);
                    assertEquals(1, survival.pLess(), d + " " + scale);
                    assertEquals(1, survival.pTwoSided(), d + " " + scale);
                }
            }
        }
    }

    /** Against H0(t) = t / 2: events beyond the landmark count too. */
    @Test
    void one_sample_log_rank() {
        for (Degenerate d : SAMPLES) {
            if (d.sample.weight() == null) {
                OneSampleLogRank test = OneSampleLogRank.of(d.sample, t -> t / 2);
                if (test.expected() == 0) {
                    assertEquals("nobody", d.name);
                }
                number(test.classic(), d.name);
                number(test.wu(), d.name);
                number(test.exact().pTwoSided(), d.name);
            }
        }
    }

    @Test
    void one_sample_log_rank_of_nobody_and_of_impossible_events() {
        OneSampleLogRank nobody = OneSampleLogRank.of(sample(), t -> t);
        assertEquals(new OneSampleLogRank(0, 0), nobody);
        assertEquals(0, nobody.classic());
        assertEquals(0, nobody.wu());
        OneSampleLogRank impossible = OneSampleLogRank.of(sample(1, 1, 2, 1), t -> 0);
        assertEquals(new OneSampleLogRank(2, 0), impossible);
        assertEquals(Double.POSITIVE_INFINITY, impossible.classic());
        assertEquals(0, OneSampleLogRank.pMore(impossible.classic()));
        assertEquals(1, OneSampleLogRank.pFewer(impossible.classic()));
        assertEquals(0, OneSampleLogRank.pTwoSided(impossible.classic()));
        assertEquals(2, impossible.wu(), 1e-15);
        OneSampleLogRank asExpected = new OneSampleLogRank(3, 3);
        assertEquals(0, asExpected.classic());
        assertEquals(1, OneSampleLogRank.pTwoSided(asExpected.wu()));
    }

    @Test
    void exact_poisson_test() {
        ExactPoissonTest nothing = new ExactPoissonTest(0, 0);
        assertEquals(1, nothing.pTwoSided());
        assertEquals(1, nothing.pLess());
        assertEquals(1, nothing.pGreater());
        ExactPoissonTest impossible = new ExactPoissonTest(2, 0);
        assertEquals(0, impossible.pTwoSided());
        assertEquals(1, impossible.pLess());
        assertEquals(0, impossible.pGreater());
        assertThrows(IllegalArgumentException.class, () -> impossible.ratio(0.95));
        assertEquals(1, new ExactPoissonTest(3, 3).pTwoSided());
        assertEquals(0, new ExactPoissonTest(0, 2).ratio(0.95).lower());
        for (double expected : new double[] {0, Double.MIN_VALUE, 1e-300, 1e-12, 0.5, 1, 40, 1e5}) {
            for (int observed : new int[] {0, 1, 2, 50, 100_000}) {
                String what = observed + " of " + expected;
                ExactPoissonTest test = new ExactPoissonTest(observed, expected);
                chance(test.pLess(), what);
                chance(test.pGreater(), what);
                chance(test.pTwoSided(), what);
            }
        }
    }

    /** Whatever is asked, on every scale, at every time. */
    @Test
    void nothing_answers_nan() {
        for (Degenerate d : SAMPLES) {
            KaplanMeier km = KaplanMeier.of(d.sample);
            NelsonAalen hazard = NelsonAalen.of(d.sample);
            AalenJohansen aj = AalenJohansen.of(d.sample, 2);
            for (double t : TIMES) {
                String what = d + " at " + t;
                chance(km.survival(t), what);
                number(km.standardError(t), what);
                number(hazard.cumulativeHazard(t), what);
                number(hazard.standardError(t), what);
                ends(hazard.plainInterval(t, 0.95), what);
                ends(hazard.logInterval(t, 0.95), what);
                number(km.restrictedMean(t + 1), what);
                number(km.restrictedMeanError(t + 1), what);
                for (ConfidenceScale scale : ConfidenceScale.values()) {
                    Confidence confidence = Confidence.of(scale, 0.95);
                    chance(km.lower(t, confidence), what + scale);
                    chance(km.upper(t, confidence), what + scale);
                    number(km.test(t, 0.65, scale).z(), what + scale);
                    chance(km.test(t, 0.65, scale).pTwoSided(), what + scale);
                    for (IncidenceVariance variance : IncidenceVariance.values()) {
                        for (int cause = 1; cause <= 2; cause++) {
                            number(aj.standardError(cause, t, variance), what + variance);
                            chance(aj.lower(cause, t, variance, confidence), what + variance + scale);
                            chance(aj.upper(cause, t, variance, confidence), what + variance + scale);
                            number(aj.test(cause, t, 0.35, variance, scale).z(), what + variance + scale);
                        }
                    }
                    for (double p : new double[] {1e-12, 0.5, Math.nextDown(1.0)}) {
                        time(km.quantile(p), what + scale);
                        time(km.quantileLower(p, confidence), what + scale);
                        time(km.quantileUpper(p, confidence), what + scale);
                    }
                }
            }
        }
    }

    private static void close(double expected, double ours, String what) {
        assertEquals(expected, ours, 1e-12 * Math.max(1, Math.abs(expected)), what);
    }

    private static void chance(double p, String what) {
        assertEquals(true, p >= 0 && p <= 1, () -> what + ": " + p);
    }

    private static void number(double x, String what) {
        assertFalse(Double.isNaN(x), what);
    }

    private static void ends(Interval interval, String what) {
        assertEquals(true, interval.lower() <= interval.upper(), () -> what + ": " + interval);
    }

    private static void time(OptionalDouble t, String what) {
        assertEquals(true, t.orElse(0) >= 0, what);
    }
}
