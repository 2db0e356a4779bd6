package marrow.scenario.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The units of time of the language, in days. Months and years are Julian: a year has 365.25 d, a month a twelfth. */
enum TimeUnit {
    D(1),
    W(7),
    MO(30.4375),
    Y(365.25);

    private final double days;

    TimeUnit(double days) {
        this.days = days;
    }

    double days() {
        return days;
    }

    String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TimeUnit> of(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol().equals(symbol))
                .findFirst();
    }

    /** The unit that a word such as "days" or "month" probably stands for. */
    static Optional<TimeUnit> meantBy(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("m")) {
            return Optional.of(MO);
        }
        return Arrays.stream(values())
                .filter(unit -> lower.startsWith(unit.symbol()))
                .findFirst();
    }
}
