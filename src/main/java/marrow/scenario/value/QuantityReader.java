package marrow.scenario.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marrow.scenario.text.Node;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/** Reads a number as it is written: {@code .05}, {@code 14 %}, {@code 26/33}, {@code 90 d}, {@code 0.08 per y}. */
public final class QuantityReader {
    public static final String DECIMAL = "[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";
    private static final Pattern COUNTS = Pattern.compile("([0-9]{1,15}) */ *([0-9]{1,15})");
    private static final Pattern WRITTEN = Pattern.compile("(" + DECIMAL + ") *(%)?(?: *(?:(per) +)?(\\p{L}[^ ]*))?");
    private static final Pattern DATE =
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}");

    /** Larger numbers would overflow as times or in the arithmetic of laws. */
    private static final double LARGEST = 1e100;

    /** Longer text is no number, and is not looked at further. */
    private static final int LONGEST = 60;

    private final Problems problems;

    public QuantityReader(Problems problems) {
        this.problems = problems;
    }

    /** Whether this begins like a number, rather than a name. */
    public static boolean looksLikeNumber(String text) {
        String plain = plain(text);
        return !plain.isEmpty() && ("+-.0123456789".indexOf(plain.charAt(0)) >= 0);
    }

    /** With the spaces and the minus of a keyboard: word processors and journals put no-break ones, and U+2212, in their places. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2212', '-')
                .strip();
    }

    /** Whether this is a chance seen as counts, such as {@code 26/33}. */
    public static boolean isCounts(Node.Scalar scalar) {
        return COUNTS.matcher(plain(scalar.text())).matches();
    }

    /** The quantity, or nothing where it is none, which has been reported against what is needed. */
    public Optional<Quantity> read(Node.Scalar scalar, String needed) {
        String text = plain(scalar.text());
        Matcher counts = COUNTS.matcher(text);
        if (text.length() > LONGEST) {
            problems.error(scalar.at(), needed + ", and this is " + scalar.named());
            return Optional.empty();
        }
        if (counts.matches()) {
            return counts(scalar.at(), text, Long.parseLong(counts.group(1)), Long.parseLong(counts.group(2)));
        }
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            boolean date =
                    needed.equals(Kind.TIME.needed()) && DATE.matcher(text).matches();
            problems.error(
                    scalar.at(),
                    needed + ", and this is " + scalar.named()
                            + (date ? ": a day of the calendar is a time since the opening of the trial" : ""));
            return Optional.empty();
        }
        double number = Double.parseDouble(written.group(1));
        if (!(Math.abs(number) <= LARGEST)) {
            problems.error(scalar.at(), written.group(1) + " is too large for a number");
            return Optional.empty();
        }
        double value = written.group(2) == null ? number : number / 100;
        String unit = written.group(4);
        if (unit == null) {
            return Optional.of(new Quantity(value, Dimension.NUMBER, text, Optional.empty()));
        }
        boolean rate = written.group(3) != null;
        if (!rate && written.group(2) != null) {
            problems.error(scalar.at(), "a percentage of a time is no quantity: '" + text + "'");
            return Optional.empty();
        }
        Optional<TimeUnit> time = TimeUnit.of(unit);
        if (time.isEmpty()
                && needed.equals(Kind.NUMBER.needed())
                && TimeUnit.meantBy(unit).isEmpty()) {
            problems.error(scalar.at(), needed + ", and this is " + scalar.named() + ": it has no unit");
            return Optional.empty();
        }
        if (time.isEmpty()) {
            String before = text.substring(0, text.length() - unit.length()).strip();
            problems.error(
                    scalar.at(),
                    "unknown unit '" + unit + "': the units of time are d, w, mo and y",
                    TimeUnit.meantBy(unit).map(meant -> before + " " + meant.symbol()));
            return Optional.empty();
        }
        double days = time.get().days();
        return Optional.of(
                rate
                        ? new Quantity(value / days, Dimension.RATE, text, Optional.empty())
                        : new Quantity(value * days, Dimension.TIME, text, Optional.empty()));
    }

    private Optional<Quantity> counts(Position at, String text, long events, long among) {
        if (!(among >= 1 && events <= among)) {
            problems.error(at, text + " is no chance: counts are so many of at least as many, such as 26/33");
            return Optional.empty();
        }
        if (among > Integer.MAX_VALUE) {
            problems.error(at, text + " is no count of patients: there are at most " + Integer.MAX_VALUE + " of them");
            return Optional.empty();
        }
        Counts counts = new Counts((int) events, (int) among);
        return Optional.of(new Quantity(counts.share(), Dimension.NUMBER, text, Optional.of(counts)));
    }
}
