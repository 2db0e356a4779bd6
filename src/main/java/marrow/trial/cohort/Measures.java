package marrow.trial.cohort;

import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Reading;

/** One quantity in the data of one cut, patient by patient. Scratch of a thread. */
public final class Measures {
    private final Cohort cohort;
    private final Quantity quantity;
    private final double[] originDay;
    private final double[] read;
    private final double[] value;
    private final int[] arm;
    private final int[] patient;
    private int size;

    private Measures(Cohort cohort, Quantity quantity) {
        this.cohort = cohort;
        this.quantity = quantity;
        originDay = quantity.from() == null ? null : cohort.column(new Reading.FirstDay(quantity.from()));
        read = cohort.column(quantity.reading());
        value = new double[cohort.size()];
        arm = new int[cohort.size()];
        patient = new int[cohort.size()];
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
        size = 0;
        boolean days = quantity.kind() == Quantity.Kind.DAYS;
        for (int i = 0; i < cohort.size(); i++) {
            double seenTo = cohort.seenTo(i, days ? calendarDay : enrolledUntil);
            double origin = originDay == null ? 0 : originDay[i];
            boolean counts = !days || read[i] <= seenTo;
            if (seenTo >= 0 && origin <= seenTo && counts && !cohort.isApart(i)) {
                value[size] = days ? read[i] - origin : read[i];
                patient[size] = i;
                arm[size++] = cohort.arm(i);
            }
        }
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
