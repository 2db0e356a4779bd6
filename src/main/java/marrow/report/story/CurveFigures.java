package marrow.report.story;

import static marrow.report.story.Material.rounded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import marrow.design.Landmark;
import marrow.design.sketch.Curve;
import marrow.design.sketch.Spread;
import marrow.montecarlo.Estimate;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.run.TruthOutcome;
import marrow.trial.endpoint.TimeToEvent;

/** Endpoints over time: the true curve with the spread of trials around it, and what competes, stacked. */
final class CurveFigures {
    private static final String GVHD = "gvhd";

    private final Material material;

    private CurveFigures(Material material) {
        this.material = material;
    }

    static List<Part> of(Material material) {
        CurveFigures figures = new CurveFigures(material);
        List<Part> parts = new ArrayList<>();
        figures.curves().ifPresent(parts::add);
        figures.incidence().ifPresent(parts::add);
        return parts;
    }

    private Optional<Part> curves() {
        Rows rows = Rows.of(
                "endpoint",
                "truth",
                "arm",
                "measure",
                "day",
                "true",
                "low",
                "lower quartile",
                "median",
                "upper quartile",
                "high",
                "trials",
                "at risk");
        for (String endpoint : endpointsPrimaryFirst()) {
            for (TruthOutcome outcome : material.outcomes()) {
                material.sketch(outcome).ifPresent(sketch -> sketch.curves().stream()
                        .filter(curve -> curve.endpoint().name().equals(endpoint))
                        .forEach(curve -> rows(curve, outcome, rows)));
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part.Figure(
                        "curves",
                        "curves",
                        "Endpoints over time: the truth, and what trials show of it",
                        "Thick: the true curve, of patients whom nobody loses. Shaded: where the middle half and 95 % of "
                                + material.trialsSketched()
                                + " simulated trials lie, as far as at least half of them are followed. Survival where nothing competes,"
                                + " else cumulative incidence. Below: patients at risk in the median trial. Dots: means of all trials of the run at"
                                + " the times that the scenario reads.",
                        Map.of("choose", List.of("endpoint"), "landmarks", landmarks()),
                        rows));
    }

    private List<String> endpointsPrimaryFirst() {
        List<String> names = new ArrayList<>();
        material.primary().ifPresent(primary -> names.add(primary.endpoint().name()));
        material.study().endpoints().forEach(endpoint -> {
            if (!names.contains(endpoint.name())) {
                names.add(endpoint.name());
            }
        });
        return names;
    }

    private void rows(Curve curve, TruthOutcome outcome, Rows rows) {
        boolean competes = curve.endpoint().causes() > 1;
        for (Curve.Point point : curve.points()) {
            Spread trials = point.trials();
            double incidence =
                    point.incidence().isEmpty() ? Double.NaN : point.incidence().get(0);
            rows.row(
                    curve.endpoint().name(),
                    outcome.truth().name(),
                    material.arms().get(curve.arm()),
                    competes ? "incidence" : "survival",
                    rounded(point.day()),
                    rounded(competes ? incidence : 1 - incidence),
                    rounded(trials.low()),
                    rounded(trials.lowerQuartile()),
                    rounded(trials.median()),
                    rounded(trials.upperQuartile()),
                    rounded(trials.high()),
                    trials.trials(),
                    rounded(point.atRisk().median()));
        }
    }

    /** The means of all trials of the run, as they stand in summary.json. */
    private List<Map<String, Object>> landmarks() {
        List<Map<String, Object>> dots = new ArrayList<>();
        for (TruthOutcome outcome : material.outcomes()) {
            material.study()
                    .landmarks()
                    .forEach((endpoint, landmarks) -> landmarks.forEach(
                            landmark -> material.arms().forEach(arm -> dot(outcome, endpoint, landmark, arm)
                                    .ifPresent(dots::add))));
        }
        return dots;
    }

    private Optional<Map<String, Object>> dot(TruthOutcome outcome, String endpoint, Landmark landmark, String arm) {
        Metrics metrics = Metrics.of(outcome.results().endpoints().getOrDefault(endpoint, List.of()));
        String suffix = material.arms().size() == 1 ? "" : "_" + arm;
        Optional<Estimate> mean = metrics.find("survival_" + landmark.label() + suffix)
                .or(() -> metrics.find("incidence_" + landmark.label() + suffix));
        return mean.map(value -> new TreeMap<>(Map.of(
                "endpoint",
                endpoint,
                "truth",
                outcome.truth().name(),
                "arm",
                arm,
                "day",
                landmark.day(),
                "value",
                value.value())));
    }

    private Optional<Part> incidence() {
        Rows rows = Rows.of("endpoint", "truth", "arm", "day", "what", "share");
        List<String> gvhd = new ArrayList<>();
        for (TruthOutcome outcome : material.outcomes()) {
            material.sketch(outcome).ifPresent(sketch -> sketch.curves().stream()
                    .filter(curve -> curve.endpoint().causes() > 1)
                    .forEach(curve -> {
                        causes(curve, outcome, rows);
                        String name = curve.endpoint().name();
                        if (String.join(" ", curve.endpoint().events()).contains(GVHD) && !gvhd.contains(name)) {
                            gvhd.add(name);
                        }
                    }));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part.Figure(
                        "incidence",
                        "incidence",
                        "What competes: true cumulative incidences, stacked",
                        "Share of patients with each first event by the time since the origin of the endpoint, and of those without any."
                                + (gvhd.isEmpty()
                                        ? ""
                                        : " Lines: the cumulative incidence of " + String.join(", ", gvhd)
                                                + ", which many of the others have as well."),
                        Map.of("choose", List.of("endpoint"), "lines", gvhd),
                        rows));
    }

    private void causes(Curve curve, TruthOutcome outcome, Rows rows) {
        TimeToEvent endpoint = curve.endpoint();
        for (Curve.Point point : curve.points()) {
            double without = 1;
            for (int cause = 0; cause < point.incidence().size(); cause++) {
                double share = point.incidence().get(cause);
                String name = cause == 0
                        ? String.join(" or ", endpoint.events())
                        : endpoint.competing().get(cause - 1);
                without -= share;
                row(curve, outcome, point.day(), name, share, rows);
            }
            if (!point.incidence().isEmpty()) {
                row(curve, outcome, point.day(), "none of these", without, rows);
            }
        }
    }

    private void row(Curve curve, TruthOutcome outcome, double day, String what, double share, Rows rows) {
        rows.row(
                curve.endpoint().name(),
                outcome.truth().name(),
                material.arms().get(curve.arm()),
                rounded(day),
                what,
                rounded(share));
    }
}
