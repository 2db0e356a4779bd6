package marrow.trial.cohort;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import marrow.journey.Journey;
import marrow.journey.Pruning;
import marrow.journey.life.CompiledJourney;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.Plan;
import marrow.trial.endpoint.Reading;

/** The ways to live of a plan, each compiled without what no reading of its patients depends on. They are made once and serve all threads. */
final class CompiledWays {
    private CompiledWays() {}

    /** @throws IllegalArgumentException where patients are allocated by what they do not bring along */
    static CompiledJourney[] of(Plan plan, List<Reading> readings) {
        BroughtAlong.require(plan);
        return plan.ways().stream()
                .map(arm -> compiled(arm, readings, plan.allocation()))
                .toArray(CompiledJourney[]::new);
    }

    private static CompiledJourney compiled(Arm arm, List<Reading> readings, Allocation allocation) {
        Set<String> marks = new LinkedHashSet<>();
        Set<String> accounts = new LinkedHashSet<>();
        Set<String> tracks = new LinkedHashSet<>(allocation.strata());
        if (arm.loss() != null) {
            marks.add(Cohort.DEATH);
        }
        for (Reading reading : readings) {
            marks.addAll(reading.marks());
            if (reading instanceof Reading.Used used) {
                accounts.add(used.account());
            } else if (reading instanceof Reading.Band band) {
                tracks.add(band.track());
            }
        }
        Journey left = Pruning.to(arm.journey(), marks, accounts, tracks, Set.of());
        return CompiledJourney.of(left, arm.entry().into(left));
    }
}
