package marrow.scenario.value;

import java.util.Optional;

/**
 * A number with what it counts: days for times, per day for rates.
 *
 * @param text as written
 * @param counts the counts it was given by, such as 26/33
 */
public record Quantity(double value, Dimension dimension, String text, Optional<Counts> counts) {}
