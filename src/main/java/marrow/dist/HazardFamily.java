package marrow.dist;

/**
 * A hazard known but for its scale, a time: what the clinician leaves open when the shape is given and the level is to be
 * solved from what the hazard must reach. At every t &gt; 0 the cumulative hazard falls as the scale grows, from its
 * largest possible value at scale 0 to nothing at scale +infinity.
 */
@FunctionalInterface
public interface HazardFamily {
    /** The member with this scale (&gt; 0, in the unit of time). */
    Hazard withScale(double scale);
}
