package marrow.stats.exact;

import java.util.Arrays;
import java.util.stream.IntStream;
import marrow.check.Require;

/**
 * A rule that stops a study for too many toxicities, looked at after one patient, or a cohort, after the other: stop
 * after n patients when at least b(n) of them had the toxicity. Its operating characteristics are exact: the chances
 * of each count among studies still open are carried from patient to patient.
 * {@link ToxicityBoundary} makes such rules.
 */
public final class StoppingBoundary implements HarmLimit {
    private final int[] stopFrom; // by patients 1 .. N; n + 1: no stop after n patients

    private StoppingBoundary(int[] stopFrom) {
        this.stopFrom = stopFrom;
    }

    /** @param stopFrom toxicities that stop the study after 1, 2, ... patients; more than the patients: none do */
    public static StoppingBoundary of(int... stopFrom) {
        Require.atLeast(stopFrom.length, 1, "patients");
        for (int n = 1; n <= stopFrom.length; n++) {
            Require.atLeast(stopFrom[n - 1], 1, "toxicities that stop the study after " + n + " patients");
        }
        return new StoppingBoundary(stopFrom.clone());
    }

    /** The patients of a study that does not stop. */
    public int patients() {
        return stopFrom.length;
    }

    /** Toxicities from which the study stops after n patients; more than n: it does not stop there. */
    public int stopFrom(int n) {
        return stopFrom[n - 1];
    }

    /** A part of a patient counts as one. The rule ends with the last patient planned: of more it says nothing, else alpha were not kept. */
    @Override
    public boolean isCrossed(int events, double patients) {
        double n = Math.ceil(patients);
        return n >= 1 && n <= patients() && events >= stopFrom((int) n);
    }

    @Override
    public int leastEvents() {
        return IntStream.rangeClosed(1, patients())
                .filter(n -> stopFrom(n) <= n)
                .map(this::stopFrom)
                .min()
                .orElse(patients() + 1);
    }

    /** The chance that the study is ever stopped, when each patient has the toxicity with chance p. */
    public double stops(double p) {
        return Math.min(1, Arrays.stream(stopsAfter(p)).sum());
    }

    /** [n - 1]: the chance that the study is stopped after n patients. */
    public double[] stopsAfter(double p) {
        Require.probability(p, "p");
        double[] stops = new double[patients()];
        double[] open = new double[patients() + 1]; // by toxicities so far
        open[0] = 1;
        for (int n = 1; n <= patients(); n++) {
            for (int x = n; x > 0; x--) {
                open[x] = open[x] * (1 - p) + open[x - 1] * p;
            }
            open[0] *= 1 - p;
            for (int x = stopFrom(n); x <= n; x++) {
                stops[n - 1] += open[x];
                open[x] = 0;
            }
        }
        return stops;
    }

    /** The expected number of patients. */
    public double expectedPatients(double p) {
        double expected = patients();
        double[] stops = stopsAfter(p);
        for (int n = 1; n < patients(); n++) {
            expected -= stops[n - 1] * (patients() - n);
        }
        return expected;
    }

    /** The expected number of patients with the toxicity: p times that of patients (Wald's equation). */
    public double expectedToxicities(double p) {
        return p * expectedPatients(p);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoppingBoundary that && Arrays.equals(stopFrom, that.stopFrom);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(stopFrom);
    }

    @Override
    public String toString() {
        return "stop from " + Arrays.toString(stopFrom);
    }
}
