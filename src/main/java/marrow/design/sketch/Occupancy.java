package marrow.design.sketch;

import java.util.ArrayList;
import java.util.List;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
import marrow.journey.life.Witness;
import marrow.trial.Arm;
import marrow.trial.Plan;

/**
 * In which state of each track patients are, day by day from entry: shares of 2,000 patients of one arm, whom nobody loses. The dead
 * are counted apart on every track, from the mark {@code death} on, in journeys that have it.
 */
public final class Occupancy implements Witness {
    /** The state of those who have died. */
    static final String DEAD = "dead";

    public static final int PATIENTS = 2000;
    private static final int STEPS = 48;
    private static final String DEATH = "death";

    private final CompiledJourney journey;
    private final int death;
    private final List<Double> days;

    /** By track, where those who have died are counted: in its state of that name, or after its last. */
    private final int[] placeOfDead;

    /** By day, track and place. */
    private final int[][][] count;

    private final int[] state;
    private boolean dead;
    private int next;

    private Occupancy(CompiledJourney journey, double horizonDays) {
        this.journey = journey;
        death = journey.markNames().indexOf(DEATH);
        days = Window.steps(horizonDays, STEPS);
        int tracks = journey.trackNames().size();
        state = new int[tracks];
        placeOfDead = new int[tracks];
        for (int track = 0; track < tracks; track++) {
            List<String> states = states(track);
            placeOfDead[track] = states.contains(DEAD) ? states.indexOf(DEAD) : states.size();
        }
        count = new int[days.size()][tracks][];
        for (int[][] ofDay : count) {
            for (int track = 0; track < tracks; track++) {
                ofDay[track] = new int[journey.statesOf(track) + 1];
            }
        }
    }

    /** The share of patients in one state of a track on one day. */
    public record Share(String track, double day, String state, double share) {}

    /** Of an arm of a plan: its patients have the numbers of replicate 0. */
    public static List<Share> of(Plan plan, int arm) {
        Arm lived = plan.arms().get(arm);
        CompiledJourney journey =
                CompiledJourney.of(lived.journey(), lived.entry().into(lived.journey()));
        Occupancy occupancy = new Occupancy(journey, plan.horizonDays());
        Patient patient = Patient.of(journey, plan.seed());
        patient.watchedBy(occupancy);
        for (int number = 0; number < PATIENTS; number++) {
            patient.live(0, number, plan.horizonDays());
        }
        return occupancy.shares();
    }

    @Override
    public void enters(Patient patient) {
        next = 0;
        look(patient);
    }

    @Override
    public void rings(Patient patient, int clock, int occurrence, int effect) {
        countUntil(patient.day());
        look(patient);
    }

    @Override
    public void ends(Patient patient) {
        countUntil(Double.POSITIVE_INFINITY);
    }

    private void look(Patient patient) {
        for (int track = 0; track < state.length; track++) {
            state[track] = patient.state(track) - journey.firstStateOf(track);
        }
        dead = death >= 0 && patient.count(death) > 0;
    }

    /** Counts the days before this one, on which the patient was as last seen. */
    private void countUntil(double day) {
        for (; next < days.size() && days.get(next) < day; next++) {
            for (int track = 0; track < state.length; track++) {
                count[next][track][dead ? placeOfDead[track] : state[track]]++;
            }
        }
    }

    private List<String> states(int track) {
        List<String> states = new ArrayList<>();
        for (int s = 0; s < journey.statesOf(track); s++) {
            states.add(journey.stateName(journey.firstStateOf(track) + s));
        }
        return states;
    }

    private List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        for (int track = 0; track < state.length; track++) {
            List<String> places = states(track);
            if (death >= 0 && placeOfDead[track] == places.size()) {
                places.add(DEAD);
            }
            for (int k = 0; k < days.size(); k++) {
                for (int s = 0; s < places.size(); s++) {
                    double share = (double) count[k][track][s] / PATIENTS;
                    shares.add(new Share(journey.trackNames().get(track), days.get(k), places.get(s), share));
                }
            }
        }
        return shares;
    }
}
