package marrow.scenario.trial;

import java.util.List;

/** Which tracks the arms themselves set: strata are made of what patients bring along. */
public record ArmTracks(List<ArmDecoder.Written> arms) {
    /** Whether some arm, of several, sets it: who is yet to be allocated has no state of it that counts. */
    boolean isSetByArm(String track) {
        return arms.size() > 1 && arms.stream().anyMatch(arm -> arm.states().containsKey(track));
    }

    /** Whether no two arms are alike in it. */
    boolean tellsArmsApart(String track) {
        return isSetByArm(track)
                && arms.stream()
                                .map(arm -> arm.states().getOrDefault(track, ""))
                                .distinct()
                                .count()
                        == arms.size();
    }
}
