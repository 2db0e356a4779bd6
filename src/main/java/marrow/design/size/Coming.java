package marrow.design.size;

/**
 * How many of those enrolled come to an analysis: one arm of two, those who reach the origin of its endpoint. Where nine tenths
 * do, the rest are patients whom the trial loses, and a size is not made larger for them: that is what is to be seen. Where fewer
 * do, the formulas are of those who come, and the trials enrol as many as it takes.
 *
 * @param share of those enrolled
 */
public record Coming(double share) {
    private static final double ALL_BUT_LOST = 0.9;

    /** As the trials of one size have it. */
    public static Coming of(PowerAt at) {
        double share = at.analysed() / at.patients();
        return new Coming(share >= ALL_BUT_LOST ? 1 : share);
    }

    /** Whether the analysis is of a part of the patients. */
    public boolean isPart() {
        return share < 1;
    }

    /** How many are enrolled for so many in the analysis. */
    public int enrolledFor(int analysed) {
        return share > 0 ? (int) Math.ceil(analysed / share) : SizeSearch.MOST_PATIENTS;
    }

    /** How many of so many enrolled are in the analysis, at least one. */
    public int analysedOf(int enrolled) {
        return Math.max(1, (int) Math.rint(enrolled * share));
    }
}
