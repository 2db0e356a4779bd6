package marrow.scenario.value;

import java.util.Optional;
import marrow.scenario.text.Position;

/**
 * A named number of the model, with what stands behind it.
 *
 * @param plausible within which a designer would still believe it; in days or per day where it is a time or rate
 * @param at where it is named
 * @param set the value as given on the command line, where it was
 */
public record Parameter(
        String name, Quantity quantity, Range plausible, Provenance provenance, Position at, Optional<String> set) {

    public double value() {
        return quantity.value();
    }
}
