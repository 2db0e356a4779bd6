package marrow.stats.size;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import marrow.check.Require;
import marrow.stats.law.Gaussian;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Power of the log-rank test of two arms with any step hazards, proportional or not, with staggered accrual and dropout,
 * analysed at a calendar time. With the follow-up time t, let Y1 and Y2 be the expected parts of all patients at risk
 * in the arms, phi = Y1/Y2, and dD = (Y1 h1 + Y2 h2) dt the events expected. Per patient, the log-rank numerator and
 * its variance are
 *
 * <pre>
 *   N = integral of  Y1 Y2 / (Y1 + Y2) (h2 - h1) dt,      V = integral of  phi / (1 + phi)^2 dD,
 * </pre>
 *
 * <p>and n patients have power P(Z &gt;= z(alpha) - sqrt(n) N / sqrt(V)). This is what Lakatos (1988), Biometrics
 * 44:229-241, sums over steps of a Markov chain, here in the limit of short steps: Gauss-Legendre panels between the
 * times at which a rate changes. Y(arm, t) = share exp(-H(t) - L(t)) A(end - t), with H and L the cumulative hazards of
 * event and loss and A(s) the part of patients who have come by calendar time s.
 *
 * <p>The test is one-sided for arm 1 having fewer events. Times are in any one unit.
 */
public final class LogRankPower {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(20, -1, 1);

    private final StepRate[] hazard;
    private final StepRate[] loss;
    private final double[] share; // of the patients in each arm
    private final double[] panels; // of follow-up time: between them all is smooth
    private final StepRate accrual;
    private final double accrualEnd;
    private final double analysis;

    private LogRankPower(
            StepRate[] hazard, StepRate[] loss, double[] share, StepRate accrual, double accrualEnd, double analysis) {
        this.hazard = hazard;
        this.loss = loss;
        this.share = share;
        this.accrual = accrual;
        this.accrualEnd = accrualEnd;
        this.analysis = analysis;
        double[] arrivals = accrual.cuts();
        DoubleStream sinceArrival = DoubleStream.concat(Arrays.stream(arrivals), DoubleStream.of(accrualEnd))
                .map(calendar -> analysis - calendar);
        DoubleStream rates = Arrays.stream(new StepRate[] {hazard[0], hazard[1], loss[0], loss[1]})
                .flatMapToDouble(rate -> Arrays.stream(rate.cuts()));
        panels = DoubleStream.concat(DoubleStream.of(analysis), DoubleStream.concat(sinceArrival, rates))
                .filter(t -> t >= 0 && t <= analysis)
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * @param hazard1 of the event in arm 1, by time since arrival
     * @param hazard2 in arm 2
     * @param loss1 the hazard of being lost in arm 1, by time since arrival
     * @param loss2 in arm 2
     * @param allocation patients in arm 1 for one in arm 2
     * @param accrual the relative rate of arrivals, by calendar time
     * @param accrualEnd when arrivals end
     * @param analysis the calendar time of the analysis, not before the end of arrivals
     */
    public static LogRankPower of(
            StepRate hazard1,
            StepRate hazard2,
            StepRate loss1,
            StepRate loss2,
            double allocation,
            StepRate accrual,
            double accrualEnd,
            double analysis) {
        Require.positive(allocation, "allocation");
        Require.positive(accrualEnd, "accrualEnd");
        Require.positive(analysis, "analysis");
        if (analysis < accrualEnd) {
            throw new IllegalArgumentException(
                    "the analysis at " + analysis + " comes before the end of accrual at " + accrualEnd);
        }
        Require.positive(accrual.to(accrualEnd), "arrivals in all");
        double share1 = allocation / (1 + allocation);
        return new LogRankPower(
                new StepRate[] {hazard1, hazard2},
                new StepRate[] {loss1, loss2},
                new double[] {share1, 1 - share1},
                accrual,
                accrualEnd,
                analysis);
    }

    /** The chance that the event of a patient of an arm, 1 or 2, is seen by the analysis. */
    public double eventProbability(int arm) {
        int i = arm - 1;
        return integral(t -> atRisk(i, t) * hazard[i].at(t)) / share[i];
    }

    /** The chance that the event of a patient, of either arm, is seen by the analysis. */
    public double eventProbability() {
        return share[0] * eventProbability(1) + share[1] * eventProbability(2);
    }

    /** The mean of the log-rank Z, for sqrt(patients) = 1. */
    public double driftPerRoot() {
        double numerator = integral(t -> harmonic(t) * (hazard[1].at(t) - hazard[0].at(t)));
        double variance = integral(t -> {
            double y1 = atRisk(0, t);
            double y2 = atRisk(1, t);
            double both = y1 + y2;
            return both > 0 ? y1 * y2 / (both * both) * (y1 * hazard[0].at(t) + y2 * hazard[1].at(t)) : 0;
        });
        return numerator / Math.sqrt(Require.positive(variance, "the variance of the log-rank test"));
    }

    /** The power of the one-sided test for arm 1 having fewer events. */
    public double power(double patients, double alpha) {
        Require.positive(patients, "patients");
        double drift = Math.sqrt(patients) * driftPerRoot();
        return Gaussian.lowerTail(drift - Gaussian.upperQuantile(Require.openProbability(alpha, "alpha")));
    }

    /** Patients of both arms for a power, not rounded. */
    public double patients(double alpha, double power) {
        Require.risingProbabilities(alpha, power, "alpha", "power");
        double perRoot = driftPerRoot();
        if (!(perRoot > 0)) {
            throw new IllegalArgumentException("arm 1 does not have fewer events: the mean of Z is " + perRoot
                    + " times the root of the patients");
        }
        double root = (Gaussian.upperQuantile(alpha) + Gaussian.upperQuantile(1 - power)) / perRoot;
        return root * root;
    }

    private double harmonic(double t) {
        double y1 = atRisk(0, t);
        double y2 = atRisk(1, t);
        return y1 + y2 > 0 ? y1 * y2 / (y1 + y2) : 0;
    }

    /** The expected part of all patients who are in an arm and at risk after follow-up t. */
    private double atRisk(int i, double t) {
        double arrived = accrual.to(Math.min(accrualEnd, analysis - t)) / accrual.to(accrualEnd);
        return share[i] * StrictMath.exp(-hazard[i].to(t) - loss[i].to(t)) * arrived;
    }

    private double integral(DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = 1; i < panels.length; i++) {
            double half = 0.5 * (panels[i] - panels[i - 1]);
            double centre = panels[i - 1] + half;
            sum += half * RULE.integrate(x -> f.applyAsDouble(centre + half * x));
        }
        return sum;
    }
}
