package marrow.design.sketch;

import java.util.List;
import marrow.analysis.Data;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Sample;
import marrow.trial.endpoint.TimeToEvent;

/**
 * How a trial fills up: the patients enrolled by each of some calendar days, and after those the events of an endpoint that had
 * happened by then, all arms together. After the end of a trial nothing more happens in it; from the
 * cut of the data to a decision that takes time, patients still come and have events.
 *
 * @param endpoint null where no events are counted
 */
record CalendarStrokes(TimeToEvent endpoint, List<Double> days) implements Strokes {
    @Override
    public int width() {
        return 2 * days.size();
    }

    @Override
    public Reader reader(Cohort cohort, Data data) {
        Sample sample = endpoint == null ? null : Sample.of(cohort, endpoint);
        return (endDay, row, at) -> {
            for (int k = 0; k < days.size(); k++) {
                double day = Math.min(days.get(k), endDay);
                row[at + k] = cohort.enrolledBy(day);
                row[at + days.size() + k] = sample == null ? Double.NaN : eventsBy(day, sample);
            }
        };
    }

    private static int eventsBy(double day, Sample sample) {
        sample.cutOn(day);
        return sample.events();
    }
}
