package marrow.scenario.value;

/** What a number counts. Probabilities, ratios and doses are plain numbers; times are kept in days, rates per day. */
public enum Dimension {
    NUMBER("a number"),
    TIME("a time"),
    RATE("a rate");

    private final String named;

    Dimension(String named) {
        this.named = named;
    }

    public String named() {
        return named;
    }
}
