package marrow.report.story.size;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marrow.design.size.PowerAt;
import marrow.design.size.ShareTest;
import marrow.montecarlo.Estimate;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.size.SizeText;
import marrow.stats.exact.ExactSingleStage;

/** Powers by the number of patients: of trials, of a formula, or enumerated with the level attained below. */
final class PowerPoints {
    private static final String LEVEL = "level attained";
    private static final String POWER = "power";

    private final Rows rows =
            Rows.of("patients", "enrolled", "reject with", "panel", "what", "value", "mcse", "lower", "upper", "level");
    private final List<Object> marked = new ArrayList<>();

    /** The test with n patients of known answers, for each n. */
    void enumerated(ShareTest test, List<ExactSingleStage> tests, double share, double wanted) {
        for (ExactSingleStage one : tests) {
            exactly(one, test, POWER, "enumerated", one.rejects(test.side(share)), wanted);
        }
    }

    void attained(ShareTest test, List<ExactSingleStage> tests, double alpha) {
        for (ExactSingleStage one : tests) {
            exactly(one, test, LEVEL, LEVEL, one.typeOneError(), alpha);
        }
    }

    private void exactly(ExactSingleStage one, ShareTest test, String panel, String what, double value, double level) {
        rows.row(one.n(), null, SizeText.rejectsWith(test, one), panel, what, value, null, null, null, level);
    }

    /** @param patients as the axis counts them, who may be fewer than those enrolled */
    void trials(int patients, PowerAt at, double wanted) {
        Estimate power = at.power();
        rows.row(
                patients,
                at.patients(),
                null,
                POWER,
                "in trials",
                power.value(),
                power.mcse(),
                power.lower(),
                power.upper(),
                wanted);
    }

    void formula(int patients, String name, double power, double wanted) {
        if (!Double.isNaN(power)) {
            rows.row(patients, null, null, POWER, "formula (" + name + ")", power, null, null, null, wanted);
        }
    }

    void mark(int patients, String text) {
        marked.add(new TreeMap<>(Map.of("at", patients, "text", text)));
    }

    Part figure(String title, String description, String axis) {
        return new Part.Figure(
                "sizes",
                "lines",
                title,
                description,
                Map.of(
                        "x", "patients",
                        "xLabel", axis,
                        "panel", "panel",
                        "series", "what",
                        "scale", "share",
                        "marked", marked,
                        "tell", List.of("enrolled", "reject with")),
                rows);
    }
}
