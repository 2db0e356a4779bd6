package marrow.scenario.value;

/** What kind of number a place needs. */
public enum Kind {
    NUMBER(Dimension.NUMBER, "a number", "0.39"),
    PROBABILITY(Dimension.NUMBER, "a probability", "14 %, 0.14 or 26/33"),
    TIME(Dimension.TIME, "a time", "14 d"),
    RATE(Dimension.RATE, "a rate", "0.08 per y");

    private final Dimension dimension;
    private final String named;
    private final String example;

    Kind(Dimension dimension, String named, String example) {
        this.dimension = dimension;
        this.named = named;
        this.example = example;
    }

    public static Kind of(Dimension dimension) {
        return switch (dimension) {
            case NUMBER -> NUMBER;
            case TIME -> TIME;
            case RATE -> RATE;
        };
    }

    Dimension dimension() {
        return dimension;
    }

    public String needed() {
        return named + " is needed here, such as " + example;
    }
}
