package marrow.design.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import marrow.analysis.Data;
import marrow.design.Landmark;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Sample;
import marrow.trial.endpoint.TimeToEvent;

/** How far pictures of a study reach: the calendar to the cut, each curve as far as patients are followed. */
record Window(List<TimeToEvent> endpoints) implements Strokes {
    private static final int CURVE_STEPS = 60;
    private static final int CALENDAR_STEPS = 48;

    /** A curve goes on as far again as the last day at which it is read. */
    private static final double BEYOND_LANDMARKS = 2;

    @Override
    public int width() {
        return 1 + endpoints.size();
    }

    @Override
    public Reader reader(Cohort cohort, Data data) {
        return (endDay, row, at) -> {
            row[at] = endDay;
            for (int k = 0; k < endpoints.size(); k++) {
                Sample sample = data.sample(endpoints.get(k));
                double longest = 0;
                for (int i = 0; i < sample.size(); i++) {
                    longest = Math.max(longest, sample.time()[i]);
                }
                row[at + 1 + k] = longest;
            }
        };
    }

    private static double longest(List<double[]> trials, int column) {
        return trials.stream().mapToDouble(row -> row[column]).max().orElse(0);
    }

    /** Calendar days from the opening to the last cut of these trials. */
    List<Double> calendarDays(List<double[]> trials) {
        return steps(longest(trials, 0), CALENDAR_STEPS);
    }

    /** Days on which the curve of an endpoint is read, its landmarks among them. Day 0 alone where nobody comes to the origin. */
    List<Double> daysOf(TimeToEvent endpoint, List<Landmark> landmarks, List<double[]> trials) {
        double end = longest(trials, 1 + endpoints.indexOf(endpoint));
        double last = landmarks.stream().mapToDouble(Landmark::day).max().orElse(end);
        double shown = Math.min(end, BEYOND_LANDMARKS * last);
        TreeSet<Double> days = new TreeSet<>(steps(shown, CURVE_STEPS));
        landmarks.stream().map(Landmark::day).filter(day -> day <= shown).forEach(days::add);
        return List.copyOf(days);
    }

    /** 0, and about so many even steps to the end; of whole days where they are longer than one. */
    static List<Double> steps(double end, int count) {
        double step = end < count ? end / count : Math.ceil(end / count);
        List<Double> days = new ArrayList<>(List.of(0.0));
        for (double day = step; step > 0 && day < end + step / 2; day += step) {
            days.add(day);
        }
        return days;
    }
}
