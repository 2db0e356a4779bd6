package marrow.scenario.warning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marrow.design.Study;
import marrow.design.UnnamedDeaths;
import marrow.journey.Clock;
import marrow.journey.Journey;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Places;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.trial.Arm;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.TimeToEvent;

/**
 * Warns where the one mark that the trial itself asks for, {@link Cohort#DEATH}, is forgotten: by a clock that puts patients where those do who die, by a
 * journey in which patients die by another name while they can be lost, and by a time to an event before which they die.
 */
public final class DeathMark {
    private static final Pattern OF_DEATH =
            Pattern.compile("dead|death|died|deceased|mortality|fatal", Pattern.CASE_INSENSITIVE);

    private DeathMark() {}

    /**
     * A clock that forgets it is one that leads into a state in which, with the mark, no other death can come; whoever is there by this clock can never be found dead.
     *
     * @param places where the clocks are named
     */
    public static void warnOfClocks(Journey journey, Map<String, Position> places, Problems problems) {
        List<Clock> deaths = clocksOfDeath(journey);
        for (Clock clock : journey.clocks()) {
            Position at = places.get(clock.name());
            if (at != null && !clock.setsMark(Cohort.DEATH)) {
                clock.effects()
                        .flatMap(effect -> effect.sets().entrySet().stream())
                        .filter(set -> deaths.stream().anyMatch(death -> leadsInto(death, set))
                                && deaths.stream().noneMatch(death -> runsIn(death, set)))
                        .findFirst()
                        .ifPresent(
                                set -> problems.warning(
                                        at,
                                        "this leads into " + set.getKey() + " " + set.getValue()
                                                + " without the mark death, which others set there: is 'mark: death' missing?"));
            }
        }
    }

    private static List<Clock> clocksOfDeath(Journey journey) {
        return journey.clocks().stream()
                .filter(clock -> clock.setsMark(Cohort.DEATH))
                .toList();
    }

    /** With the mark: the ring itself may set it, or the outcome alone. */
    private static boolean leadsInto(Clock death, Map.Entry<String, String> set) {
        boolean always =
                death.name().equals(Cohort.DEATH) || death.effect().marks().contains(Cohort.DEATH);
        return death.effects()
                .filter(effect -> always || effect.marks().contains(Cohort.DEATH))
                .anyMatch(effect -> set.getValue().equals(effect.sets().get(set.getKey())));
    }

    private static boolean runsIn(Clock clock, Map.Entry<String, String> set) {
        Set<String> asked = clock.condition().allowed().get(set.getKey());
        return asked == null || asked.contains(set.getValue());
    }

    /** Of patients who can be lost, in a journey whose deaths go by another name. */
    static void warnOfLoss(Study study, Places places, Problems problems) {
        for (Arm arm : study.plan().arms()) {
            if (arm.loss() != null && clocksOfDeath(arm.journey()).isEmpty()) {
                Position lost = places.node("arms", arm.name(), "lost")
                        .map(Node::at)
                        .orElseGet(() -> places.at("trial", "lost"));
                arm.journey().clocks().stream()
                        .flatMap(DeathMark::names)
                        .filter(name -> OF_DEATH.matcher(name).find())
                        .findFirst()
                        .ifPresent(name -> problems.warning(
                                lost,
                                "nobody is lost after the mark death, and nothing sets it: the dead go on being lost, and count as alive"
                                        + " when they are. What leads to '" + name + "' needs 'mark: death'"));
            }
        }
    }

    private static Stream<String> names(Clock clock) {
        return Stream.concat(
                Stream.of(clock.name()),
                clock.effects()
                        .flatMap(effect -> Stream.concat(effect.marks().stream(), effect.sets().values().stream())));
    }

    static void warnOfEndpoints(Study study, Places places, Problems problems) {
        if (study.plan().arms().stream()
                .anyMatch(arm -> clocksOfDeath(arm.journey()).isEmpty())) {
            return;
        }
        List<TimeToEvent> unaware = study.endpoints().stream()
                .filter(TimeToEvent.class::isInstance)
                .map(TimeToEvent.class::cast)
                .filter(time -> !names(time, places))
                .toList();
        List<Double> shares = unaware.isEmpty() ? List.of() : UnnamedDeaths.shares(study.plan(), unaware);
        for (int k = 0; k < unaware.size(); k++) {
            if (shares.get(k) > 0) {
                String name = unaware.get(k).name();
                problems.warning(
                        places.named("endpoints", name),
                        Figures.of(Math.round(1000 * shares.get(k)) / 10.0) + " % of the patients of " + name
                                + " die before anything that it names, and stay at risk until the data are cut. Write"
                                + " 'competing: death' or 'intercurrent: {death: censor}', or '{death: ignore}' where that is meant");
            }
        }
    }

    /** Whether it says what death is to it, if only that it is ignored. */
    private static boolean names(TimeToEvent endpoint, Places places) {
        boolean ignored = places.node("endpoints", endpoint.name(), "intercurrent", Cohort.DEATH)
                .filter(node -> node instanceof Scalar policy && policy.text().equals("ignore"))
                .isPresent();
        return ignored
                || endpoint.events().contains(Cohort.DEATH)
                || endpoint.competing().contains(Cohort.DEATH)
                || endpoint.censoring().contains(Cohort.DEATH);
    }
}
