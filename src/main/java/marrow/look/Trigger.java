package marrow.look;

import java.util.List;
import marrow.check.Require;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.EventDays;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;

/** When the data are to be looked at. Immutable. */
public interface Trigger {
    /** What must be known of each patient for it. */
    default List<Endpoint> needs() {
        return List.of();
    }

    /** How the day is found in the trials of this cohort, one after the other. */
    Watch in(Calendar calendar);

    /** Scratch of one thread. */
    @FunctionalInterface
    interface Watch {
        /** The calendar day in the present trial as its arrivals stand; infinite for never. */
        double day();
    }

    /** With the so many-th event of an endpoint, all arms together. */
    record Events(TimeToEvent of, int events) implements Trigger {
        public Events {
            Require.atLeast(events, 1, "events");
        }

        @Override
        public List<Endpoint> needs() {
            return List.of(of);
        }

        @Override
        public Watch in(Calendar calendar) {
            EventDays days = calendar.eventDays(of);
            return () -> days.dayOf(events);
        }
    }

    /** When so many patients are enrolled. */
    record Enrolled(int patients) implements Trigger {
        public Enrolled {
            Require.atLeast(patients, 1, "patients");
        }

        @Override
        public Watch in(Calendar calendar) {
            return () -> patients > calendar.cohort().size()
                    ? Double.POSITIVE_INFINITY
                    : calendar.cohort().arrivalDay(patients - 1);
        }
    }

    /** On a calendar day. */
    record OnDay(double day) implements Trigger {
        public OnDay {
            Require.positive(day, "the day of a look");
        }

        @Override
        public Watch in(Calendar calendar) {
            return () -> day;
        }
    }

    /** When the last of these has come. */
    record All(List<Trigger> of) implements Trigger {
        public All {
            of = some(of);
        }

        @Override
        public List<Endpoint> needs() {
            return needsOf(of);
        }

        @Override
        public Watch in(Calendar calendar) {
            Watch[] watches = watches(of, calendar);
            return () -> {
                double last = 0;
                for (Watch watch : watches) {
                    last = Math.max(last, watch.day());
                }
                return last;
            };
        }
    }

    /** When the first of these has come. */
    record Any(List<Trigger> of) implements Trigger {
        public Any {
            of = some(of);
        }

        @Override
        public List<Endpoint> needs() {
            return needsOf(of);
        }

        @Override
        public Watch in(Calendar calendar) {
            Watch[] watches = watches(of, calendar);
            return () -> {
                double first = Double.POSITIVE_INFINITY;
                for (Watch watch : watches) {
                    first = Math.min(first, watch.day());
                }
                return first;
            };
        }
    }

    private static List<Trigger> some(List<Trigger> of) {
        if (of.isEmpty()) {
            throw new IllegalArgumentException("a look waits for one thing at least");
        }
        return List.copyOf(of);
    }

    private static List<Endpoint> needsOf(List<Trigger> of) {
        return of.stream().flatMap(one -> one.needs().stream()).toList();
    }

    private static Watch[] watches(List<Trigger> of, Calendar calendar) {
        return of.stream().map(one -> one.in(calendar)).toArray(Watch[]::new);
    }
}
