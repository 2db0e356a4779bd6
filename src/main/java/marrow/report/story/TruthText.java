package marrow.report.story;

import java.util.ArrayList;
import java.util.List;
import marrow.report.Readout;
import marrow.run.TruthOutcome;

/** How a truth differs from the scenario as it is written. */
final class TruthText {
    private TruthText() {}

    static String of(TruthOutcome outcome) {
        List<String> parts = new ArrayList<>();
        outcome.truth().alike().ifPresent(arm -> parts.add("all arms as " + arm));
        outcome.truth().sets().forEach((name, value) -> parts.add(name + " = " + value));
        for (TruthOutcome.Found found : outcome.tilts()) {
            parts.add(found.tilt().written() + " is "
                    + Readout.percent(found.tilt().target()) + ", by the hazard of "
                    + String.join(", ", found.tilt().clocks()) + " times " + Readout.number(found.factor()));
        }
        return parts.isEmpty() ? "the scenario as it stands" : String.join("; ", parts);
    }
}
