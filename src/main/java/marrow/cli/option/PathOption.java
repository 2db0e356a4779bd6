package marrow.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the path of a file or folder, which the locale may not be able to spell. */
public final class PathOption implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException(
                    "the path of a file or folder is needed, and this is empty; the folder you are in is '.'");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException unspelt) {
            throw new TypeConversionException(
                    "'" + text
                            + "' is no path that this locale can spell; set LC_ALL to one with UTF-8 that is installed, such as C.UTF-8");
        }
    }
}
