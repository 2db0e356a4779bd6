package marrow.scenario.value;

/** From low to high, both included. */
public record Range(double low, double high) {
    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
