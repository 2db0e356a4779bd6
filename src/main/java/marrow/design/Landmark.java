package marrow.design;

import marrow.check.Require;

/**
 * A day at which a curve is read, days since the origin.
 *
 * @param label as it stands in the names of metrics: 1y, 100d
 */
public record Landmark(double day, String label) {
    public Landmark {
        Require.positive(day, "a landmark");
    }
}
