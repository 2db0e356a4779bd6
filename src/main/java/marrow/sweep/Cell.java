package marrow.sweep;

import java.util.Map;
import java.util.stream.Collectors;
import marrow.scenario.Axis;
import marrow.scenario.Sweep;

/**
 * A point of a sweep under a truth.
 *
 * @param id    of the cell, whichever truths are asked for
 * @param point from 0
 */
public record Cell(int id, int point, Map<String, String> values, String truth) {
    static Cell of(Sweep sweep, int point, String truth, int truthNumber) {
        Map<String, String> values = sweep.values(point);
        values.remove(Axis.TRUTH);
        return new Cell(truthNumber * sweep.size() + point, point, values, truth);
    }

    /** As a user would write it: {@code p1=85 %, trial.patients=31 under hoped}. */
    public String named() {
        String where = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? truth : where + " under " + truth;
    }
}
