package marrow.design.sketch;

import java.util.List;
import marrow.trial.endpoint.TimeToEvent;

/**
 * An endpoint in one arm over time: the true curve, and where the curves of trials lie around it.
 *
 * @param arm by its place in the plan
 */
public record Curve(TimeToEvent endpoint, int arm, List<Point> points) {
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * One day of it, days since the origin.
     *
     * @param incidence true cumulative incidence of each cause, the event first; empty where the cohort is not followed so far
     * @param trials    survival where nothing competes, else incidence of the event, over those trials that are followed so far
     * @param atRisk    patients of a trial at risk on that day
     */
    public record Point(double day, List<Double> incidence, Spread trials, Spread atRisk) {
        public Point {
            incidence = List.copyOf(incidence);
        }
    }
}
