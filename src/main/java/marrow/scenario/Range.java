package marrow.scenario;

/** From low to high, both included. */
public record Range(double low, double high) {
    boolean contains(double value) {
        return value >= low && value <= high;
    }
}
