package marrow.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marrow.montecarlo.Shard;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --shard 3/16}: the third of sixteen. */
public final class ShardOption implements ITypeConverter<Shard> {
    private static final Pattern SHARD = Pattern.compile("([0-9]{1,7})/([0-9]{1,7})");

    @Override
    public Shard convert(String text) {
        Matcher shard = SHARD.matcher(text);
        if (!shard.matches()) {
            throw new TypeConversionException("a shard is 3/16, the third of sixteen, not '" + text + "'");
        }
        int of = Integer.parseInt(shard.group(2));
        int number = Integer.parseInt(shard.group(1));
        if (!(number >= 1 && number <= of)) {
            throw new TypeConversionException("of " + of + " shards there is no number " + number);
        }
        return new Shard(number - 1, of);
    }
}
