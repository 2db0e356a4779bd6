package marrow.report.story;

import static marrow.report.story.Material.rounded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.design.sketch.NumberOfTrials;
import marrow.design.sketch.Sketch;
import marrow.design.sketch.Spread;
import marrow.design.sketch.TrialNumber;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.run.TruthOutcome;

/**
 * What was published of a study beside what its trials come to, patients by line. Known for the scenarios that have a file of their
 * name under {@code published}: a line a figure, with the endpoint that counts it and how many patients the series had.
 */
final class PublishedFigure {
    /** A figure as printed. */
    record Line(String endpoint, String figure, String where, int patients, int published, boolean given) {
        static Line of(String text) {
            String[] fields = text.split("\t", -1);
            return new Line(
                    fields[0],
                    fields[1],
                    fields[2],
                    Integer.parseInt(fields[3]),
                    Integer.parseInt(fields[4]),
                    fields[5].equals("given"));
        }
    }

    private static final Set<TrialNumber.Of> COUNTED = Set.of(TrialNumber.Of.RESPONSES, TrialNumber.Of.EVENTS);

    private PublishedFigure() {}

    static Optional<Part> of(Material material) {
        TruthOutcome first = material.outcomes().get(0);
        int patients = material.study().plan().patients();
        List<Line> lines = lines(material.run().scenario().name()).stream()
                .filter(line -> line.patients() == patients)
                .toList();
        if (lines.isEmpty() || material.sketch(first).isEmpty()) {
            return Optional.empty();
        }
        Sketch sketch = material.sketch(first).get();
        Rows rows = Rows.of("figure", "printed in", "published", "low", "median", "high", "position", "rate");
        lines.forEach(line -> values(sketch, line.endpoint()).ifPresent(values -> row(line, values, rows)));
        long outside = lines.stream()
                .filter(line -> values(sketch, line.endpoint())
                        .filter(values -> isOutside(line, Spread.of(values)))
                        .isPresent())
                .count();
        return Optional.of(new Part.Figure(
                "published",
                "published",
                "Published against simulated",
                "Patients out of " + patients
                        + ", line by line of the publication: diamonds as printed, dots and bars the median and the central 95 % of "
                        + sketch.trials() + " simulated cohorts. " + outside + " of " + rows.size()
                        + " printed figures lie outside. Where the rate was taken from the very line (given), only the spread is a prediction.",
                Map.of(),
                rows));
    }

    private static void row(Line line, double[] values, Rows rows) {
        Spread spread = Spread.of(values);
        int below = 0;
        int equal = 0;
        for (double value : values) {
            below += value < line.published() ? 1 : 0;
            equal += value == line.published() ? 1 : 0;
        }
        rows.row(
                line.figure(),
                line.where(),
                line.published(),
                rounded(spread.low()),
                rounded(spread.median()),
                rounded(spread.high()),
                rounded((below + 0.5 * equal) / values.length),
                line.given() ? "given" : "comes out");
    }

    private static boolean isOutside(Line line, Spread spread) {
        return line.published() < spread.low() || line.published() > spread.high();
    }

    private static Optional<double[]> values(Sketch sketch, String endpoint) {
        return sketch.numbers().stream()
                .filter(number -> COUNTED.contains(number.what().of())
                        && number.what().name().equals(endpoint))
                .map(NumberOfTrials::values)
                .map(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
                .findFirst();
    }

    /** The lines known of a scenario; none where it has no file. */
    static List<Line> lines(String scenario) {
        if (!scenario.matches("[a-z0-9-]+")) {
            return List.of();
        }
        try (InputStream stream = PublishedFigure.class.getResourceAsStream("published/" + scenario + ".tsv")) {
            List<Line> lines = new ArrayList<>();
            if (stream != null) {
                new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(Line::of)
                        .forEach(lines::add);
            }
            return lines;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
