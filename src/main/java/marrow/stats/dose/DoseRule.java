package marrow.stats.dose;

/**
 * How a phase I study goes from dose to dose: one cohort after the other, each at one dose. Immutable, and a function of the
 * counts alone, so that threads may share it and a study can be taken up anywhere. Nothing here allocates.
 */
public interface DoseRule {
    /** In place of a dose: the study has ended, or no dose can be recommended. */
    int NONE = -1;

    /** How many doses there are. */
    int doses();

    /** The dose of the first cohort. */
    int start();

    /** Patients of a cohort. */
    int cohort();

    /** The most patients a study can treat. */
    int mostPatients();

    /**
     * The dose of the next cohort, or {@link #NONE} when the study has ended.
     *
     * @param dose that of the last cohort
     * @param treated patients by dose
     * @param toxic those of them with a dose-limiting toxicity
     */
    int next(int dose, int[] treated, int[] toxic);

    /** The dose that a study which ended with these counts recommends, or {@link #NONE}. */
    int recommends(int[] treated, int[] toxic);
}
