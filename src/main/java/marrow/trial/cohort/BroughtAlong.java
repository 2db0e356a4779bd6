package marrow.trial.cohort;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import marrow.journey.Fact;
import marrow.journey.Formula;
import marrow.trial.Arm;
import marrow.trial.Plan;

/**
 * What patients bring along to their allocation: the tracks by which they are allocated, and all that these are found from at entry. A patient is
 * met before there is an arm, so it has to be the same in all arms.
 */
final class BroughtAlong {
    private BroughtAlong() {}

    /** @throws IllegalArgumentException where an arm sets it, or has another population of it */
    static void require(Plan plan) {
        Arm first = plan.arms().get(0);
        for (String track : plan.allocation().strata()) {
            Set<String> foundFrom = first.journey().foundFrom(track);
            for (Arm arm : plan.arms()) {
                for (String name : foundFrom) {
                    if (!Objects.equals(
                                    first.entry().states().get(name),
                                    arm.entry().states().get(name))
                            || !formula(first, name).equals(formula(arm, name))) {
                        throw new IllegalArgumentException("patients are allocated by what they bring along, and "
                                + track + " is found from " + name + ", which is not the same in all arms");
                    }
                }
            }
        }
    }

    private static Optional<Formula> formula(Arm arm, String fact) {
        return arm.journey().facts().stream()
                .filter(one -> one.name().equals(fact))
                .map(Fact::formula)
                .findFirst();
    }
}
