package marrow.dist;

import marrow.check.Require;

/**
 * A hazard known but for its scale, a time: what the clinician leaves open when the shape is given and the level is
 * to be solved from what the hazard must reach. At every t &gt; 0 the cumulative hazard falls as the scale grows, to
 * nothing at scale +infinity.
 */
@FunctionalInterface
public interface HazardFamily {
    /** The member with this scale (&gt; 0, in the unit of time). */
    Hazard withScale(double scale);

    /** The member by which the share p has had the event at time t, all else away. */
    default Hazard reaching(double p, double t) {
        Require.openProbability(p, "p");
        Require.positive(t, "t");
        double target = StrictMath.log(-StrictMath.log1p(-p));
        double level = RisingRoot.find(
                y -> StrictMath.log(withScale(StrictMath.exp(-y)).cumulative(t)) - target,
                -StrictMath.log(t),
                LOG_REACH);
        if (Double.isNaN(level)) {
            throw new IllegalArgumentException("no scale lets the share " + p + " have had the event at time " + t);
        }
        return withScale(StrictMath.exp(-level));
    }

    /** Scales are sought within a factor exp(300) of the time concerned: room for shapes down to 0.02. */
    double LOG_REACH = 300;
}
