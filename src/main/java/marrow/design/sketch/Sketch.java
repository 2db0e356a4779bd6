package marrow.design.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import marrow.analysis.Analysis;
import marrow.design.Study;
import marrow.design.truth.TrueValues;
import marrow.stats.survival.AalenJohansen;
import marrow.trial.endpoint.TimeToEvent;

/**
 * What pictures of a study under one truth show: its curves, how its trials fill up, and how single numbers vary between them. It
 * is read off the trials 0, 1, ... of the run, up to 200, fewer where a trial is large.
 *
 * @param trials  in it, those that failed left out
 * @param counted   the endpoint whose events the calendar counts; null where the study has none in time
 */
public record Sketch(
        int trials, List<Curve> curves, TimeToEvent counted, List<Filling> calendar, List<NumberOfTrials> numbers) {
    private static final int MOST_TRIALS = 200;
    private static final int FEWEST_TRIALS = 20;

    /** Trials that tell how far the pictures reach. */
    private static final int PILOT_TRIALS = 10;

    /** Patients that a sketch lets live at the most, as far as the fewest trials allow. */
    private static final int MOST_PATIENTS = 200_000;

    public Sketch {
        curves = List.copyOf(curves);
        calendar = List.copyOf(calendar);
        numbers = List.copyOf(numbers);
    }

    /**
     * Sketches the study. Where the caller's thread is interrupted, a {@link CancellationException} is thrown.
     *
     * @param truth the true values under the truth that the study's arms live
     */
    public static Sketch of(Study study, TrueValues truth, int threads) {
        List<TimeToEvent> endpoints = study.endpoints().stream()
                .filter(TimeToEvent.class::isInstance)
                .map(TimeToEvent.class::cast)
                .toList();
        Window window = new Window(endpoints);
        List<double[]> first = FewTrials.rows(study, List.of(window), PILOT_TRIALS, threads);
        int arms = study.plan().arms().size();
        List<CurveStrokes> curves = new ArrayList<>();
        for (TimeToEvent endpoint : endpoints) {
            List<Double> days =
                    window.daysOf(endpoint, study.landmarks().getOrDefault(endpoint.name(), List.of()), first);
            for (int arm = 0; arm < arms; arm++) {
                curves.add(new CurveStrokes(endpoint, arm, days));
            }
        }
        TimeToEvent counted = counted(study, endpoints);
        CalendarStrokes calendar = new CalendarStrokes(counted, window.calendarDays(first));
        TrialStrokes numbers = new TrialStrokes(study);
        List<Strokes> all = new ArrayList<>(curves);
        all.add(calendar);
        all.add(numbers);

        List<double[]> rows = FewTrials.rows(study, all, trialsOf(study), threads);
        Columns columns = new Columns(rows);
        List<Curve> drawn = new ArrayList<>();
        for (CurveStrokes strokes : curves) {
            drawn.add(curve(strokes, truth.curve(strokes.endpoint(), strokes.arm()), columns));
        }
        return new Sketch(
                rows.size(),
                drawn,
                counted,
                filling(calendar, columns),
                numbers.numbers().stream()
                        .map(number -> new NumberOfTrials(
                                number, DoubleStream.of(columns.next()).boxed().toList()))
                        .toList());
    }

    /** The events that end the trial, or those of the first analysis in time, or of the first endpoint. */
    private static TimeToEvent counted(Study study, List<TimeToEvent> endpoints) {
        Optional<TimeToEvent> asked = study.analyses().stream()
                .map(Analysis::endpoint)
                .filter(TimeToEvent.class::isInstance)
                .map(TimeToEvent.class::cast)
                .findFirst();
        return study.plan()
                .followUp()
                .endpoint()
                .or(() -> asked)
                .or(() -> endpoints.stream().findFirst())
                .orElse(null);
    }

    private static int trialsOf(Study study) {
        return Math.max(
                FEWEST_TRIALS,
                Math.min(MOST_TRIALS, MOST_PATIENTS / study.plan().patients()));
    }

    private static Curve curve(CurveStrokes strokes, AalenJohansen truth, Columns columns) {
        List<Double> days = strokes.days();
        List<double[]> values = days.stream().map(day -> columns.next()).toList();
        List<double[]> atRisk = days.stream().map(day -> columns.next()).toList();
        List<Curve.Point> points = new ArrayList<>();
        for (int k = 0; k < days.size(); k++) {
            double day = days.get(k);
            List<Double> incidence = new ArrayList<>();
            for (int cause = 1; cause <= strokes.endpoint().causes() && truth.isFollowedTo(day); cause++) {
                incidence.add(truth.incidence(cause, day));
            }
            points.add(new Curve.Point(day, incidence, Spread.of(values.get(k)), Spread.of(atRisk.get(k))));
        }
        return new Curve(strokes.endpoint(), strokes.arm(), points);
    }

    private static List<Filling> filling(CalendarStrokes strokes, Columns columns) {
        List<Spread> enrolled =
                strokes.days().stream().map(day -> Spread.of(columns.next())).toList();
        List<Spread> events =
                strokes.days().stream().map(day -> Spread.of(columns.next())).toList();
        List<Filling> calendar = new ArrayList<>();
        for (int k = 0; k < strokes.days().size(); k++) {
            calendar.add(new Filling(strokes.days().get(k), enrolled.get(k), events.get(k)));
        }
        return calendar;
    }

    /** The columns of the rows, one after the other. */
    private static final class Columns {
        private final List<double[]> rows;
        private int at;

        Columns(List<double[]> rows) {
            this.rows = rows;
        }

        double[] next() {
            int column = at++;
            return rows.stream().mapToDouble(row -> row[column]).toArray();
        }
    }
}
