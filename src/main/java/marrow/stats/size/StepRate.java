package marrow.stats.size;

import java.util.Arrays;
import marrow.check.Require;

/**
 * A rate that is constant between cuts: a hazard of the event, of loss, or of accrual. Rate i holds from cut i to the
 * next; the first cut is 0, the last rate holds for ever.
 */
public final class StepRate {
    private final double[] cuts;
    private final double[] rates;
    private final double[] integrals; // of the rate, to each cut

    private StepRate(double[] cuts, double[] rates) {
        this.cuts = cuts;
        this.rates = rates;
        integrals = new double[cuts.length];
        for (int i = 1; i < cuts.length; i++) {
            integrals[i] = integrals[i - 1] + rates[i - 1] * (cuts[i] - cuts[i - 1]);
        }
    }

    /**
     * @param cuts where rates begin: 0, then rising
     * @param rates per unit of time, as many as cuts
     */
    public static StepRate of(double[] cuts, double[] rates) {
        if (cuts.length == 0 || cuts.length != rates.length || cuts[0] != 0) {
            throw new IllegalArgumentException(
                    "rates need as many cuts, the first of them 0; not " + Arrays.toString(cuts));
        }
        Require.risingFromZero(Arrays.copyOfRange(cuts, 1, cuts.length), "cuts");
        for (double rate : rates) {
            Require.notNegative(rate, "a rate");
        }
        return new StepRate(cuts.clone(), rates.clone());
    }

    public static StepRate constant(double rate) {
        return of(new double[] {0}, new double[] {rate});
    }

    double at(double time) {
        return rates[piece(time)];
    }

    /** The integral of the rate from 0 to a time. */
    double to(double time) {
        int i = piece(time);
        return integrals[i] + rates[i] * (time - cuts[i]);
    }

    double[] cuts() {
        return cuts.clone();
    }

    private int piece(double time) {
        int i = cuts.length - 1;
        while (cuts[i] > time) {
            i--;
        }
        return i;
    }
}
