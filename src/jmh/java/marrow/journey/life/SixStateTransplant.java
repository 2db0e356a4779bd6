package marrow.journey.life;

import java.util.List;
import marrow.dist.Exponential;
import marrow.dist.Hazard;
import marrow.dist.Weibull;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.Track;

/**
 * The six-state transplant model of the T4 benchmark: remission after transplant, acute and chronic GVHD, relapse,
 * non-relapse death, death after relapse. Every clock runs since the transplant and is left-truncated at entry to its
 * state. Times are in years here, which the engine does not mind.
 */
final class SixStateTransplant {
    static final String TRACK = "state";
    static final double YEARS = 3;
    static final List<String> STATES =
            List.of("engrafted", "acute-gvhd", "chronic-gvhd", "relapsed", "non-relapse-death", "death-after-relapse");

    /** Share of patients in each state at 3 years, by the Kolmogorov equations. */
    static final double[] OCCUPANCY = {0.0171, 0.0344, 0.3332, 0.0664, 0.2788, 0.2700};

    static final double TRANSITIONS_PER_PATIENT = 1.894;

    private SixStateTransplant() {}

    static CompiledJourney compiled() {
        List<Clock> clocks = List.of(
                clock("engrafted", "acute-gvhd", Weibull.of(0.8, 1.5)),
                clock("engrafted", "chronic-gvhd", Weibull.of(1.5, 2.5)),
                clock("engrafted", "relapsed", Weibull.of(0.9, 4)),
                clock("engrafted", "non-relapse-death", Exponential.ofRate(0.08)),
                clock("acute-gvhd", "chronic-gvhd", Weibull.of(1.2, 1.5)),
                clock("acute-gvhd", "relapsed", Exponential.ofRate(0.15)),
                clock("acute-gvhd", "non-relapse-death", Weibull.of(0.8, 3)),
                clock("chronic-gvhd", "relapsed", Exponential.ofRate(0.10)),
                clock("chronic-gvhd", "non-relapse-death", Exponential.ofRate(0.12)),
                clock("relapsed", "death-after-relapse", Exponential.ofRate(1.00)));
        Journey journey = Journey.of(List.of(Track.of(TRACK, STATES.toArray(String[]::new))), clocks);
        return CompiledJourney.of(journey, Entry.at("transplant"));
    }

    private static Clock clock(String from, String to, Hazard hazard) {
        return Clock.of(from + " to " + to, Condition.in(TRACK, from), hazard)
                .since("transplant")
                .then(Effect.set(TRACK, to));
    }
}
