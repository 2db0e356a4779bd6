package marrow.trial.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marrow.dist.Distribution;
import marrow.dist.Fixed;
import marrow.dist.Hazard;
import marrow.journey.Accrual;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.Track;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;

/** A trial whose patients come, live and are lost on days that are written down. Patient i is alone in arm i. */
final class HandworkedTrial {
    /** The marks that a life may have, in the order in which they are set at one instant. */
    static final List<String> MARKS = List.of("transplant", "response", "relapse", "new-therapy", "death");

    static final double HORIZON = 1000;

    private HandworkedTrial() {}

    /** One patient: comes on a calendar day, and then things happen on days of patient time. */
    static final class Life {
        private final double comes;
        private final Map<String, Double> happens = new HashMap<>();
        private final Map<String, Distribution> before = new HashMap<>();
        private double lostOn = Double.POSITIVE_INFINITY;

        private Life(double comes) {
            this.comes = comes;
        }

        static Life comesOn(double calendarDay) {
            return new Life(calendarDay);
        }

        Life with(String mark, double day) {
            happens.put(mark, day);
            return this;
        }

        /** With a mark that lies so many days before entry. */
        Life after(String mark, double days) {
            before.put(mark, Fixed.of(days));
            return this;
        }

        Life lost(double day) {
            lostOn = day;
            return this;
        }

        /** A life with a used account: 2 a day, always. */
        private Arm arm(int number) {
            List<Clock> clocks = new ArrayList<>();
            for (String mark : MARKS) {
                Clock clock = Clock.of(mark, Condition.ALWAYS, Fixed.of(happens.getOrDefault(mark, 0.0)));
                clocks.add((happens.containsKey(mark) ? clock : clock.withChance(0)).then(Effect.use("bed-days", 7)));
            }
            Journey journey = new Journey(
                    List.of(),
                    List.of(Track.of("vital", "alive")),
                    clocks,
                    List.of(Accrual.perDay(List.of("drug"), Condition.ALWAYS, 2)));
            return new Arm("arm " + number, journey, new Entry(Map.of(), before), 1, lossOn(lostOn));
        }
    }

    /** Everybody is lost on this day of patient time. */
    private static Hazard lossOn(double day) {
        return new Hazard() {
            @Override
            public double hazard(double t) {
                throw new UnsupportedOperationException();
            }

            @Override
            public double cumulative(double t) {
                return t < day ? 0 : Double.POSITIVE_INFINITY;
            }

            @Override
            public double inverse(double h) {
                return day;
            }
        };
    }

    static Plan plan(FollowUp followUp, Life... lives) {
        List<Arm> arms = new ArrayList<>();
        for (int i = 0; i < lives.length; i++) {
            arms.add(lives[i].arm(i));
        }
        Recruitment coming = () -> (day, n, random) -> {
            for (int i = 0; i < n; i++) {
                day[i] = lives[i].comes;
            }
        };
        return new Plan(lives.length, coming, inTurn(), arms, followUp, HORIZON, 1);
    }

    private static Allocation inTurn() {
        return (shares, journey) -> (i, patient, random) -> i;
    }

    /** The cohort of these lives, enrolled. */
    static Cohort cohort(Endpoint endpoint, Life... lives) {
        return cohort(new FollowUp.Until(1e6), endpoint, lives);
    }

    static Cohort cohort(FollowUp followUp, Endpoint endpoint, Life... lives) {
        Cohort cohort = Cohort.of(plan(followUp, lives), List.of(endpoint));
        cohort.enrol(0);
        return cohort;
    }

    /** The rows of a sample cut on this day, as patient: (entry, time] status, without the entry of who is seen from the origin on. */
    static String rows(TimeToEvent endpoint, double cutDay, Life... lives) {
        Sample sample = Sample.of(cohort(endpoint, lives), endpoint);
        sample.cutOn(cutDay);
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < sample.size(); row++) {
            rows.append(row == 0 ? "" : ", ").append(sample.patient()[row]).append(": ");
            if (sample.entry() != null && sample.entry()[row] != Sample.FROM_ORIGIN) {
                rows.append(plain(sample.entry()[row])).append('-');
            }
            rows.append(plain(sample.time()[row])).append(" is ").append(sample.status()[row]);
            if (sample.arm()[row] != sample.patient()[row]) {
                throw new AssertionError("patient i is in arm i");
            }
        }
        return rows.toString();
    }

    private static String plain(double day) {
        return day == Math.rint(day) ? Long.toString((long) day) : Double.toString(day);
    }
}
