package marrow.stats.size;

import marrow.check.Require;
import marrow.stats.law.Gaussian;

/**
 * Power of the log-rank test of a {@link TwoArmSurvival}, with hazards in any steps, proportional or not, with accrual
 * and dropout. With the parts Y1 and Y2 of the patients at risk after follow-up t and the hazards h1 and h2, the
 * log-rank numerator and its variance are, per patient,
 *
 * <pre>
 *   N = integral of  Y1 Y2 / (Y1 + Y2) (h2 - h1) dt,
 *   V = integral of  Y1 Y2 / (Y1 + Y2)^2 (Y1 h1 + Y2 h2) dt,
 * </pre>
 *
 * <p>and n patients have power P(Z &gt;= z(alpha) - sqrt(n) N / sqrt(V)). This is what Lakatos (1988), Biometrics
 * 44:229-241, sums over the steps of a Markov chain, in the limit of short steps. Near proportional hazards and equal
 * allocation it says what {@link RequiredEvents#SCHOENFELD} says of the expected events; but the parts at risk may
 * drift apart, which only this form sees.
 *
 * <p>The test is one-sided for arm 1 having fewer events.
 *
 * @param driftPerRoot the mean of the log-rank Z over the root of the patients: N / sqrt(V)
 * @param eventsPerPatient the chance that a patient's event is seen
 */
public record LogRankPower(double driftPerRoot, double eventsPerPatient) {
    static LogRankPower of(TwoArmSurvival study, double time) {
        double numerator = study.integral(time, t -> {
            double y1 = study.atRisk(0, t, time);
            double y2 = study.atRisk(1, t, time);
            double both = y1 + y2;
            return both > 0 ? y1 * y2 / both * (study.hazard(1, t) - study.hazard(0, t)) : 0;
        });
        double variance = study.integral(time, t -> {
            double y1 = study.atRisk(0, t, time);
            double y2 = study.atRisk(1, t, time);
            double both = y1 + y2;
            return both > 0 ? y1 / both * (y2 / both) * (y1 * study.hazard(0, t) + y2 * study.hazard(1, t)) : 0;
        });
        if (!(variance > 0)) {
            throw new IllegalArgumentException("no event is expected by time " + time);
        }
        return new LogRankPower(numerator / Math.sqrt(variance), study.eventProbability(time));
    }

    /** The mean of the log-rank Z: the drift of a {@link marrow.stats.sequential.GroupSequential} test. */
    public double drift(double patients) {
        return Math.sqrt(Require.positive(patients, "patients")) * driftPerRoot;
    }

    /** The power of the one-sided test for arm 1 having fewer events. */
    public double power(double patients, double alpha) {
        return Gaussian.lowerTail(drift(patients) - Gaussian.upperQuantile(Require.openProbability(alpha, "alpha")));
    }

    /** Patients of both arms for a power, not rounded. */
    public double patients(double alpha, double power) {
        Require.risingProbabilities(alpha, power, "alpha", "power");
        if (!(driftPerRoot > 0)) {
            throw new IllegalArgumentException("arm 1 does not have fewer events: the mean of Z is " + driftPerRoot
                    + " times the root of the patients");
        }
        double root = (Gaussian.upperQuantile(alpha) + Gaussian.upperQuantile(1 - power)) / driftPerRoot;
        return root * root;
    }

    /** Events that are expected of so many patients. */
    public double events(double patients) {
        return Require.positive(patients, "patients") * eventsPerPatient;
    }
}
