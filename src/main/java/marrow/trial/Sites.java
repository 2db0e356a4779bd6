package marrow.trial;

import marrow.check.Require;
import marrow.dist.Distribution;
import marrow.dist.Fixed;
import marrow.dist.Gamma;
import marrow.random.AddressedRandom;

/**
 * Recruitment by sites that open on days of their own and then recruit at rates of their own, each a Poisson process. The
 * rates are gamma-distributed between sites (Anisimov and Fedorov 2007, Stat. Med. 26:4958-4975). Each site draws its day
 * and its rate at addresses of its own: one site more leaves the others as they were.
 *
 * @param sites    how many
 * @param opening  law of the day on which a site opens
 * @param meanRate patients a day and site
 * @param spread   coefficient of variation of the rate between sites; 0 for the same rate everywhere. The rate of all sites is
 *     gamma-distributed with shape sites / spread^2, and the mean of its inverse, the time for one patient, is finite for a shape above 1
 */
public record Sites(int sites, Distribution opening, double meanRate, double spread) implements Recruitment {
    private static final long OPENING = AddressedRandom.clockKey("trial: opening of a site");
    private static final long RATE = AddressedRandom.clockKey("trial: rate of a site");

    public Sites {
        Require.between(sites, 1, 10_000, "sites");
        Require.notNegative(opening.lower(), "opening");
        Require.positive(meanRate, "rate");
        Require.notNegative(spread, "spread");
        if (!(spread * spread < sites)) {
            throw new IllegalArgumentException("with a spread of " + spread
                    + " accrual takes for ever on average, so often do all sites recruit next to nobody: "
                    + "its square lies below the number of sites, " + sites);
        }
    }

    @Override
    public Arrivals arrivals() {
        Distribution rates = spread == 0 ? Fixed.of(meanRate) : Gamma.ofMean(meanRate, spread * meanRate);
        double[] opens = new double[sites];
        double[] rate = new double[sites];
        return (day, n, random) -> {
            open(opens, rate, rates, random);
            random.firstExponentials(ARRIVAL, day, n);
            recruit(day, n, opens, rate);
        };
    }

    /** Draws the sites and puts them in the order in which they open. */
    private void open(double[] opens, double[] rate, Distribution rates, AddressedRandom random) {
        for (int drawn = 0; drawn < sites; drawn++) {
            random.at(OPENING, drawn);
            double opensOn = opening.sample(random);
            random.at(RATE, drawn);
            double recruits = rates.sample(random);
            int s = drawn;
            for (; s > 0 && opens[s - 1] > opensOn; s--) {
                opens[s] = opens[s - 1];
                rate[s] = rate[s - 1];
            }
            opens[s] = opensOn;
            rate[s] = recruits;
        }
    }

    /** The sites together are a Poisson process whose rate grows with each site that opens. Unit exponentials first, then days. */
    private static void recruit(double[] day, int n, double[] opens, double[] rate) {
        int open = 0;
        double today = 0;
        double speed = 0;
        for (int i = 0; i < n; i++) {
            double work = day[i];
            while (open < opens.length && work > speed * (opens[open] - today)) {
                work -= speed * (opens[open] - today);
                today = opens[open];
                speed += rate[open++];
            }
            today += work / speed;
            day[i] = today;
        }
    }
}
