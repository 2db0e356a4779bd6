package marrow.export;

/**
 * A variable of a data set.
 *
 * @param name  of at most eight letters and digits, as transport files ask for
 * @param label what it is, for people, in at most 40 bytes, as transport files ask for
 * @param key   its place in the key of the data set, from 1; 0 where it is none of the key
 */
public record Column(String name, String label, Kind kind, int key) {
    /** What its values are. */
    public enum Kind {
        TEXT("text"),
        WHOLE("whole number"),
        NUMBER("number"),
        DATE("date");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    static Column text(String name, String label) {
        return new Column(name, label, Kind.TEXT, 0);
    }

    static Column whole(String name, String label) {
        return new Column(name, label, Kind.WHOLE, 0);
    }

    static Column number(String name, String label) {
        return new Column(name, label, Kind.NUMBER, 0);
    }

    static Column date(String name, String label) {
        return new Column(name, label, Kind.DATE, 0);
    }

    Column key(int place) {
        return new Column(name, label, kind, place);
    }
}
