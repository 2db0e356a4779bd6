package marrow.journey;

/** One of the things a ring may turn out to be, with its chance (0 to 1) among the others of its {@link Case}. */
public record Outcome(double chance, Effect effect) {
    public Outcome {
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("a chance lies between 0 and 1, not " + chance);
        }
    }
}
