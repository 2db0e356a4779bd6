package marrow.stats.size;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import marrow.check.Require;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * What is expected of a study of two arms at a calendar time: patients arrive at rates in steps until accrual ends, have
 * events and are lost at hazards in steps of the time since arrival. With S(t) = exp(-H(t) - L(t)), H and L the
 * cumulative hazards of event and loss in an arm, and A(s) the part of all patients who have come by calendar time s, the
 * part of all patients who are in the arm and at risk after follow-up t, when the study is looked at at time c, is
 *
 * <pre>
 *   Y(t) = share of the arm * S(t) * A(c - t),
 * </pre>
 *
 * <p>and the part whose event has been seen is the integral of Y(t) h(t). Event probabilities are those of R's {@code
 * rpact::getEventProbabilities}. Integrals are taken by Gauss and Legendre's rule between the times at which a rate
 * changes, so what is integrated is smooth. Times are in any one unit.
 */
public final class TwoArmSurvival {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(20, -1, 1);
    private static final double LONGEST_PANEL = 4; // mean times to leave
    private static final double NOBODY = 1e-20; // part of an arm that adds nothing to an integral

    /**
     * @param hazard of the event, by time since arrival
     * @param loss the hazard of being lost, by time since arrival
     */
    public record Arm(StepRate hazard, StepRate loss) {
        double staysBeyond(double t) {
            return StrictMath.exp(-hazard.to(t) - loss.to(t));
        }

        /** At which rate patients leave, either way. */
        double leaves(double t) {
            return hazard.at(t) + loss.at(t);
        }
    }

    private final Arm[] arms;
    private final double[] share; // of the patients in each arm
    private final StepRate accrual;
    private final double accrualEnd;

    private TwoArmSurvival(Arm[] arms, double[] share, StepRate accrual, double accrualEnd) {
        this.arms = arms;
        this.share = share;
        this.accrual = accrual;
        this.accrualEnd = accrualEnd;
    }

    /**
     * @param allocation patients in arm 1 for one in arm 2
     * @param accrual the rate of arrivals, by calendar time; only its shape matters
     * @param accrualEnd when arrivals end
     */
    public static TwoArmSurvival of(Arm arm1, Arm arm2, double allocation, StepRate accrual, double accrualEnd) {
        Require.positive(allocation, "allocation");
        Require.positive(accrualEnd, "accrualEnd");
        Require.positive(accrual.to(accrualEnd), "arrivals in all");
        double share1 = allocation / (1 + allocation);
        return new TwoArmSurvival(new Arm[] {arm1, arm2}, new double[] {share1, 1 - share1}, accrual, accrualEnd);
    }

    /** The chance that the event of a patient of an arm, 1 or 2, has been seen by a calendar time. */
    public double eventProbability(int arm, double time) {
        int i = Require.between(arm, 1, 2, "arm") - 1;
        return Math.min(1, integral(time, t -> atRisk(i, t, time) * hazard(i, t)) / share[i]);
    }

    /** The chance that the event of a patient of either arm has been seen by a calendar time. */
    public double eventProbability(double time) {
        return share[0] * eventProbability(1, time) + share[1] * eventProbability(2, time);
    }

    /** The calendar time at which so many events are expected of so many patients. */
    public double timeOf(double events, double patients) {
        Require.positive(events, "events");
        double part = events / Require.positive(patients, "patients");
        double soon = 0;
        double late = accrualEnd;
        while (eventProbability(late) < part) {
            if (late > 1e6 * accrualEnd) {
                throw new IllegalArgumentException(events + " events of " + patients
                        + " patients are never expected: the chance of an event is " + eventProbability(late));
            }
            soon = late;
            late *= 2;
        }
        return new BrentSolver(1e-14, 1e-14 * late, 1e-15)
                .solve(200, time -> time == 0 ? -part : eventProbability(time) - part, soon, late);
    }

    /** The log-rank test of the study at a calendar time. */
    public LogRankPower analysedAt(double time) {
        return LogRankPower.of(this, time);
    }

    double hazard(int i, double t) {
        return arms[i].hazard().at(t);
    }

    /** Y(t): the expected part of all patients who are in an arm and at risk after follow-up t. */
    double atRisk(int i, double t, double time) {
        double arrived = accrual.to(Math.min(accrualEnd, time - t)) / accrual.to(accrualEnd);
        return share[i] * arms[i].staysBeyond(t) * arrived;
    }

    /** Over the follow-up that may have been seen by a calendar time. */
    double integral(double time, DoubleUnaryOperator f) {
        double[] cuts = cuts(Require.positive(time, "time"));
        double sum = 0;
        for (int i = 1; i < cuts.length; i++) {
            double steepest = Math.max(arms[0].leaves(cuts[i - 1]), arms[1].leaves(cuts[i - 1]));
            double panels = 1 + Math.floor((cuts[i] - cuts[i - 1]) * steepest / LONGEST_PANEL);
            double half = 0.5 * (cuts[i] - cuts[i - 1]) / panels;
            for (int j = 0; j < panels && someoneIsLeft(cuts[i - 1] + 2 * j * half); j++) {
                double centre = cuts[i - 1] + (2 * j + 1) * half;
                sum += half * RULE.integrate(x -> f.applyAsDouble(centre + half * x));
            }
        }
        return sum;
    }

    private boolean someoneIsLeft(double t) {
        return arms[0].staysBeyond(t) > NOBODY || arms[1].staysBeyond(t) > NOBODY;
    }

    /** Follow-up times between which every rate is constant. */
    private double[] cuts(double time) {
        DoubleStream sinceArrival = DoubleStream.concat(Arrays.stream(accrual.cuts()), DoubleStream.of(accrualEnd))
                .map(calendar -> time - calendar);
        DoubleStream rates = Stream.of(arms[0].hazard(), arms[1].hazard(), arms[0].loss(), arms[1].loss())
                .flatMapToDouble(rate -> Arrays.stream(rate.cuts()));
        return DoubleStream.concat(sinceArrival, rates)
                .filter(t -> t >= 0 && t <= time)
                .sorted()
                .distinct()
                .toArray();
    }
}
