package marrow.scenario.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.Estimand;
import marrow.design.Role;
import marrow.scenario.text.Position;
import marrow.trial.endpoint.TimeToEvent;

/**
 * A way the world may be: parameters with other values, all arms alike, hazards tilted until something holds.
 *
 * @param alike the arm as which all live, if they are alike
 * @param sets values in place of those of parameters, as written
 */
public record Truth(String name, Role role, Optional<String> alike, Map<String, String> sets, List<Tilt> tilts) {
    /** The scenario as it stands, to find out whether it rejects. */
    public static final Truth EXPECTED = new Truth("expected", Role.ALTERNATIVE, Optional.empty(), Map.of(), List.of());

    public Truth {
        sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
        tilts = List.copyOf(tilts);
    }

    /** Whether it is the scenario as it stands. */
    public boolean isAsWritten() {
        return alike.isEmpty() && sets.isEmpty() && tilts.isEmpty();
    }

    /**
     * The hazards of some clocks, multiplied by one factor that is found so that an estimand has a value.
     *
     * @param clocks whose hazards are multiplied, in every arm
     * @param written as the scenario says it, for messages
     * @param at      where the scenario says it
     */
    public record Tilt(
            List<String> clocks, TimeToEvent endpoint, Estimand estimand, double target, String written, Position at) {
        public Tilt {
            clocks = List.copyOf(clocks);
        }
    }
}
