package marrow.stats.dose;

import marrow.check.Require;
import marrow.stats.law.BetaLaw;

/**
 * The Bayesian optimal interval design (Liu and Yuan 2015, J. R. Stat. Soc. C 64:507-523), the local one with equal prior
 * weights. With phi the toxicity to aim at, phi1 the highest that is too low and phi2 the lowest that is too high,
 *
 * <pre>
 *   lambda_e = log((1 - phi1) / (1 - phi)) / log(phi (1 - phi1) / (phi1 (1 - phi)))
 *   lambda_d = log((1 - phi) / (1 - phi2)) / log(phi2 (1 - phi) / (phi (1 - phi2)))
 * </pre>
 *
 * go up when the share of toxicities at the present dose is at most lambda_e, down when it is at least lambda_d, else stay. A
 * dose and all above it are given up when three patients or more say P(p &gt; phi) &gt; 0.95 under a uniform prior, and the study
 * ends without a dose when the lowest is. This is R's {@code BOIN::get.boundary} and {@code get.oc}, with phi1 = 0.6 phi and
 * phi2 = 1.4 phi. Three patients are asked for, and no number of toxicities among them: so it is in {@code get.boundary} of BOIN 2.7
 * and in every {@code select.mtd}. Code that was derived from older versions begins with three toxicities, which is another rule for a
 * phi below 0.25, where two of three are enough.
 *
 * <p>In the end the dose is recommended whose estimate, made monotone by weighted averages of neighbours, is nearest to phi: of
 * those not given up, with (x + 0.05) / (n + 0.1) for x of n and the variance of that beta law, as in R's {@code select.mtd}.
 * Of equal estimates the higher dose is taken below phi, the lower above.
 */
public final class Boin implements DoseRule {
    private static final double TOO_LOW = 0.6; // of phi
    private static final double TOO_HIGH = 1.4;
    private static final double CERTAIN = 0.95;
    private static final int LEAST_TO_GIVE_UP = 3; // patients at the dose
    private static final double PRIOR_TOXIC = 0.05; // patients, in the estimate that is made monotone
    private static final double PRIOR = 0.1;
    private static final double TIE = 1e-10; // a dose, so that of equal estimates the higher counts as higher

    private final double target;
    private final int doses;
    private final int start;
    private final int cohort;
    private final int cohorts;
    private final int enough; // patients at a dose at which the study ends when it would stay
    private final boolean oneOfThreeStays;
    private final double lambdaE;
    private final double lambdaD;
    private final int[] upTo; // toxicities, by patients at the dose
    private final int[] downFrom;
    private final int[] giveUpFrom; // more than the patients: not given up

    private Boin(double target, int doses, int start, int cohort, int cohorts, int enough, boolean oneOfThreeStays) {
        this.target = Require.openProbability(target, "the toxicity to aim at");
        if (!(TOO_HIGH * target < 1)) {
            throw new IllegalArgumentException("a toxicity of " + target + " is too high to be aimed at");
        }
        this.doses = Require.between(doses, 1, 1000, "doses");
        this.start = Require.between(start, 0, doses - 1, "the dose to start from");
        this.cohort = Require.between(cohort, 1, 1000, "patients of a cohort");
        this.cohorts = Require.between(cohorts, 1, 1000, "cohorts");
        this.enough = Require.atLeast(enough, 1, "patients that are enough at a dose");
        this.oneOfThreeStays = oneOfThreeStays;
        lambdaE = between(TOO_LOW * target, target);
        lambdaD = between(target, TOO_HIGH * target);
        int most = mostPatients();
        upTo = new int[most + 1];
        downFrom = new int[most + 1];
        giveUpFrom = new int[most + 1];
        for (int n = 1; n <= most; n++) {
            upTo[n] = (int) Math.floor(lambdaE * n);
            giveUpFrom[n] = leastToGiveUp(n);
            int down = oneOfThreeStays && n == 3 ? 2 : (int) Math.ceil(lambdaD * n);
            downFrom[n] = Math.min(down, giveUpFrom[n]);
        }
    }

    /** Cohorts of so many patients, so many at the most, from the lowest dose on. */
    public static Boin of(double target, int doses, int cohort, int cohorts) {
        return new Boin(target, doses, 0, cohort, cohorts, Integer.MAX_VALUE, false);
    }

