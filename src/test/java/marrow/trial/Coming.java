package marrow.trial;

import marrow.montecarlo.Moments;
import marrow.random.AddressedRandom;

/** Recruitment as a trial asks for it, and how far a mean is from what theory says. */
public final class Coming {
    private static final long SEED = 20261121;

    private final double[] day;
    private final int screened;

    private Coming(Recruitment recruitment, long replicate, int n) {
        day = new double[n];
        AddressedRandom random = AddressedRandom.of(SEED);
        random.patient(replicate, -1);
        Recruitment.Arrivals arrivals = recruitment.arrivals();
        arrivals.fill(day, n, random);
        screened = arrivals.screenedFor(n);
    }

    static double[] days(Recruitment recruitment, long replicate, int n) {
        return new Coming(recruitment, replicate, n).day;
    }

    static int screened(Recruitment recruitment, long replicate, int n) {
        return new Coming(recruitment, replicate, n).screened;
    }

    /** How many come until that day; there must be more patients than come. */
    static int until(double[] days, double day) {
        int count = 0;
        while (days[count] <= day) {
            count++;
        }
        return count;
    }

    /** Standard errors between a mean and what it should be. */
    public static double z(Moments numbers, double expected) {
        return (numbers.mean() - expected) / numbers.standardError();
    }
}
