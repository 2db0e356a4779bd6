package marrow.dist;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Several causes race for one patient; the first to come wins. The cumulative incidence of cause i is the share that
 * has had it by time t, before any other:
 *
 * <pre>  F_i(t) = integral from 0 to t of h_i(u) exp(-sum of all H_j(u)) du.</pre>
 *
 * <p>Computed on the scale v = H_i(u) of the cause's own cumulative hazard,
 *
 * <pre>  F_i(t) = integral from 0 to H_i(t) of exp(-v - sum over j != i of H_j(inverse_i(v))) dv,</pre>
 *
 * where the integrand lies between 0 and 1 even when the hazard is infinite at 0. Pieces end where a hazard jumps;
 * between constant hazards the closed form is used. Absolute error below 1e-13.
 */
public final class CumulativeIncidence {
    /** exp(-45) = 3e-20: what comes later on the own scale does not count. */
    private static final double NOTHING_LEFT = 45;

    private final Hazard[] hazards;
    private final double[] cuts; // of all hazards, rising
    private final boolean allConstant; // between cuts

    private CumulativeIncidence(Hazard[] hazards) {
        this.hazards = hazards;
        cuts = Arrays.stream(hazards)
                .flatMapToDouble(hazard -> DoubleStream.of(hazard.cuts()))
                .sorted()
                .toArray();
        allConstant = Arrays.stream(hazards)
                .allMatch(hazard -> hazard instanceof Exponential || hazard instanceof PiecewiseExponential);
    }

    public static CumulativeIncidence of(List<? extends Hazard> hazards) {
        if (hazards.isEmpty()) {
            throw new IllegalArgumentException("at least one cause is needed, not 0");
        }
        return new CumulativeIncidence(hazards.toArray(new Hazard[0]));
    }

    /** F_i(t) for the cause with this index in the list; t may be +infinity. */
    public double at(int cause, double t) {
        if (!(t >= 0)) {
            throw new IllegalArgumentException("time must not be negative, but is " + t);
        }
        if (hazards.length == 1) {
            return -StrictMath.expm1(-hazards[0].cumulative(t));
        }
        double sum = 0;
        double from = 0;
        for (double cut : cuts) {
            if (cut > from && cut < t) {
                sum += piece(cause, from, cut);
                from = cut;
            }
        }
        return sum + piece(cause, from, t);
    }

    /** The share that no cause has reached by t: 1 minus all incidences. */
    public double eventFree(double t) {
        double spent = 0;
        for (Hazard hazard : hazards) {
            spent += hazard.cumulative(t);
        }
        return StrictMath.exp(-spent);
    }

    private double piece(int cause, double from, double to) {
        return allConstant ? constantPiece(cause, from, to) : smoothPiece(cause, from, to);
    }

    /** Event-free at the start, times the share of the piece's events that are this cause's. */
    private double constantPiece(int cause, double from, double to) {
        double own = hazards[cause].hazard(to); // at a cut, the hazard before it
        if (own == 0) {
            return 0;
        }
        double all = 0;
        for (Hazard hazard : hazards) {
            all += hazard.hazard(to);
        }
        return eventFree(from) * (own / all) * -StrictMath.expm1(-all * (to - from));
    }

    private double smoothPiece(int cause, double from, double to) {
        Hazard own = hazards[cause];
        return Quadrature.integral(
                v -> StrictMath.exp(-v - others(cause, Math.max(from, Math.min(to, own.inverse(v))))),
                own.cumulative(from),
                Math.min(own.cumulative(to), NOTHING_LEFT));
    }

    private double others(int cause, double t) {
        double spent = 0;
        for (int j = 0; j < hazards.length; j++) {
            if (j != cause) {
                spent += hazards[j].cumulative(t);
            }
        }
        return spent;
    }
}
