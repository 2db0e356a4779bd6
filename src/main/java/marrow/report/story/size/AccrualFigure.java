package marrow.report.story.size;

import java.util.List;
import java.util.Map;
import marrow.design.size.AccrualForecast;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Rows;

/** How long accrual takes. */
final class AccrualFigure {
    private static final double MONTH = 365.25 / 12; // days

    private AccrualFigure() {}

    static List<Part> of(AccrualForecast accrual) {
        Rows rows = Rows.of("month", "value", "mcse", "lower", "upper");
        for (AccrualForecast.ByMonth one : accrual.byMonth()) {
            rows.row(
                    one.month(),
                    one.full().value(),
                    one.full().mcse(),
                    one.full().lower(),
                    one.full().upper());
        }
        return List.of(new Part.Figure(
                "accrual",
                "lines",
                "How long accrual takes",
                "Chance that " + Readout.counted(accrual.patients(), "patient")
                        + " are enrolled by the end of a month since the trial opened; "
                        + Readout.fixed(accrual.days().value() / MONTH, 1) + " months are expected.",
                Map.of("x", "month", "scale", "share", "label", "all are enrolled"),
                rows));
    }
}