    public Boin startingAt(int dose) {
        return new Boin(target, doses, dose, cohort, cohorts, enough, oneOfThreeStays);
    }

    /** The study ends when it would stay at a dose that so many have had. */
    public Boin endingWith(int patients) {
        return new Boin(target, doses, start, cohort, cohorts, patients, oneOfThreeStays);
    }

    /** One toxicity of three is no reason to go down, as in a 3+3 (Zhao et al. 2024, Clin. Cancer Res. 30:673-679). */
    public Boin stayingOnOneOfThree() {
        return new Boin(target, doses, start, cohort, cohorts, enough, true);
    }

    /** The share at which two toxicities are equally likely to have caused what was seen. */
    private static double between(double low, double high) {
        return StrictMath.log((1 - low) / (1 - high)) / StrictMath.log(high * (1 - low) / (low * (1 - high)));
    }

    private int leastToGiveUp(int n) {
        int x = n >= LEAST_TO_GIVE_UP ? 1 : n + 1;
        while (x <= n && !(BetaLaw.of(1, 1).after(x, n).above(target) > CERTAIN)) {
            x++;
        }
        return x;
    }

    /** Go up when the share of toxicities is at most this. */
    public double lambdaE() {
        return lambdaE;
    }

    /** Go down when the share of toxicities is at least this. */
    public double lambdaD() {
        return lambdaD;
    }

    /** The decision table: go up with so many toxicities or fewer of n patients at the dose. */
    public int upTo(int n) {
        return upTo[n];
    }

    /** The decision table: go down with so many toxicities or more. */
    public int downFrom(int n) {
        return downFrom[n];
    }

    /** The decision table: give the dose up with so many toxicities or more; more than n: never. */
    public int giveUpFrom(int n) {
        return giveUpFrom[n];
    }

    @Override
    public int doses() {
        return doses;
    }

    @Override
    public int start() {
        return start;
    }

    @Override
    public int cohort() {
        return cohort;
    }

    @Override
    public int mostPatients() {
        return cohort * cohorts;
    }

    @Override
    public int next(int dose, int[] treated, int[] toxic) {
        int all = 0;
        for (int patients : treated) {
            all += patients;
        }
        if (all >= mostPatients()) {
            return NONE;
        }
        int n = treated[dose];
        if (isGivenUp(dose, treated, toxic)) {
            return dose - 1; // NONE below the lowest
        }
        int next = dose;
        if (toxic[dose] <= upTo[n]) {
            next = dose + 1 < doses && !isGivenUp(dose + 1, treated, toxic) ? dose + 1 : dose;
        } else if (toxic[dose] >= downFrom[n]) {
            next = Math.max(0, dose - 1);
        }
        return next == dose && n >= enough ? NONE : next;
    }

    /** By its own patients. */
    private boolean isGivenUp(int dose, int[] treated, int[] toxic) {
        return treated[dose] > 0 && toxic[dose] >= giveUpFrom[treated[dose]];
    }

    @Override
    public int recommends(int[] treated, int[] toxic) {
        int first = 0;
        while (first < doses && treated[first] == 0) {
            first++;
        }
        int end = first;
        while (end < doses && treated[end] > 0 && !isGivenUp(end, treated, toxic)) {
            end++;
        }
        int best = NONE;
        double distance = Double.POSITIVE_INFINITY;
        for (int dose = first; dose < end; dose++) {
            double estimate = monotone(dose, first, end, treated, toxic) + TIE * (dose - first);
            if (Math.abs(estimate - target) < distance) {
                distance = Math.abs(estimate - target);
                best = dose;
            }
        }
        return best;
    }

    /** The weighted isotonic estimate: the largest, over beginnings up to the dose, of the smallest mean from there on. */
    private static double monotone(int dose, int first, int end, int[] treated, int[] toxic) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int from = first; from <= dose; from++) {
            double weights = 0;
            double sum = 0;
            double smallest = Double.POSITIVE_INFINITY;
            for (int to = from; to < end; to++) {
                double estimate = (toxic[to] + PRIOR_TOXIC) / (treated[to] + PRIOR);
                double weight = (treated[to] + PRIOR + 1) / (estimate * (1 - estimate));
                weights += weight;
                sum += weight * estimate;
                smallest = Math.min(smallest, sum / weights);
            }
            largest = Math.max(largest, smallest);
        }
        return largest;
    }
}
