package marrow.trial.cohort;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import marrow.dist.Hazard;
import marrow.journey.life.OneClock;
import marrow.random.FirstNumbers;

/**
 * The lives of a trial whose patients have one clock each and may be lost, column by column: first the numbers of all patients, then the
 * days that these come to. No call and no branch depends on the arm, which cannot be guessed. Scratch of one thread.
 */
final class OneClockLives {
    private final FirstNumbers numbers;
    private final long key;
    private final OneClock[] clockOf;
    private final Hazard[] lossOf;
    private final boolean lost;
    private final boolean dies;
    private final boolean[] sets;

    /** Whether the days on which the clocks ring are all that is read off, so that they are made where they are read. */
    private final boolean alone;

    /** Budgets first, then the days on which the clocks ring, unless they have another place. */
    private final double[] days;

    private OneClockLives(long seed, OneClock[] clockOf, Hazard[] lossOf, boolean dies, boolean[] sets, int patients) {
        numbers = FirstNumbers.of(seed);
        key = clockOf[0].key();
        this.clockOf = clockOf;
        this.lossOf = lossOf;
        this.dies = dies;
        this.sets = sets;
        lost = lossOf[0] != null;
        alone = sets.length == 1 && sets[0];
        days = new double[alone ? 0 : patients];
    }

    /**
     * Of the clocks of these arms; null where an arm has none, or the arms differ in the clock's name, in whether patients are lost or in which of the
     * marks are set.
     *
     * @param deathOf per arm: the mark after which nobody is lost
     * @param markOf  per arm and reading: the mark that is read off
     */
    static OneClockLives of(
            long seed, OneClock[] clockOf, Hazard[] lossOf, int[] deathOf, int[][] markOf, int patients) {
        if (Arrays.stream(clockOf).anyMatch(Objects::isNull)) {
            return null;
        }
        boolean dies = clockOf[0].sets(deathOf[0]);
        boolean[] sets = setsOf(clockOf[0], markOf[0]);
        boolean alike = IntStream.range(0, clockOf.length)
                .allMatch(a -> clockOf[a].key() == clockOf[0].key()
                        && (lossOf[a] == null) == (lossOf[0] == null)
                        && clockOf[a].sets(deathOf[a]) == dies
                        && Arrays.equals(setsOf(clockOf[a], markOf[a]), sets));
        return alike ? new OneClockLives(seed, clockOf, lossOf, dies, sets, patients) : null;
    }

    private static boolean[] setsOf(OneClock clock, int[] marks) {
        boolean[] sets = new boolean[marks.length];
        for (int k = 0; k < marks.length; k++) {
            sets[k] = clock.sets(marks[k]);
        }
        return sets;
    }

    /**
     * Lives the lives of the patients of a replicate, who are in these arms: what is read off them, and until which day they are followed, where the budgets of losses
     * stand first.
     */
    void live(long replicate, int[] arm, double[][] column, double[] followedTo, double horizon) {
        double[] day = alone ? column[0] : days;
        for (int from = 0; from < arm.length; from += FirstNumbers.AT_A_TIME) {
            numbers.patients(replicate, from, arm.length);
            numbers.exponentials(key, day);
            if (lost) {
                numbers.exponentials(CohortLives.LOSS, followedTo);
            }
        }
        if (clockOf.length == 1) {
            clockOf[0].daysOf(day);
        } else {
            for (int i = 0; i < arm.length; i++) {
                day[i] = clockOf[arm[i]].dayOf(day[i]);
            }
        }
        for (int k = 0; k < column.length && !alone; k++) {
            if (sets[k]) {
                System.arraycopy(day, 0, column[k], 0, arm.length);
            } else {
                Arrays.fill(column[k], Double.NaN);
            }
        }
        if (!lost) {
            Arrays.fill(followedTo, horizon);
            return;
        }
        for (int i = 0; i < arm.length; i++) {
            double loss = lossOf[arm[i]].inverse(followedTo[i]);
            int stays = (dies ? 1 : 0) & (day[i] <= loss ? 1 : 0);
            followedTo[i] = Either.of(stays, horizon, Math.min(loss, horizon));
        }
    }
}
