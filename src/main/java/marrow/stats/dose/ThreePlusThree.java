package marrow.stats.dose;

import marrow.check.Require;

/**
 * The 3+3 rule (Storer 1989, Biometrics 45:925-937; Lin and Shih 2001, Biostatistics 2:203-215). Three patients at a dose:
 * none with a toxicity, go up; one, treat three more; two or more, the dose is too toxic. Of six, one at most: go up.
 * It never goes up to a dose that was too toxic.
 *
 * <p>What is recommended is read in two ways. The dose below the one that is too toxic, which may have seen three
 * patients; or, with six at the recommended dose, the highest dose with one toxicity at most among six: then three more are treated
 * where there were three, and the study goes down further when they fail. The highest dose is treated as if the next were too toxic.
 */
public final class ThreePlusThree implements DoseRule {
    private static final int COHORT = 3;
    private static final int TOO_TOXIC = 2; // toxicities of three or of six

    private final int doses;
    private final int start;
    private final boolean six;

    private ThreePlusThree(int doses, int start, boolean six) {
        this.doses = Require.between(doses, 1, 1000, "doses");
        this.start = Require.between(start, 0, doses - 1, "the dose to start from");
        this.six = six;
    }

    /** Recommends the dose below the one that is too toxic. */
    public static ThreePlusThree of(int doses, int start) {
        return new ThreePlusThree(doses, start, false);
    }

    /** Recommends no dose that has not been given to six. */
    public static ThreePlusThree withSix(int doses, int start) {
        return new ThreePlusThree(doses, start, true);
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
        return COHORT;
    }

    @Override
    public int mostPatients() {
        return 2 * COHORT * doses;
    }

    @Override
    public int next(int dose, int[] treated, int[] toxic) {
        if (toxic[dose] >= TOO_TOXIC) {
            return dose == 0 ? NONE : settle(dose - 1, treated);
        }
        if (treated[dose] == COHORT && toxic[dose] > 0) {
            return dose;
        }
        return dose + 1 < doses && treated[dose + 1] == 0 ? dose + 1 : settle(dose, treated);
    }

    /** No dose above this one is left: is it known well enough? A dose below the first may never have been given. */
    private int settle(int dose, int[] treated) {
        return treated[dose] == 0 || (six && treated[dose] <= COHORT) ? dose : NONE;
    }

    @Override
    public int recommends(int[] treated, int[] toxic) {
        for (int dose = doses - 1; dose >= 0; dose--) {
            if (treated[dose] > 0 && toxic[dose] < TOO_TOXIC && !(six && treated[dose] <= COHORT)) {
                return dose;
            }
        }
        return NONE;
    }
}
