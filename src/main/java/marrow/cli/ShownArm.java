package marrow.cli;

import java.util.List;
import java.util.Optional;
import marrow.scenario.Scenario;
import marrow.trial.Arm;
import marrow.trial.Plan;
import marrow.trial.cohort.Cohort;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The arm whose patients are shown, of those of a trial; of a scenario without a trial, or with one arm, there is none to choose. */
final class ShownArm {
    private final Scenario scenario;
    private final CommandSpec command;

    ShownArm(Scenario scenario, CommandSpec command) {
        this.scenario = scenario;
        this.command = command;
    }

    /** All arms; none where there is nothing to choose. */
    static List<Arm> of(Scenario scenario) {
        return scenario.trial()
                .map(trial -> trial.study().plan().arms())
                .filter(arms -> arms.size() > 1)
                .orElse(List.of());
    }

    /**
     * The arm of this name, or the first.
     *
     * @param name null where none was given
     */
    Optional<Arm> named(String name) {
        List<Arm> arms = of(scenario);
        if (name == null) {
            return arms.stream().findFirst();
        }
        Optional<Arm> named = scenario.trial().stream()
                .flatMap(trial -> trial.study().plan().arms().stream())
                .filter(arm -> arm.name().equals(name))
                .findFirst();
        if (named.isEmpty()) {
            throw refused("there is no arm '" + name + "'"
                    + (arms.isEmpty()
                            ? ": the scenario has no arms to choose from"
                            : ": there are "
                                    + String.join(
                                            ", ", arms.stream().map(Arm::name).toList())));
        }
        return arms.isEmpty() ? Optional.empty() : named;
    }

    /**
     * The arm to which the trial of this replicate allocates a patient, at the dose that phase I gave; of the large cohorts, in which each lives in all arms, the
     * first. Nothing where all patients live alike.
     */
    Optional<Arm> ofPatient(long seed, long replicate, long patient) {
        List<Arm> arms = of(scenario);
        Optional<Plan> trial = scenario.trial().map(one -> one.study().plan().withSeed(seed));
        if (replicate < 0 || trial.map(plan -> plan.ways().size()).orElse(1) == 1) {
            return arms.stream().findFirst();
        }
        Plan plan = trial.get();
        if (patient >= plan.patients()) {
            if (arms.isEmpty()) {
                return Optional.empty();
            }
            throw refused("--patient " + patient + ": the trial has patients 0 to " + (plan.patients() - 1)
                    + "; with --arm any other is shown");
        }
        Cohort cohort = Cohort.of(plan, List.of());
        if (plan.runIn() == null) {
            cohort.allocate(replicate);
        } else {
            cohort.enrol(replicate); // the dose hangs on how those before live
        }
        return Optional.of(plan.ways().get(cohort.way((int) patient)));
    }

    private ParameterException refused(String why) {
        return new ParameterException(command.commandLine(), why);
    }
}
