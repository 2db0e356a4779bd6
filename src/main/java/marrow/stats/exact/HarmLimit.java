package marrow.stats.exact;

/** How many events among how many patients are too many for a study to go on. Immutable. */
public interface HarmLimit {
    /**
     * @param patients who count; not whole where those who are not followed to the end yet count in part
     */
    boolean isCrossed(int events, double patients);

    /** With fewer events it is never crossed, however many patients there are. */
    int leastEvents();
}
