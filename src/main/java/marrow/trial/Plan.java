package marrow.trial;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import marrow.check.Require;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Reading;

/**
 * Who takes part, how they come and how long they are followed: all of a trial but its questions. Immutable.
 *
 * @param patients    enrolled in all
 * @param horizonDays until when a patient is followed at the longest, patient time
 * @param seed        of the random numbers
 * @param runIn       phase I that opens the trial; null for none
 */
public record Plan(
        int patients,
        Recruitment recruitment,
        Allocation allocation,
        List<Arm> arms,
        FollowUp followUp,
        double horizonDays,
        long seed,
        RunIn runIn) {
    public static final int MOST_PATIENTS = 100_000_000;

    /** Calendar day, after all that patients are followed for. */
    private static final double UNCUT_DAY = 1e9;

    public Plan {
        Require.between(patients, 1, MOST_PATIENTS, "patients");
        Require.positive(horizonDays, "horizon");
        arms = List.copyOf(arms);
        if (arms.isEmpty()) {
            throw new IllegalArgumentException("a trial has at least one arm");
        }
        if (arms.size() > 1 && allocation == Allocation.SINGLE_ARM) {
            throw new IllegalArgumentException("a single-arm trial has no " + arms.size() + " arms");
        }
        if (runIn != null) {
            runIn.check(arms.size(), patients);
        }
    }

    /** A trial without phase I. */
    public Plan(
            int patients,
            Recruitment recruitment,
            Allocation allocation,
            List<Arm> arms,
            FollowUp followUp,
            double horizonDays,
            long seed) {
        this(patients, recruitment, allocation, arms, followUp, horizonDays, seed, null);
    }

    /** The same trial with other arms: another truth. */
    public Plan with(List<Arm> others) {
        return new Plan(patients, recruitment, allocation, others, followUp, horizonDays, seed, runIn);
    }

    /** The same trial, in which all arms are as this one: their patients come in, live and are lost as in it, and the arms keep their names and shares. */
    public Plan alike(String name) {
        Arm one = arms.stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no arm " + name));
        return with(arms.stream()
                .map(arm -> new Arm(arm.name(), one.journey(), one.entry(), arm.share(), one.loss()))
                .toList());
    }

    /** A trial of one of its arms, without the phase I that opens it. */
    public Plan only(int arm) {
        return new Plan(
                patients, recruitment, Allocation.SINGLE_ARM, List.of(arms.get(arm)), followUp, horizonDays, seed);
    }

    /** So many patients of its arms, who come in at once, are lost to nobody and are followed to the horizon; without the phase I that opens it. */
    public Plan whomNobodyLoses(int many) {
        List<Arm> kept = arms.stream()
                .map(arm -> new Arm(arm.name(), arm.journey(), arm.entry(), arm.share(), null))
                .toList();
        return new Plan(many, Recruitment.atOnce(), allocation, kept, new FollowUp.Until(UNCUT_DAY), horizonDays, seed);
    }

    /** The same trial with another number of patients. */
    public Plan ofSize(int others) {
        return new Plan(others, recruitment, allocation, arms, followUp, horizonDays, seed, runIn);
    }

    /** The same trial, whose patients are followed to another day at the longest. */
    public Plan withHorizon(double days) {
        return new Plan(patients, recruitment, allocation, arms, followUp, days, seed, runIn);
    }

    /** The same trial with other random numbers. */
    public Plan withSeed(long other) {
        return new Plan(patients, recruitment, allocation, arms, followUp, horizonDays, other, runIn);
    }

    /** The same trial, opened by this phase I. */
    public Plan opening(RunIn phaseOne) {
        return new Plan(patients, recruitment, allocation, arms, followUp, horizonDays, seed, phaseOne);
    }

    /** How patients may live: the arms, or one arm at each dose of the run-in. Who lives which way is told by {@code Cohort.way}. */
    public List<Arm> ways() {
        return runIn == null
                ? arms
                : runIn.levels().stream().map(arms.get(0)::at).toList();
    }

    /** What must be read off the patients for these endpoints and for the follow-up. */
    public List<Reading> readings(Collection<? extends Endpoint> endpoints) {
        Set<Reading> readings = new LinkedHashSet<>();
        endpoints.forEach(endpoint -> readings.addAll(endpoint.readings()));
        followUp.endpoint().ifPresent(endpoint -> readings.addAll(endpoint.readings()));
        if (runIn != null) {
            readings.addAll(runIn.toxicity().readings());
        }
        return List.copyOf(readings);
    }
}
