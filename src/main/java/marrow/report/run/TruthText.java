package marrow.report.run;

import java.util.ArrayList;
import java.util.List;
import marrow.scenario.trial.Truth;

/** How a truth differs from the scenario as it is written. */
public final class TruthText {
    private TruthText() {}

    /** What it gives itself, before anything is tilted; more may be added. */
    public static List<String> given(Truth truth) {
        List<String> parts = new ArrayList<>();
        truth.alike().ifPresent(arm -> parts.add("all arms as " + arm));
        truth.sets().forEach((name, value) -> parts.add(name + " = " + value));
        return parts;
    }
}
