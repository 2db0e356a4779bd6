package marrow.journey.life;

import java.util.Arrays;

/** What one patient has used, by account. Accruals run in spells; a spell is entered in the books when it ends. */
final class Ledger {
    private final CompiledAccrual[] accruals;
    private final double[] account;

    /** Per accrual: the day on which the present spell began, NaN between spells. */
    private final double[] spellStart;

    Ledger(CompiledAccrual[] accruals, int accounts) {
        this.accruals = accruals;
        account = new double[accounts];
        spellStart = new double[accruals.length];
    }

    void clear() {
        Arrays.fill(account, 0);
        Arrays.fill(spellStart, Double.NaN);
    }

    /** From this day on the accrual runs, if it does not run already. */
    void begin(int accrual, double day) {
        if (Double.isNaN(spellStart[accrual])) {
            spellStart[accrual] = day;
        }
    }

    /** From this day on the accrual does not run. {@code facts} are the patient's, for those that scale with one. */
    void end(int accrual, double day, double[] facts) {
        if (!Double.isNaN(spellStart[accrual])) {
            double used = usedInSpell(accrual, day, facts);
            for (int to : accruals[accrual].accounts) {
                account[to] += used;
            }
            spellStart[accrual] = Double.NaN;
        }
    }

    /** Enters something used at once. */
    void add(int index, double amount) {
        account[index] += amount;
    }

    private double usedInSpell(int accrual, double day, double[] facts) {
        CompiledAccrual a = accruals[accrual];
        return a.over(day - spellStart[accrual], a.fact < 0 ? 1 : facts[a.fact]);
    }

    void close(double day, double[] facts) {
        for (int accrual = 0; accrual < accruals.length; accrual++) {
            end(accrual, day, facts);
        }
    }

    /** What stands in the books: the spells that have ended. */
    double account(int index) {
        return account[index];
    }

    /** What has been used by this day, the spells that still run counted as well. */
    double accountOn(double day, int index, double[] facts) {
        double sum = account[index];
        for (int accrual = 0; accrual < accruals.length; accrual++) {
            if (!Double.isNaN(spellStart[accrual])) {
                for (int to : accruals[accrual].accounts) {
                    sum += to == index ? usedInSpell(accrual, day, facts) : 0;
                }
            }
        }
        return sum;
    }
}
