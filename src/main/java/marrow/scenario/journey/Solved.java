package marrow.scenario.journey;

import java.util.List;
import marrow.dist.Hazard;

/**
 * A point that a hazard was solved to go through.
 *
 * @param target the cumulative incidence asked for
 * @param byDays when
 * @param beside the clocks it competes with
 * @param reached the cumulative incidence of the solution, computed anew
 * @param hazard the solution
 */
public record Solved(String clock, double target, double byDays, List<String> beside, double reached, Hazard hazard) {
    public Solved {
        beside = List.copyOf(beside);
    }
}
