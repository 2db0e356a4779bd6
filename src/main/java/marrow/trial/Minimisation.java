package marrow.trial;

import java.util.Arrays;
import java.util.List;
import marrow.check.Require;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
import marrow.random.AddressedRandom;

/**
 * Minimisation (Pocock and Simon 1975, Biometrics 31:103-115): each patient goes with a given chance to the arm that leaves
 * the trial most balanced, else to one of the others. Imbalance is summed over the factors: the range over the arms of the
 * patients at this patient's level, divided by the arms' shares. Among arms that are as good, one is drawn as the shares are.
 * With unequal shares the small arms get a few patients too many (Han, Enas and McEntegart 2009, Statistics in Medicine 28:3329-3346);
 * that number does not grow with the trial.
 *
 * @param strata the factors, tracks
 * @param chance of the best arm; at least the largest share, else the shares could not be kept
 */
public record Minimisation(List<String> strata, double chance) implements Allocation {
    public Minimisation {
        strata = List.copyOf(strata);
        Require.probability(chance, "the chance of the best arm");
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("minimisation needs factors");
        }
    }

    @Override
    public Allocator allocator(double[] shares, CompiledJourney journey) {
        double largest = Arrays.stream(shares).max().orElseThrow()
                / Arrays.stream(shares).sum();
        if (chance < largest) {
            throw new IllegalArgumentException("with a chance of " + chance
                    + " for the best arm no arm comes to its share of " + largest + " of the patients");
        }
        return new Balance(shares, Strata.of(strata, journey), chance);
    }

    /** The patients so far. */
    static final class Balance implements Allocator {
        /** Of imbalances, which are sums of a few fractions: what is closer is equal. */
        private static final double ROUNDING = 1e-9;

        private final double[] shares;
        private final Strata strata;
        private final double chance;

        /** Patients so far, by factor, level and arm. */
        private final int[][][] patients;

        private final double[] imbalance;

        Balance(double[] shares, Strata strata, double chance) {
            this.shares = shares;
            this.strata = strata;
            this.chance = chance;
            patients = new int[strata.factors()][][];
            Arrays.setAll(patients, k -> new int[strata.levels(k)][shares.length]);
            imbalance = new double[shares.length];
        }

        @Override
        public void begin() {
            for (int[][] levels : patients) {
                for (int[] level : levels) {
                    Arrays.fill(level, 0);
                }
            }
        }

        @Override
        public int next(int i, Patient patient, AddressedRandom random) {
            for (int arm = 0; arm < imbalance.length; arm++) {
                imbalance[arm] = imbalance(patient, arm);
            }
            random.at(ALLOCATION, i);
            int arm = choose(random);
            place(patient, arm);
            return arm;
        }

        /** What the imbalance would be with this patient in that arm. */
        double imbalance(Patient patient, int arm) {
            double sum = 0;
            for (int k = 0; k < patients.length; k++) {
                sum += range(patients[k][strata.level(k, patient)], arm);
            }
            return sum;
        }

        void place(Patient patient, int arm) {
            for (int k = 0; k < patients.length; k++) {
                patients[k][strata.level(k, patient)][arm]++;
            }
        }

        private double range(int[] level, int arm) {
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            for (int a = 0; a < level.length; a++) {
                double filled = (level[a] + (a == arm ? 1 : 0)) / shares[a];
                least = Math.min(least, filled);
                most = Math.max(most, filled);
            }
            return most - least;
        }

        private int choose(AddressedRandom random) {
            double least = Double.POSITIVE_INFINITY;
            for (double one : imbalance) {
                least = Math.min(least, one);
            }
            double sharesOfBest = 0;
            double sharesOfOthers = 0;
            for (int arm = 0; arm < imbalance.length; arm++) {
                if (isBest(arm, least)) {
                    sharesOfBest += shares[arm];
                } else {
                    sharesOfOthers += shares[arm];
                }
            }
            boolean toTheBest = sharesOfOthers == 0 || random.uniform() < chance;
            double ticket = random.uniform() * (toTheBest ? sharesOfBest : sharesOfOthers);
            int chosen = -1;
            for (int arm = 0; arm < imbalance.length && ticket >= 0; arm++) {
                if (isBest(arm, least) == toTheBest) {
                    chosen = arm;
                    ticket -= shares[arm];
                }
            }
            return chosen;
        }

        private boolean isBest(int arm, double least) {
            return imbalance[arm] <= least + ROUNDING;
        }
    }
}
