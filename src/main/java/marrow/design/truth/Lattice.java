package marrow.design.truth;

import java.util.Arrays;
import java.util.List;
import marrow.journey.life.Patient;
import marrow.trial.cohort.Budgets;

/**
 * Unit-exponential budgets that are spread evenly over the patients instead of drawn: those of d clocks in patient i are
 * -log of frac((i + 1/2) / g^j), j = 1 .. d, where g solves g^(d + 1) = g + 1 (Roberts' sequence, d = 1: the golden ratio).
 * A mean over the patients then has an error far below that of drawn ones, as far as it comes from these clocks.
 */
final class Lattice implements Budgets {
    private final List<String> clocks;
    private final double[] step;
    private double[] budget = {};
    private int[] place = {};
    private Patient last;
    private long start;

    Lattice(List<String> clocks) {
        this.clocks = clocks;
        double g = 2;
        for (int i = 0; i < 60; i++) {
            g = StrictMath.pow(1 + g, 1.0 / (clocks.size() + 1));
        }
        step = new double[clocks.size()];
        double power = 1;
        for (int j = 0; j < step.length; j++) {
            power /= g;
            step[j] = power;
        }
    }

    /** From now on patient 0 has this place in the lattice. */
    void startAt(long place) {
        start = place;
    }

    @Override
    public void give(Patient patient, int i) {
        if (patient != last) {
            List<String> names = patient.journey().clockNames();
            budget = new double[names.size()];
            Arrays.fill(budget, Double.NaN);
            place = clocks.stream().mapToInt(names::indexOf).toArray();
            patient.withFirstBudgets(budget);
            last = patient;
        }
        for (int j = 0; j < place.length; j++) {
            if (place[j] >= 0) {
                double x = (start + i + 0.5) * step[j];
                budget[place[j]] = -StrictMath.log(x - Math.floor(x));
            }
        }
    }
}
