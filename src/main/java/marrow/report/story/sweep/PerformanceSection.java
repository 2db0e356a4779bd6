package marrow.report.story.sweep;

import java.util.ArrayList;
import java.util.List;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Section;

/** The number that is asked for at every point, with its error, and how it differs from the reference. */
final class PerformanceSection {
    private PerformanceSection() {}

    static Section of(Points points) {
        List<Part> parts = new ArrayList<>();
        if (points.outcomes().isEmpty()) {
            parts.add(new Part.Words("These are "
                    + Readout.count(points.result().size())
                    + " points and truths, more than a page can show at once: at the most " + Readout.count(Points.MOST)
                    + " are. All numbers are in sweep.csv."));
        } else {
            PointFigures figures = new PointFigures(points);
            parts.add(figures.numbers());
            figures.differences().ifPresent(parts::add);
        }
        return new Section("performance", "Performance", parts);
    }
}
