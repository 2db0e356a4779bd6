package marrow.journey.life;

import marrow.journey.Accrual;

/** An {@link Accrual} in numbers. */
final class CompiledAccrual {
    /** Less than this of a day (0.09 s) is rounding, not a started day; likewise of a pack. */
    private static final double A_MOMENT = 1e-6;

    final int[] accounts;

    /** The fact it is scaled by, or -1. */
    final int fact;

    private final double amount;
    private final double pack;
    private final boolean startedDays;
    private final double worth;

    CompiledAccrual(Accrual accrual, Index index) {
        accounts = accrual.accounts().stream().mapToInt(index::account).toArray();
        fact = index.fact(accrual.scaledBy());
        amount = accrual.amount();
        pack = accrual.pack();
        startedDays = accrual.startedDays();
        worth = accrual.worth();
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
