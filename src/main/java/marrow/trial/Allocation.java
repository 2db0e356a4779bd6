package marrow.trial;

import java.util.Arrays;
import java.util.List;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
import marrow.random.AddressedRandom;

/** How patients come to their arms. */
public interface Allocation {
    /** Where the numbers of allocation stand among those of a trial: patient i has the i-th occurrence. */
    long ALLOCATION = AddressedRandom.clockKey("trial: allocation");

    /** The tracks whose states at entry must be known before a patient is allocated. */
    default List<String> strata() {
        return List.of();
    }

    /**
     * What one thread allocates with.
     *
     * @param shares  of the arms
     * @param journey of the patients as they are met, before they have an arm
     */
    Allocator allocator(double[] shares, CompiledJourney journey);

    /** Scratch of one thread. */
    interface Allocator {
        /** A new trial begins. */
        default void begin() {}

        /**
         * The arm of the next patient.
         *
         * @param i       how many came before
         * @param patient met, where there are strata
         * @param random  the numbers of the trial; those of this patient stand at occurrence i of {@link #ALLOCATION}
         */
        int next(int i, Patient patient, AddressedRandom random);

        /** The arms of all patients of a new trial, where there are no strata and so nobody need be met. */
        default void allocateAll(int[] arm, AddressedRandom random) {
            begin();
            for (int i = 0; i < arm.length; i++) {
                arm[i] = next(i, null, random);
            }
        }
    }

    /** Everybody in the one arm. */
    Allocation SINGLE_ARM = (shares, journey) -> new Allocator() {
        @Override
        public int next(int i, Patient patient, AddressedRandom random) {
            return 0;
        }

        @Override
        public void allocateAll(int[] arm, AddressedRandom random) {
            Arrays.fill(arm, 0);
        }
    };

    /** Each patient by chance alone, as the shares are: complete randomisation, or cohorts that run side by side. */
    Allocation BY_CHANCE = (shares, journey) -> {
        double[] upTo = shares.clone();
        for (int arm = 1; arm < upTo.length; arm++) {
            upTo[arm] += upTo[arm - 1];
        }
        return (i, patient, random) -> {
            double u = random.firstUniform(ALLOCATION, i) * upTo[upTo.length - 1];
            int arm = 0;
            while (u >= upTo[arm] && arm < upTo.length - 1) {
                arm++;
            }
            return arm;
        };
    };
}
