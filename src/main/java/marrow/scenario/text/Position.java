package marrow.scenario.text;

/**
 * Where something stands in what the user wrote: file as the user named it, line and column from 1, columns counted in
 * characters. A value given on the command line stands at {@code --set name} and has no line.
 */
public record Position(String file, int line, int column) implements Comparable<Position> {

    public static Position startOf(String file) {
        return new Position(file, 1, 1);
    }

    public static Position ofSet(String parameter) {
        return new Position("--set " + parameter, 0, 0);
    }

    boolean onCommandLine() {
        return line == 0;
    }

    /** By file, then in reading order. */
    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return onCommandLine() ? file : file + ":" + line + ":" + column;
    }
}
