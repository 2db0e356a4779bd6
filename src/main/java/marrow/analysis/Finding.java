package marrow.analysis;

import marrow.stats.law.ExactLevel;
import marrow.stats.law.Gaussian;
import marrow.stats.proportion.ExactBinomialTest.Alternative;

/** What one analysis says of one trial. Refilled by each; NaN where it says nothing. */
public final class Finding {
    private double p;
    private boolean rejects;
    private boolean tested;
    private double estimate;
    private double standardError;
    private double lower;
    private double upper;
    private int patients;
    private int events;

    void clear() {
        p = Double.NaN;
        rejects = false;
        tested = false;
        estimate = Double.NaN;
        standardError = Double.NaN;
        lower = Double.NaN;
        upper = Double.NaN;
        patients = 0;
        events = 0;
    }

    /** Says what another says. */
    void be(Finding other) {
        p = other.p;
        rejects = other.rejects;
        tested = other.tested;
        estimate = other.estimate;
        standardError = other.standardError;
        lower = other.lower;
        upper = other.upper;
        patients = other.patients;
        events = other.events;
    }

    void sample(int ofPatients, int withEvents) {
        patients = ofPatients;
        events = withEvents;
    }

    void test(double pValue, double alpha) {
        test(true, pValue, alpha);
    }

    /** @param possible whether there was anything to test with; else the p-value is no evidence, on whichever side, and nothing is rejected */
    void test(boolean possible, double pValue, double alpha) {
        p = pValue;
        rejects = possible && ExactLevel.keeps(pValue, alpha);
        tested = possible;
    }

    void estimate(double value, double error) {
        estimate = value;
        standardError = error;
    }

    /** An estimate with the symmetric interval of a normal law. */
    void normal(double value, double error, double level) {
        double half = Gaussian.halfWidth(level) * error;
        estimate(value, error);
        interval(value - half, value + half);
    }

    void interval(double from, double to) {
        lower = from;
        upper = to;
    }

    /** The p-value of the side that the hypothesis asks for. */
    public double p() {
        return p;
    }

    public boolean rejects() {
        return rejects;
    }

    /** Whether a test was made: false without an answer, and where there was no variance or nobody was followed so far. */
    public boolean tested() {
        return tested;
    }

    public double estimate() {
        return estimate;
    }

    public double standardError() {
        return standardError;
    }

    public double lower() {
        return lower;
    }

    public double upper() {
        return upper;
    }

    /** Whether the interval holds a value; false without one. */
    public boolean covers(double value) {
        return lower <= value && value <= upper;
    }

    /** Patients in the analysis. */
    public int patients() {
        return patients;
    }

    /** Events, or responses, in the analysis. */
    public int events() {
        return events;
    }

    /** The p-value of the wanted side, of three. */
    static double side(Alternative alternative, double less, double greater, double twoSided) {
        return switch (alternative) {
            case LESS -> less;
            case GREATER -> greater;
            case TWO_SIDED -> twoSided;
        };
    }
}
