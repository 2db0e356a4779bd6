package marrow.journey;

import java.util.List;

/** An {@link Accrual} in numbers: the accounts it adds to and the fact it is scaled by, or -1. */
record CompiledAccrual(int[] accounts, double amount, int fact, double pack, boolean startedDays, double worth) {

    /** Less than this of a day (0.09 s) is rounding, not a started day. */
    private static final double A_MOMENT = 1e-6;

    static CompiledAccrual of(Accrual accrual, List<String> accounts, List<String> facts) {
        return new CompiledAccrual(
                accrual.accounts().stream().mapToInt(accounts::indexOf).toArray(),
                accrual.amount(),
                accrual.scaledBy() == null ? -1 : facts.indexOf(accrual.scaledBy()),
                accrual.pack(),
                accrual.startedDays(),
                accrual.worth());
    }

    /** What a spell of so many days adds, where the fact that scales it (if any) has this value. */
    double over(double days, double scale) {
        double perDay = amount * scale;
        if (pack > 0) {
            perDay = Math.ceil(perDay / pack - A_MOMENT);
        }
        return worth * perDay * (startedDays ? Math.ceil(days - A_MOMENT) : days);
    }
}
