package marrow.trial;

import java.util.Optional;
import marrow.check.Require;
import marrow.trial.endpoint.TimeToEvent;

/** When the data are cut, in calendar days since the trial opened. */
public sealed interface FollowUp {
    /** The endpoint whose events it counts, if it does. */
    default Optional<TimeToEvent> endpoint() {
        return Optional.empty();
    }

    /** So many days after the last patient was enrolled. */
    record OfLastPatient(double days) implements FollowUp {
        public OfLastPatient {
            Require.notNegative(days, "follow-up of the last patient");
        }
    }

    /** On one day, however many have come. */
    record Until(double day) implements FollowUp {
        public Until {
            Require.positive(day, "the end of the trial");
        }
    }

    /** With the so many-th event, or on the latest day if it has not come by then. */
    record OfEvents(TimeToEvent of, int events, double latestDay) implements FollowUp {
        public OfEvents {
            Require.between(events, 1, Plan.MOST_PATIENTS, "events");
            if (!(latestDay > 0)) {
                throw new IllegalArgumentException("the latest day of the trial is after 0, not " + latestDay);
            }
        }

        @Override
        public Optional<TimeToEvent> endpoint() {
            return Optional.of(of);
        }
    }
}
