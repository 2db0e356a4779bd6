package marrow.montecarlo;

/** A replicate that could not be made, and why. It can be made again alone, by its number. */
public record Failure(long replicate, String why) {
    static Failure of(long replicate, RuntimeException thrown) {
        String kind = thrown.getClass().getSimpleName();
        return new Failure(replicate, thrown.getMessage() == null ? kind : kind + ": " + thrown.getMessage());
    }
}
