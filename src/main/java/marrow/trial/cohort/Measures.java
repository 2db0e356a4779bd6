package marrow.trial.cohort;

import java.util.stream.IntStream;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Reading;

/** One quantity in the data of one cut, patient by patient. Scratch of a thread. */
public final class Measures {
    private final Cohort cohort;
    private final Quantity quantity;
    private final double[] originDay;
    private final double[] read;

    /** Whether whole lives are counted, of all who have been enrolled: then their columns are those of the cohort, as far as these have come. */
    private final boolean plain;

    private final double[] value;
    private final int[] arm;
    private final int[] patient;
    private int size;

    private Measures(Cohort cohort, Quantity quantity) {
        this.cohort = cohort;
        this.quantity = quantity;
        originDay = quantity.from() == null
                ? new double[cohort.size()]
                : cohort.column(new Reading.FirstDay(quantity.from()));
        read = cohort.column(quantity.reading());
        plain = quantity.kind() != Quantity.Kind.DAYS && quantity.from() == null && !cohort.mayBeApart();
        value = plain ? read : new double[cohort.size()];
        arm = plain ? cohort.armColumn() : new int[cohort.size()];
        patient = plain ? IntStream.range(0, cohort.size()).toArray() : new int[cohort.size()];
    }

    public static Measures of(Cohort cohort, Quantity quantity) {
        return new Measures(cohort, quantity);
    }

    /** Fills the values from data cut on this calendar day. */
    public void cutOn(double calendarDay) {
        cutOn(calendarDay, calendarDay);
    }

    /**
     * The same where enrolment went on after the cut: amounts and counts, which are of whole lives, are of all patients who were enrolled
     * until it ended.
     */
    public void cutOn(double calendarDay, double enrolledUntil) {
        if (plain) {
            size = cohort.enrolledBy(enrolledUntil);
        } else if (quantity.kind() == Quantity.Kind.DAYS) {
            takeDays(calendarDay);
        } else {
            takeWholeLives(enrolledUntil);
        }
    }

    private void takeDays(double calendarDay) {
        size = 0;
        for (int i = 0; i < cohort.size(); i++) {
            double seenTo = cohort.seenTo(i, calendarDay);
            if (isIn(i, seenTo) && read[i] <= seenTo) {
                take(i, read[i] - originDay[i]);
            }
        }
    }

    private void takeWholeLives(double enrolledUntil) {
        size = 0;
        for (int i = 0; i < cohort.size(); i++) {
            if (isIn(i, cohort.seenTo(i, enrolledUntil))) {
                take(i, read[i]);
            }
        }
    }

    /** Whether a patient has been enrolled, has come to the origin, and is analysed. */
    private boolean isIn(int i, double seenTo) {
        return seenTo >= 0 && originDay[i] <= seenTo && !cohort.isApart(i);
    }

    private void take(int i, double one) {
        value[size] = one;
        patient[size] = i;
        arm[size++] = cohort.arm(i);
    }

    public int size() {
        return size;
    }

    public double[] value() {
        return value;
    }

    public int[] arm() {
        return arm;
    }

    /** Which patient of the cohort a value is of. */
    public int[] patient() {
        return patient;
    }
}
