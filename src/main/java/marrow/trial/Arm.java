package marrow.trial;

import java.util.LinkedHashMap;
import java.util.Map;
import marrow.check.Require;
import marrow.dist.Hazard;
import marrow.journey.Entry;
import marrow.journey.Journey;

/**
 * One arm: the journey its patients live and the door through which they come. Arms of a randomised trial differ in the
 * states of their entry alone; those of a non-randomised one may differ in their population too.
 *
 * @param share of the patients, in any unit: 1 and 1, or 2 and 1
 * @param loss  hazard of being lost to follow-up, per day of patient time; null when nobody is lost
 */
public record Arm(String name, Journey journey, Entry entry, double share, Hazard loss) {
    public Arm {
        Require.positive(share, "the share of an arm");
    }

    /** The same arm at a dose, which sets states of the entry. */
    Arm at(RunIn.Level level) {
        Map<String, String> states = new LinkedHashMap<>(entry.states());
        states.putAll(level.states());
        return new Arm(name, journey, new Entry(states, entry.daysSince()), share, loss);
    }
}
