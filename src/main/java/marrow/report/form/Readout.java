package marrow.report.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: few digits, the unit beside them, the same text in every locale. */
public final class Readout {
    /** A number that is not there: a median that nobody reached. */
    public static final String NONE = "-";

    private static final double YEAR = 365.25;
    private static final double MONTH = YEAR / 12;

    private Readout() {}

    /** Four digits that count, without a tail of zeros. */
    public static String number(double x) {
        return rounded(x, 4);
    }

    /** An error: two digits that count. */
    public static String error(double x) {
        return rounded(x, 2);
    }

    private static String rounded(double x, int digits) {
        if (!Double.isFinite(x)) {
            return x > 0 ? "never" : NONE;
        }
        BigDecimal exact = new BigDecimal(x);
        int wholeDigits = exact.precision() - exact.scale();
        BigDecimal few = exact.round(new MathContext(Math.max(digits, wholeDigits), RoundingMode.HALF_UP));
        return few.signum() == 0 ? "0" : few.stripTrailingZeros().toPlainString();
    }

    /** So many decimals, none left out, so that a column of them is aligned. */
    public static String fixed(double x, int decimals) {
        if (!Double.isFinite(x)) {
            return NONE;
        }
        return new BigDecimal(x).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** A chance: {@code 57.7 %}, {@code 14 %}, {@code 0.12 %}. */
    public static String percent(double p) {
        double percent = 100 * p;
        return rounded(percent, percent >= 10 ? 3 : 2) + " %";
    }

    /** Days with one decimal: {@code 14.0}. */
    public static String days(double d) {
        return fixed(d, 1);
    }

    /** A time in the unit it is said in: years where they come out even or there are two or more, months, else days. */
    public static String time(double d) {
        if (!Double.isFinite(d)) {
            return rounded(d, 3);
        }
        if (d != 0 && (isWhole(d / YEAR) || Math.abs(d) >= 2 * YEAR)) {
            return rounded(d / YEAR, 3) + " y";
        }
        if (d > 60 && isWhole(d / MONTH)) {
            return rounded(d / MONTH, 3) + " mo";
        }
        return rounded(d, 3) + " d";
    }

    /** From one time to another; a unit that they share is said once. */
    public static String times(double low, double high) {
        String from = time(low);
        String to = time(high);
        String unit = to.substring(to.lastIndexOf(' ') + 1);
        return (from.endsWith(" " + unit) ? from.substring(0, from.lastIndexOf(' ')) : from) + " to " + to;
    }

    /** A rate per day, said per year: {@code 0.08 per y}. */
    public static String rate(double perDay) {
        return rounded(perDay * YEAR, 3) + " per y";
    }

    private static boolean isWhole(double x) {
        return Math.abs(x - Math.rint(x)) < 1e-9;
    }

    /** {@code 20,000}. */
    public static String count(long n) {
        StringBuilder digits = new StringBuilder(Long.toString(n));
        for (int at = digits.length() - 3; at > (n < 0 ? 1 : 0); at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /** {@code 1 warning}, {@code 2 warnings}. */
    public static String counted(long n, String thing) {
        return count(n) + " " + thing + (n == 1 ? "" : "s");
    }

    /** A number to the decimal in which its error has its first digit, with that error: {@code 31.6 (0.5)}. */
    public static String withError(double x, double error) {
        if (!Double.isFinite(x)) {
            return NONE;
        }
        int decimals = error > 0 && Double.isFinite(error)
                ? Math.max(0, Math.min(6, -(int) Math.floor(StrictMath.log10(error))))
                : 1;
        return fixed(x, decimals) + (error > 0 ? " (" + fixed(error, decimals) + ")" : "");
    }

    /** A share in percent, with its error in the same: {@code 31.6 (0.5) %}. */
    public static String percentWithError(double p, double error) {
        return Double.isFinite(p) ? withError(100 * p, 100 * error) + " %" : NONE;
    }
}
