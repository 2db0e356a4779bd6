package marrow.journey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import marrow.dist.Distribution;
import marrow.dist.Fixed;

/**
 * The door through which a study meets the journey, on day 0 of patient time: the states that tracks have then, in
 * place of their own start, and the marks that lie at or before entry, each with the law of the days since. A patient
 * enrolled 60 to 90 days after transplant enters with the transplant that long ago.
 */
public record Entry(Map<String, String> states, Map<String, Distribution> daysSince) {

    public static final Entry PLAIN = new Entry(Map.of(), Map.of());

    /** Entry on the day of this mark. */
    public static Entry at(String mark) {
        return new Entry(Map.of(), Map.of(mark, Fixed.of(0)));
    }

    public Entry {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        daysSince = Collections.unmodifiableMap(new LinkedHashMap<>(daysSince));
        daysSince.forEach((mark, law) -> {
            if (!(law.lower() >= 0)) {
                throw new IllegalArgumentException(
                        mark + " lies in the future of the entry: " + law.lower() + " d ago");
            }
        });
    }

    /** The same door to a journey that has fewer tracks. */
    public Entry into(Journey journey) {
        Map<String, String> kept = new LinkedHashMap<>(states);
        kept.keySet().retainAll(journey.tracks().stream().map(Track::name).toList());
        return new Entry(kept, daysSince);
    }
}
