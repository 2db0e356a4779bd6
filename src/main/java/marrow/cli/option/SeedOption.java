package marrow.cli.option;

import marrow.scenario.Seed;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --seed 7}: what may stand in a scenario, so that the resolved one can be read. */
public final class SeedOption implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        return Seed.of(text).orElseThrow(() -> new TypeConversionException(Seed.NEEDED + ", not '" + text + "'"));
    }
}
