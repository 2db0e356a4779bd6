package marrow.design.sketch;

import java.util.ArrayList;
import java.util.List;
import marrow.design.OneTrial;
import marrow.design.Study;
import marrow.trial.cohort.Cohort;

/**
 * Trial 0 of a study: who came when, and how long each is seen. What they live is theirs to tell: patient i of replicate 0.
 *
 * @param cutDay calendar day of the cut
 */
public record ExampleTrial(double cutDay, List<Participant> participants) {
    public ExampleTrial {
        participants = List.copyOf(participants);
    }

    /**
     * One patient.
     *
     * @param arm        by its place in the plan
     * @param way        how the patient lived, by its place among the plan's
     * @param arrivalDay calendar day
     * @param seenTo     patient time
     * @param lost       whether the patient is lost to follow-up before the cut
     */
    public record Participant(int number, int arm, int way, double arrivalDay, double seenTo, boolean lost) {}

    public static ExampleTrial of(Study study) {
        OneTrial trial = OneTrial.of(study);
        trial.conduct(0);
        Cohort cohort = trial.cohort();
        double cutDay = trial.cutDay();
        List<Participant> participants = new ArrayList<>();
        for (int i = 0; i < cohort.enrolledBy(cutDay); i++) {
            participants.add(new Participant(
                    i,
                    cohort.arm(i),
                    cohort.way(i),
                    cohort.arrivalDay(i),
                    cohort.seenTo(i, cutDay),
                    cohort.isLost(i, cutDay)));
        }
        return new ExampleTrial(cutDay, participants);
    }
}
