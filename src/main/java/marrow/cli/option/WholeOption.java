package marrow.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number, and says what is needed where it is none. */
public final class WholeOption<N extends Number> implements ITypeConverter<N> {
    private final Parser<N> parser;

    public WholeOption(Parser<N> parser) {
        this.parser = parser;
    }

    /** Throws what {@link Integer#valueOf(String)} and {@link Long#valueOf(String)} do. */
    public interface Parser<N> {
        N parse(String text);
    }

    @Override
    public N convert(String text) {
        try {
            return parser.parse(text.strip());
        } catch (NumberFormatException none) {
            throw new TypeConversionException("a whole number is needed, not '" + text + "'");
        }
    }
}
