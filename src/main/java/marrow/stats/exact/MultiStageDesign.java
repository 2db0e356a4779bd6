package marrow.stats.exact;

import java.util.Arrays;
import marrow.check.Require;
import marrow.stats.law.BinomialLaw;

/**
 * A single-arm design in one or more stages with a binary response. After the patients of stage k, n(k) in all, the
 * study stops and accepts H0: p &lt;= p0 when at most a(k) responded, stops and rejects it when at least r(k) did, and
 * goes on in between. Simon's and Fleming's designs are of this kind.
 *
 * <p>Everything is enumerated: the chances of the responses that a study may reach are carried from stage to stage by
 * convolution with the binomial law of the next patients (Schultz et al. 1973, Biometrics 29:293-300).
 *
 * <p>Stages count from 1.
 */
public final class MultiStageDesign {
    private final int[] patients; // in all, to the end of each stage
    private final int[] acceptUpTo; // responses; -1: no acceptance at this stage
    private final int[] rejectFrom; // responses; more than the patients: no rejection at this stage

    private MultiStageDesign(int[] patients, int[] acceptUpTo, int[] rejectFrom) {
        this.patients = patients;
        this.acceptUpTo = acceptUpTo;
        this.rejectFrom = rejectFrom;
    }

    /**
     * @param patients in all, to the end of each stage
     * @param acceptUpTo H0 is accepted with so many responses or fewer; -1 for a stage without acceptance
     * @param rejectFrom H0 is rejected with so many responses or more; more than the patients for a stage without
     *     rejection. At the last stage it is acceptUpTo + 1
     */
    public static MultiStageDesign of(int[] patients, int[] acceptUpTo, int[] rejectFrom) {
        int stages = patients.length;
        if (stages == 0 || acceptUpTo.length != stages || rejectFrom.length != stages) {
            throw new IllegalArgumentException("a design needs as many limits as stages, and one stage at least; not "
                    + stages + " stages with " + acceptUpTo.length + " and " + rejectFrom.length + " limits");
        }
        for (int k = 0; k < stages; k++) {
            int before = k == 0 ? 0 : patients[k - 1];
            if (patients[k] <= before) {
                throw new IllegalArgumentException("patients must rise, but " + patients[k] + " follows " + before);
            }
            boolean last = k == stages - 1;
            if (acceptUpTo[k] < -1
                    || !(acceptUpTo[k] < rejectFrom[k])
                    || (last && acceptUpTo[k] + 1 != rejectFrom[k])) {
                throw new IllegalArgumentException("stage " + (k + 1) + " accepts up to " + acceptUpTo[k]
                        + " and rejects from " + rejectFrom[k]
                        + (last ? ", but the last stage decides always" : " responses"));
            }
        }
        return new MultiStageDesign(patients.clone(), acceptUpTo.clone(), rejectFrom.clone());
    }

    public int stages() {
        return patients.length;
    }

    /** Patients in all, to the end of a stage. */
    public int patients(int stage) {
        return patients[stage - 1];
    }

    /** H0 is accepted at a stage with so many responses or fewer; -1: never. */
    public int acceptUpTo(int stage) {
        return acceptUpTo[stage - 1];
    }

    /** H0 is rejected at a stage with so many responses or more; more than its patients: never. */
    public int rejectFrom(int stage) {
        return rejectFrom[stage - 1];
    }

    /** The chance to reject H0, at whichever stage, when each patient responds with chance p. */
    public double rejects(double p) {
        double[][] ends = ends(p);
        double sum = 0;
        for (int k = 1; k <= stages(); k++) {
            sum += Arrays.stream(ends[k - 1], Math.min(rejectFrom(k), ends[k - 1].length), ends[k - 1].length)
                    .sum();
        }
        return Math.min(1, sum);
    }

    /** The chance that the study ends at a stage, with either answer. */
    public double stopsAt(int stage, double p) {
        return Math.min(1, Arrays.stream(ends(p)[stage - 1]).sum());
    }

    /** The expected number of patients. */
    public double expectedPatients(double p) {
        double[][] ends = ends(p);
        double sum = 0;
        for (int k = 1; k <= stages(); k++) {
            sum += patients(k) * Arrays.stream(ends[k - 1]).sum();
        }
        return sum;
    }

    /** Whether the study ends at a stage with so many responses. */
    public boolean endsWith(int stage, int responses) {
        return responses <= acceptUpTo(stage) || responses >= rejectFrom(stage);
    }

    /** [stage - 1][x]: the chance to end at the stage with x responses in all; 0 where the study goes on. */
    double[][] ends(double p) {
        Require.probability(p, "p");
        return ends(p, new double[] {1}, patients[0]);
    }

    /** The same, given that the first patient of all responded. */
    double[][] endsAfterResponse(double p) {
        return ends(p, new double[] {0, 1}, patients[0] - 1);
    }

    private double[][] ends(double p, double[] begin, int leftOfFirstStage) {
        double[][] ends = new double[stages()][];
        double[] open = begin; // chances of the responses with which the study goes on
        for (int k = 0; k < stages(); k++) {
            int coming = k == 0 ? leftOfFirstStage : patients[k] - patients[k - 1];
            double[] reached = convolve(open, BinomialLaw.points(coming, p));
            ends[k] = new double[reached.length];
            for (int x = 0; x < reached.length; x++) {
                if (endsWith(k + 1, x)) {
                    ends[k][x] = reached[x];
                    reached[x] = 0;
                }
            }
            open = reached;
        }
        return ends;
    }

    private static double[] convolve(double[] a, double[] b) {
        double[] sum = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            if (a[i] > 0) {
                for (int j = 0; j < b.length; j++) {
                    sum[i + j] += a[i] * b[j];
                }
            }
        }
        return sum;
    }
}
