package marrow.trial;

import java.util.List;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;

/** What patients are stratified by: the states at entry of some tracks. */
public final class Strata {
    private static final int MOST_CELLS = 100_000;

    private final int[] track;
    private final int[] first;
    private final int[] states;

    private Strata(int[] track, CompiledJourney journey) {
        this.track = track;
        first = new int[track.length];
        states = new int[track.length];
        for (int k = 0; k < track.length; k++) {
            first[k] = journey.firstStateOf(track[k]);
            states[k] = journey.statesOf(track[k]);
        }
    }

    public static Strata of(List<String> tracks, CompiledJourney journey) {
        return new Strata(tracks.stream().mapToInt(name -> place(name, journey)).toArray(), journey);
    }

    private static int place(String track, CompiledJourney journey) {
        int place = journey.trackNames().indexOf(track);
        if (place < 0) {
            throw new IllegalArgumentException("there is no track " + track);
        }
        return place;
    }

    int factors() {
        return track.length;
    }

    /** How many levels factor k has. */
    public int levels(int k) {
        return states[k];
    }

    /** The level of factor k in this patient, who has been met. */
    int level(int k, Patient patient) {
        return patient.state(track[k]) - first[k];
    }

    /** How many combinations of levels there are. */
    public int cells() {
        long cells = 1;
        for (int levels : states) {
            cells *= levels;
            if (cells > MOST_CELLS) {
                throw new IllegalArgumentException(
                        "the strata have more than " + MOST_CELLS + " combinations; minimisation has no such limit");
            }
        }
        return (int) cells;
    }

    int cell(Patient patient) {
        int cell = 0;
        for (int k = 0; k < track.length; k++) {
            cell = cell * states[k] + level(k, patient);
        }
        return cell;
    }
}
