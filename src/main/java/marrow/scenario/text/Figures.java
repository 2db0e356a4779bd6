package marrow.scenario.text;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as messages show them: six figures, no exponent where they are of everyday size. */
public final class Figures {
    private static final MathContext SIX = new MathContext(6);

    private Figures() {}

    public static String of(double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(SIX).stripTrailingZeros();
        double size = Math.abs(value);
        return size != 0 && (size >= 1e12 || size < 1e-6) ? rounded.toString() : rounded.toPlainString();
    }
}
