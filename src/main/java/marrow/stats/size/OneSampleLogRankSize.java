package marrow.stats.size;

import java.util.function.DoubleUnaryOperator;
import marrow.check.Require;
import marrow.stats.law.Gaussian;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Size and power of the one-sample log-rank test, (O - E) / sqrt(E), of a study whose hazard is a constant ratio times
 * that of a reference curve. Patients arrive evenly over the accrual time, are followed until the end of the study and
 * may be lost at a constant rate.
 *
 * <p>For one patient, O is 1 if the event is seen and E = H0(follow-up). With v1 = E(O), v0 = E(E), omega = v1 - v0 and
 * sigma^2 = Var(O - E), all under the alternative,
 *
 * <pre>
 *   n = (sqrt(v0) z(1 - alpha) + sigma z(power))^2 / omega^2.
 * </pre>
 *
 * <p>With the ratio d and h = H0(c) at the end c of a patient's follow-up, E(O | c) = 1 - exp(-d h), E(E | c) =
 * E(O | c) / d, and E(O E | c) = d E(E^2 | c) / 2 = (1 - (1 + d h) exp(-d h)) / d; they are averaged over c.
 *
 * <p>Reference: Wu (2015), Pharmaceutical Statistics 14:26-33. (Wu's v00 = E(E^2)/2 and v01 = E(O E).) Times are in any
 * one unit.
 */
public final class OneSampleLogRankSize {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(64, -1, 1);
    private static final int PANELS = 8; // of each stretch of follow-up; a curve may have corners

    private final double observed; // v1: events per patient
    private final double expected; // v0: of the reference curve
    private final double variance; // of O - E per patient

    private OneSampleLogRankSize(double observed, double expected, double variance) {
        this.observed = observed;
        this.expected = expected;
        this.variance = variance;
    }

    /**
     * @param reference the cumulative hazard H0(t) of the reference curve
     * @param hazardRatio of the study to the reference; below 1 is better
     * @param accrual how long patients arrive; 0: all at once
     * @param followUp from the last arrival to the end
     * @param lossRate at which patients are lost, per unit of time; 0: none are
     */
    public static OneSampleLogRankSize of(
            DoubleUnaryOperator reference, double hazardRatio, double accrual, double followUp, double lossRate) {
        Require.positive(hazardRatio, "hazardRatio");
        Require.notNegative(accrual, "accrual");
        Require.notNegative(followUp, "followUp");
        Require.positive(accrual + followUp, "accrual + followUp");
        Require.notNegative(lossRate, "lossRate");
        DoubleUnaryOperator spent =
                c -> hazardRatio * Require.notNegative(reference.applyAsDouble(c), "the reference hazard at " + c);
        double observed = average(c -> -StrictMath.expm1(-spent.applyAsDouble(c)), accrual, followUp, lossRate);
        double product = average(
                        c -> {
                            double h = spent.applyAsDouble(c);
                            return 1 - (1 + h) * StrictMath.exp(-h);
                        },
                        accrual,
                        followUp,
                        lossRate)
                / hazardRatio;
        double expected = observed / hazardRatio;
        double omega = observed - expected;
        double variance = observed + 2 * product / hazardRatio - 2 * product - omega * omega;
        Require.positive(expected, "the expected number of events per patient");
        return new OneSampleLogRankSize(observed, expected, variance);
    }

    /** Patients for the one-sided test towards the side of the hazard ratio, not rounded. */
    public double patients(double alpha, double power) {
        Require.risingProbabilities(alpha, power, "alpha", "power");
        if (observed == expected) {
            throw new IllegalArgumentException("no number of patients shows a hazard ratio of 1");
        }
        double root = Math.sqrt(expected) * Gaussian.upperQuantile(alpha)
                + Math.sqrt(variance) * Gaussian.upperQuantile(1 - power);
        double omega = observed - expected;
        return root * root / (omega * omega);
    }

    /** The power of the one-sided test towards the side of the hazard ratio. */
    public double power(int patients, double alpha) {
        Require.atLeast(patients, 1, "patients");
        Require.openProbability(alpha, "alpha");
        double drift = Math.sqrt(patients) * Math.abs(observed - expected);
        return Gaussian.lowerTail((drift - Math.sqrt(expected) * Gaussian.upperQuantile(alpha)) / Math.sqrt(variance));
    }

    /** The chance that a patient's event is seen. */
    public double eventsPerPatient() {
        return observed;
    }

    /** The average of g over the end of follow-up: the end of the study or the loss, whichever comes first. */
    private static double average(DoubleUnaryOperator g, double accrual, double followUp, double lossRate) {
        DoubleUnaryOperator lost = c -> lossRate * StrictMath.exp(-lossRate * c) * g.applyAsDouble(c);
        double early = integral(lost, 0, followUp);
        if (accrual == 0) {
            return early + StrictMath.exp(-lossRate * followUp) * g.applyAsDouble(followUp);
        }
        double end = followUp + accrual;
        DoubleUnaryOperator late =
                c -> (StrictMath.exp(-lossRate * c) * g.applyAsDouble(c) + lost.applyAsDouble(c) * (end - c)) / accrual;
        return early + integral(late, followUp, end);
    }

    /** From 0 over the fourth root of time: there a Weibull curve has a slope at 0, even if its shape is below 1. */
    private static double integral(DoubleUnaryOperator f, double from, double to) {
        return from > 0
                ? sumOfPanels(f, from, to)
                : sumOfPanels(u -> 4 * u * u * u * f.applyAsDouble(u * u * u * u), 0, Math.sqrt(Math.sqrt(to)));
    }

    private static double sumOfPanels(DoubleUnaryOperator f, double from, double to) {
        double half = 0.5 * (to - from) / PANELS;
        double sum = 0;
        for (int i = 0; i < PANELS; i++) {
            double centre = from + (2 * i + 1) * half;
            sum += half * RULE.integrate(x -> f.applyAsDouble(centre + half * x));
        }
        return sum;
    }
}
