package marrow.compare;

import java.util.Optional;
import marrow.compare.Parting.How;
import marrow.compare.Parting.OfPatients;
import marrow.journey.life.Trace;
import marrow.journey.life.TraceRecorder;
import marrow.run.Prepared;
import marrow.trial.Plan;
import marrow.trial.cohort.Cohort;

/** One trial under two plans, patient by patient: when they come, to which arm, how they live, when they are lost. */
final class TwoTrials {
    private final Plan beforePlan;
    private final Plan afterPlan;
    private final Cohort before;
    private final Cohort after;
    private final boolean asWritten;

    TwoTrials(Prepared before, Prepared after) {
        beforePlan = before.study().plan();
        afterPlan = after.study().plan();
        this.before = before.study().cohort();
        this.after = after.study().cohort();
        asWritten = before.truth().isAsWritten() && after.truth().isAsWritten();
    }

    /** Where the first patient who differs does; empty where nobody does. */
    Optional<How> parted(long replicate) {
        before.enrol(replicate);
        after.enrol(replicate);
        int patients = Math.min(before.size(), after.size());
        for (int i = 0; i < patients; i++) {
            Optional<How> parted = parted(replicate, i);
            if (parted.isPresent()) {
                return parted;
            }
        }
        return before.size() == after.size()
                ? Optional.empty()
                : Optional.of(new OfPatients(
                        patients,
                        "patients of the trial",
                        Integer.toString(before.size()),
                        Integer.toString(after.size())));
    }

    private Optional<How> parted(long replicate, int i) {
        String arm = beforePlan.arms().get(before.arm(i)).name();
        String otherArm = afterPlan.arms().get(after.arm(i)).name();
        if (before.arrivalDay(i) != after.arrivalDay(i)) {
            return other(i, "calendar day of enrolment", before.arrivalDay(i), after.arrivalDay(i));
        }
        if (!arm.equals(otherArm)) {
            return Optional.of(new OfPatients(i, "arm", arm, otherArm));
        }
        Optional<How> lives = TwoLives.parted(
                asWritten, arm, life(before, beforePlan, replicate, i), life(after, afterPlan, replicate, i));
        double seen = before.seenTo(i, Double.POSITIVE_INFINITY);
        double otherSeen = after.seenTo(i, Double.POSITIVE_INFINITY);
        return lives.isPresent() || seen == otherSeen
                ? lives
                : other(i, "day of the end of follow-up", seen, otherSeen);
    }

    private static Optional<How> other(int patient, String what, double before, double after) {
        return Optional.of(new OfPatients(patient, what, Double.toString(before), Double.toString(after)));
    }

    /** Without the clocks that no number depends on, which nobody would miss. */
    private static Trace life(Cohort cohort, Plan plan, long replicate, int i) {
        return TraceRecorder.of(cohort.journey(cohort.way(i)), plan.seed(), replicate, i, plan.horizonDays());
    }
}
