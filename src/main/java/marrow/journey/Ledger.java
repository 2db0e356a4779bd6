package marrow.journey;

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
        double began = spellStart[accrual];
        if (!Double.isNaN(began)) {
            CompiledAccrual a = accruals[accrual];
            double used = a.over(day - began, a.fact < 0 ? 1 : facts[a.fact]);
            for (int to : a.accounts) {
                account[to] += used;
            }
            spellStart[accrual] = Double.NaN;
        }
    }

    void close(double day, double[] facts) {
        for (int accrual = 0; accrual < accruals.length; accrual++) {
            end(accrual, day, facts);
        }
    }

    double account(int index) {
        return account[index];
    }
}
