package marrow.journey;

import java.util.List;

/**
 * What a patient uses while a condition holds: micrograms, vials, days, money. Over a spell of {@code d} days each
 * of its accounts grows by {@code worth * amount * d}, where {@code amount} is per day and is multiplied by a fact where
 * {@code scaledBy} names one (body surface in m2). With {@code pack > 0} the amount of a day is rounded up to whole
 * packs and counted in packs (vials); with {@code startedDays} the spell is rounded up to whole days.
 */
public record Accrual(
        List<String> accounts,
        Condition condition,
        double amount,
        String scaledBy,
        double pack,
        boolean startedDays,
        double worth) {

    public Accrual {
        accounts = List.copyOf(accounts);
        if (!(amount >= 0) || !(pack >= 0) || !(worth >= 0)) {
            throw new IllegalArgumentException(
                    accounts + ": amounts are at least 0: " + amount + " a day, pack " + pack + ", worth " + worth);
        }
    }

    /** So many a day, pro rata. */
    public static Accrual perDay(List<String> accounts, Condition condition, double amount) {
        return new Accrual(accounts, condition, amount, null, 0, false, 1);
    }

    Accrual to(List<String> others) {
        return new Accrual(others, condition, amount, scaledBy, pack, startedDays, worth);
    }

    Accrual scaledBy(String fact) {
        return new Accrual(accounts, condition, amount, fact, pack, startedDays, worth);
    }

    public Accrual inPacksOf(double size) {
        return new Accrual(accounts, condition, amount, scaledBy, size, startedDays, worth);
    }

    public Accrual byStartedDays() {
        return new Accrual(accounts, condition, amount, scaledBy, pack, true, worth);
    }

    Accrual worth(double each) {
        return new Accrual(accounts, condition, amount, scaledBy, pack, startedDays, each);
    }
}
