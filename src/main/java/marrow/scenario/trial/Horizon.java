package marrow.scenario.trial;

import marrow.scenario.text.Figures;
import marrow.scenario.text.Node;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Values;

/**
 * Until when patients are followed at the longest. A time of follow-up beyond it can be written, but nothing is seen there: that is
 * a warning, since a horizon may be shortened on the command line.
 */
public final class Horizon {
    private final double days;
    private final Values values;
    private final Problems problems;

    public Horizon(double days, Values values, Problems problems) {
        this.days = days;
        this.values = values;
        this.problems = problems;
    }

    /** The days that are written here, or NaN where they were refused. */
    public double days(Node node) {
        double written = values.days(node);
        if (written > days) {
            problems.warning(
                    node.at(),
                    "day " + Figures.of(written) + " lies beyond the horizon of the run, day " + Figures.of(days)
                            + ": nobody is followed that far");
        }
        return written;
    }
}
