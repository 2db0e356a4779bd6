package marrow.design.sketch;

import marrow.analysis.Data;
import marrow.trial.cohort.Cohort;

/** Some numbers that are read off every trial of a sketch. Immutable. */
interface Strokes {
    /** How many numbers it reads off a trial. */
    int width();

    /** A reader in one thread. */
    Reader reader(Cohort cohort, Data data);

    /** Scratch of one thread. */
    interface Reader {
        /** Puts the numbers of the present trial, over on this calendar day, in the row from {@code at} on. NaN is no answer. */
        void read(double endDay, double[] row, int at);
    }
}
