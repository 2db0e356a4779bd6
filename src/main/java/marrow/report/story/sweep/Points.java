package marrow.report.story.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import marrow.analysis.Analysis;
import marrow.design.metric.Difference;
import marrow.design.metric.Metric;
import marrow.design.metric.Precision;
import marrow.montecarlo.Estimate;
import marrow.scenario.Axis;
import marrow.scenario.Sweep;
import marrow.sweep.CellOutcome;
import marrow.sweep.SweepResult;

/**
 * What the sections of the report of a sweep are written from.
 *
 * @param primary  the analysis that the sweep is about
 * @param outcomes none where there are more than a page can show
 */
record Points(SweepResult result, Analysis primary, List<CellOutcome> outcomes) {
    /** A page with more would be slow to open. */
    static final int MOST = 10_000;

    /** The power that is asked for where nobody says which. */
    private static final double USUAL_POWER = 0.8;

    static Points of(SweepResult result, Analysis primary) {
        return new Points(
                result,
                primary,
                result.size() > MOST ? List.of() : result.outcomes().toList());
    }

    Sweep sweep() {
        return result.sweep();
    }

    Measure main() {
        return Measure.main(primary.name(), primary.hypothesis() != null);
    }

    /** Those that fit into the page. */
    List<Measure> measures() {
        return Measure.all(outcomes.get(0).results(), main()).stream()
                .limit(Math.max(1, MOST / outcomes.size()))
                .toList();
    }

    /** By what they are compared with: truth by truth, or all together where truths vary. */
    Map<String, List<CellOutcome>> byTruth() {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> sweep().variesTruth() ? "" : outcome.cell().truth(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** A number at a point. */
    static Optional<Estimate> estimate(CellOutcome outcome, Measure measure) {
        return measure.in(outcome.results()).map(Metric::estimate);
    }

    static Optional<Difference> difference(CellOutcome outcome, Measure measure) {
        return measure.in(outcome.results()).flatMap(outcome::difference);
    }

    /** With what a number is compared: the threshold of the precision asked for; else 80 % power, and the level of a test. */
    OptionalDouble level(CellOutcome outcome, Measure measure) {
        Optional<Metric> metric = measure.in(outcome.results());
        for (Precision.Goal goal : result.precision().goals()) {
            if (goal instanceof Precision.Decided decided
                    && metric.filter(one -> one.name().equals(decided.metric())).isPresent()) {
                return OptionalDouble.of(decided.threshold());
            }
        }
        if (!measure.isRejection()) {
            return OptionalDouble.empty();
        }
        return !outcome.role().isNullOf(primary.name())
                ? OptionalDouble.of(USUAL_POWER)
                : outcome.analyses().stream()
                        .filter(one -> measure.equals(Measure.main(one.name(), true)))
                        .mapToDouble(one -> one.hypothesis().alpha())
                        .findFirst();
    }

    /** The values of a point as written, the truth among them where truths vary. */
    Map<String, String> values(CellOutcome outcome) {
        Map<String, String> values = new LinkedHashMap<>(outcome.cell().values());
        if (sweep().variesTruth()) {
            values.put(Axis.TRUTH, outcome.cell().truth());
        }
        return values;
    }

    /** {@code trial.patients 31, p1 85 %}. */
    String where(CellOutcome outcome) {
        return words(values(outcome));
    }

    String reference() {
        return words(sweep().values(sweep().reference()));
    }

    private String words(Map<String, String> values) {
        List<String> words = new ArrayList<>();
        sweep().axes().forEach(axis -> words.add(axis.name() + " " + values.get(axis.name())));
        return String.join(", ", words);
    }
}
