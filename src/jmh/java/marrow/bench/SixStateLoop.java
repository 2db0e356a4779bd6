package marrow.bench;

/**
 * Task T4 by hand: the six-state transplant model, every clock running from the transplant and left-truncated at entry to its
 * state, followed for 3 years. The states, in order: engrafted, acute GVHD, chronic GVHD, relapsed, non-relapse death, death after
 * relapse. Years throughout; H(t) = (t / scale)^shape for a Weibull clock, rate t for an exponential one.
 *
 * <p>A clock whose budget reaches beyond the horizon is not inverted: its cumulative hazard there is known. The exponentials are
 * drawn by the thousand.
 */
final class SixStateLoop {
    private static final double YEARS = 3;
    private static final int DRAWN = 4096;
    private static final int MOST_A_PATIENT = 10;

    private static final double CHRONIC_FROM_ENGRAFTED_LIMIT = Math.pow(YEARS / 2.5, 1.5);
    private static final double ACUTE_LIMIT = Math.pow(YEARS / 1.5, 0.8);
    private static final double RELAPSE_LIMIT = Math.pow(YEARS / 4, 0.9);
    private static final double CHRONIC_FROM_ACUTE_LIMIT = Math.pow(YEARS / 1.5, 1.2);
    private static final double DEATH_FROM_ACUTE_LIMIT = Math.pow(YEARS / 3, 0.8);

    private final FastNumbers numbers;
    private final double[] drawn = new double[DRAWN];
    private int next = DRAWN;

    /** Patients in each state at 3 years, and moves between states, since the start. */
    final long[] occupied = new long[6];

    long transitions;

    private int state;
    private double now;

    SixStateLoop(long seed) {
        numbers = new FastNumbers(seed);
    }

    /** Lets so many patients live. */
    void live(int patients) {
        for (int i = 0; i < patients; i++) {
            if (next > DRAWN - MOST_A_PATIENT) {
                numbers.exponentials(drawn, DRAWN);
                next = 0;
            }
            life();
            occupied[state]++;
        }
    }

    private void life() {
        engrafted();
        if (state == 1) {
            acute();
        }
        if (state == 2) {
            chronic();
        }
        if (state == 3) {
            to(5, now + drawn[next++]);
        }
    }

    private void engrafted() {
        double acute = drawn[next];
        double chronic = drawn[next + 1];
        double relapse = drawn[next + 2];
        double death = drawn[next + 3] * (1 / 0.08);
        next += 4;
        double first = YEARS;
        int to = 0;
        if (death <= first) {
            first = death;
            to = 4;
        }
        if (acute <= ACUTE_LIMIT) {
            double t = 1.5 * Math.exp(Math.log(acute) * (1 / 0.8));
            if (t < first) {
                first = t;
                to = 1;
            }
        }
        if (chronic <= CHRONIC_FROM_ENGRAFTED_LIMIT) {
            double t = 2.5 * Math.exp(Math.log(chronic) * (1 / 1.5));
            if (t < first) {
                first = t;
                to = 2;
            }
        }
        if (relapse <= RELAPSE_LIMIT) {
            double t = 4 * Math.exp(Math.log(relapse) * (1 / 0.9));
            if (t < first) {
                first = t;
                to = 3;
            }
        }
        state = to;
        now = first;
        transitions += to == 0 ? 0 : 1;
    }

    private void acute() {
        double logNow = Math.log(now);
        double chronic = Math.exp(1.2 * (logNow - LOG_1_5)) + drawn[next];
        double relapse = now + drawn[next + 1] * (1 / 0.15);
        double death = Math.exp(0.8 * (logNow - LOG_3)) + drawn[next + 2];
        next += 3;
        double first = YEARS;
        int to = 1;
        if (relapse <= first) {
            first = relapse;
            to = 3;
        }
        if (chronic <= CHRONIC_FROM_ACUTE_LIMIT) {
            double t = 1.5 * Math.exp(Math.log(chronic) * (1 / 1.2));
            if (t < first) {
                first = t;
                to = 2;
            }
        }
        if (death <= DEATH_FROM_ACUTE_LIMIT) {
            double t = 3 * Math.exp(Math.log(death) * (1 / 0.8));
            if (t < first) {
                first = t;
                to = 4;
            }
        }
        if (to != 1) {
            to(to, first);
        }
    }

    private static final double LOG_1_5 = Math.log(1.5);
    private static final double LOG_3 = Math.log(3);

    private void chronic() {
        double relapse = drawn[next++] * (1 / 0.10);
        double death = drawn[next++] * (1 / 0.12);
        to(relapse <= death ? 3 : 4, now + Math.min(relapse, death));
    }

    private void to(int other, double day) {
        if (day <= YEARS) {
            state = other;
            now = day;
            transitions++;
        }
    }
}
