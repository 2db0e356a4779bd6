package marrow.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marrow.trial.Plan;
import marrow.trial.cohort.Answers;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Measures;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Response;

/**
 * A figure among those of many simulated cohorts of the same size, followed up alike: the central 95 % of them, and where the published
 * one stands: the share below it and half the share equal to it.
 */
record Prediction(Figure figure, double median, double lower, double upper, double position, boolean inside) {

    /** Simulates so many cohorts and places each figure. */
    static List<Prediction> of(Plan plan, List<Figure> figures, int cohorts) {
        Cohort cohort = Cohort.of(
                plan, figures.stream().map(Figure::endpoint).distinct().toList());
        Calendar calendar = Calendar.of(cohort, plan.followUp());
        List<Reader> readers =
                figures.stream().map(figure -> reader(cohort, figure)).toList();
        double[][] simulated = new double[figures.size()][cohorts];
        for (int r = 0; r < cohorts; r++) {
            cohort.enrol(r);
            double cutDay = calendar.cutDay();
            for (int k = 0; k < readers.size(); k++) {
                simulated[k][r] = readers.get(k).on(cutDay);
            }
        }
        List<Prediction> predictions = new ArrayList<>();
        for (int k = 0; k < simulated.length; k++) {
            predictions.add(place(figures.get(k), simulated[k]));
        }
        return predictions;
    }

    /** Reads a figure off the present cohort; NaN where it has none. */
    private interface Reader {
        double on(double cutDay);
    }

    private static Reader reader(Cohort cohort, Figure figure) {
        if (figure.endpoint() instanceof Response response) {
            Answers answers = Answers.of(cohort, response);
            return cutDay -> {
                answers.cutOn(cutDay);
                return figure.of() == Figure.Of.REST ? answers.known(0) - answers.yes(0) : answers.yes(0);
            };
        }
        Measures measures = Measures.of(cohort, (Quantity) figure.endpoint());
        return cutDay -> {
            measures.cutOn(cutDay);
            double[] values = Arrays.copyOf(measures.value(), measures.size());
            Arrays.sort(values);
            int n = values.length;
            return n == 0
                    ? Double.NaN
                    : figure.of() == Figure.Of.MEAN
                            ? Arrays.stream(values).sum() / n
                            : (values[(n - 1) / 2] + values[n / 2]) / 2;
        };
    }

    private static Prediction place(Figure figure, double[] all) {
        double[] sorted = Arrays.stream(all)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int n = sorted.length;
        long below =
                Arrays.stream(sorted).filter(value -> value < figure.value()).count();
        long equal =
                Arrays.stream(sorted).filter(value -> value == figure.value()).count();
        double lower = sorted[(int) Math.floor(0.025 * n)];
        double upper = sorted[(int) Math.ceil(0.975 * n) - 1];
        boolean inside = figure.value() >= lower && figure.value() <= upper;
        return new Prediction(figure, sorted[n / 2], lower, upper, (below + equal / 2.0) / n, inside);
    }
}
