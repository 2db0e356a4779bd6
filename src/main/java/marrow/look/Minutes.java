package marrow.look;

/**
 * What was seen and decided at one look of one trial. Refilled by each; NaN for what there is not. A bound in z is on the side that the trial
 * hopes for; where the test is two-sided, of both sides.
 */
public final class Minutes {
    private boolean taken;
    private double day;
    private int enrolled;
    private Verdict verdict;
    private double patients;
    private double events;
    private double fraction;
    private double seen;
    private double efficacyZ;
    private double efficacyP;
    private double futilityZ;
    private double pausedAfter;
    private double pausedUntil;

    public Minutes() {
        clear();
    }

    public void clear() {
        taken = false;
        day = Double.NaN;
        enrolled = 0;
        verdict = Verdict.GO_ON;
        patients = Double.NaN;
        events = Double.NaN;
        fraction = Double.NaN;
        seen = Double.NaN;
        efficacyZ = Double.NaN;
        efficacyP = Double.NaN;
        futilityZ = Double.NaN;
        pausedAfter = Double.NaN;
        pausedUntil = Double.NaN;
    }

    /** A look at data cut on this calendar day, when so many were enrolled. */
    void open(double calendarDay, int enrolledThen) {
        taken = true;
        day = calendarDay;
        enrolled = enrolledThen;
    }

    /** Nobody was enrolled for this look between these calendar days. */
    void pause(double after, double until) {
        pausedAfter = after;
        pausedUntil = until;
    }

    void close(Verdict decided) {
        verdict = decided;
    }

    /** How many patients were judged by, and how many of them with the event or response. */
    public void counts(double ofPatients, double withEvents) {
        patients = ofPatients;
        events = withEvents;
    }

    /** What part of the information of the whole trial was there. */
    public void information(double part) {
        fraction = part;
    }

    /** The number that was judged: a p-value, a count, a probability. */
    public void saw(double number) {
        seen = number;
    }

    /** The bounds of a normal test: beyond which the trial stops, on either side. */
    public void bounds(double forEfficacyZ, double forEfficacyP, double forFutilityZ) {
        efficacyZ = forEfficacyZ;
        efficacyP = forEfficacyP;
        futilityZ = forFutilityZ;
    }

    /** Whether there was this look at all. */
    public boolean taken() {
        return taken;
    }

    /** The calendar day on which its data were cut. */
    public double day() {
        return day;
    }

    /** Patients enrolled by then. */
    public int enrolled() {
        return enrolled;
    }

    public Verdict verdict() {
        return verdict;
    }

    public double patients() {
        return patients;
    }

    public double events() {
        return events;
    }

    public double fraction() {
        return fraction;
    }

    public double seen() {
        return seen;
    }

    public double efficacyZ() {
        return efficacyZ;
    }

    public double efficacyP() {
        return efficacyP;
    }

    public double futilityZ() {
        return futilityZ;
    }

    /** The calendar day after which nobody was enrolled, for this look. */
    public double pausedAfter() {
        return pausedAfter;
    }

    public double pausedUntil() {
        return pausedUntil;
    }
}
