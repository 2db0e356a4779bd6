package marrow.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number, which may be in percent as in a scenario: {@code 0.8} or {@code 80 %}. */
public final class NumberOption implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        String plain = text.strip();
        boolean percent = plain.endsWith("%");
        try {
            double number = Double.parseDouble(percent ? plain.substring(0, plain.length() - 1) : plain);
            return percent ? number / 100 : number;
        } catch (NumberFormatException none) {
            throw new TypeConversionException("a number such as 0.8 or 80 % is needed, not '" + text + "'");
        }
    }
}
