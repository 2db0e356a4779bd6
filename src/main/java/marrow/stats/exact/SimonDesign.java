package marrow.stats.exact;

/**
 * Simon's two-stage design for H0: p &lt;= p0: n1 patients; at most r1 responses end the study for futility; else it
 * goes on to n patients, and H0 is rejected with more than r responses. {@link SimonSearch} finds the optimal,
 * minimax and admissible ones. Reference: Simon (1989), Controlled Clinical Trials 10:1-10.
 *
 * @param r1 the study stops after stage 1 with so many responses or fewer
 * @param n1 patients of stage 1
 * @param r H0 is accepted at the end with so many responses or fewer
 * @param n patients of both stages
 */
public record SimonDesign(int r1, int n1, int r, int n) {
    public SimonDesign {
        if (!(r1 >= 0 && r1 < n1 && n1 < n && r1 <= r && r < n)) {
            throw new IllegalArgumentException("0 <= r1 < n1 < n and r1 <= r < n must hold, not r1/n1 = " + r1 + "/"
                    + n1 + " and r/n = " + r + "/" + n);
        }
    }

    /** The same design in its general form, with which an outcome is judged. */
    public MultiStageDesign stages() {
        return MultiStageDesign.of(new int[] {n1, n}, new int[] {r1, r}, new int[] {n1 + 1, r + 1});
    }

    /** The chance to reject H0 when each patient responds with chance p. */
    public double rejects(double p) {
        return stages().rejects(p);
    }

    /** The chance of early termination, PET: that stage 2 does not take place. */
    public double stopsEarly(double p) {
        return stages().stopsAt(1, p);
    }

    /** The expected number of patients, EN. */
    public double expectedPatients(double p) {
        return n1 + (1 - stopsEarly(p)) * (n - n1);
    }

    /** What may be said of p when the study stopped after stage 1. */
    public StagedOutcome stoppedEarly(int responses) {
        return StagedOutcome.of(stages(), 1, responses);
    }

    /** What may be said of p after both stages; the responses are those of all n patients. */
    public StagedOutcome completed(int responses) {
        return StagedOutcome.of(stages(), 2, responses);
    }
}
