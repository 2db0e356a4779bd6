package marrow.design.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marrow.analysis.ArmCurve;
import marrow.analysis.ArmLandmark;
import marrow.analysis.Estimand;
import marrow.design.Landmark;
import marrow.design.OneTrial;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Block;
import marrow.trial.cohort.Sample;
import marrow.trial.endpoint.TimeToEvent;

/**
 * What the trials would print of a time-to-event endpoint, arm by arm: patients, events, and at each landmark the estimate:
 * Kaplan-Meier's of survival, or Aalen-Johansen's of the incidence where something competes; beside it the true value, and how many trials have no estimate.
 */
final class SurvivalGauge implements Gauge {
    private static final int COUNTS = 2;

    private final TimeToEvent endpoint;
    private final List<String> arms;
    private final List<Landmark> landmarks;

    SurvivalGauge(TimeToEvent endpoint, List<String> arms, List<Landmark> landmarks) {
        this.endpoint = endpoint;
        this.arms = arms;
        this.landmarks = landmarks;
    }

    private int columnsOfArm() {
        return COUNTS + landmarks.size();
    }

    @Override
    public int width() {
        return arms.size() * columnsOfArm();
    }

    @Override
    public Reader reader(OneTrial trial) {
        if (landmarks.isEmpty()) {
            Sample sample = trial.data().sample(endpoint);
            return (row, at) -> count(sample, row, at);
        }
        ArmCurve[] curves = new ArmCurve[arms.size()];
        Arrays.setAll(curves, arm -> trial.data().arm(endpoint, arm));
        ArmLandmark[][] on = new ArmLandmark[curves.length][landmarks.size()];
        for (int arm = 0; arm < curves.length; arm++) {
            for (int k = 0; k < landmarks.size(); k++) {
                on[arm][k] = curves[arm].on(landmarks.get(k).day());
            }
        }
        return (row, at) -> {
            for (int arm = 0; arm < curves.length; arm++) {
                readArm(curves[arm], on[arm], row, at + arm * columnsOfArm());
            }
        };
    }

    /** Patients and events where no curve is asked for: arm by arm, so that no count waits for a sum that is not in its register. */
    private void count(Sample sample, double[] row, int at) {
        int[] armOf = sample.arm();
        int[] status = sample.status();
        for (int arm = 0; arm < arms.size(); arm++) {
            int patients = 0;
            int events = 0;
            for (int i = 0; i < sample.size(); i++) {
                int here = armOf[i] == arm ? 1 : 0;
                patients += here;
                events += status[i] == 1 ? here : 0;
            }
            row[at + arm * COUNTS] = patients;
            row[at + arm * COUNTS + 1] = events;
        }
    }

    private void readArm(ArmCurve arm, ArmLandmark[] on, double[] row, int at) {
        row[at] = arm.rows().size();
        row[at + 1] = arm.rows().events();
        for (int k = 0; k < on.length; k++) {
            row[at + COUNTS + k] =
                    !on[k].isFollowedTo() ? Double.NaN : endpoint.causes() == 1 ? on[k].eventFree() : on[k].incidence();
        }
    }

    @Override
    public List<Metric> metrics(Block block, int at, TrueValues truth) {
        List<Metric> metrics = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            int from = at + arm * columnsOfArm();
            String suffix = arms.size() == 1 ? "" : "_" + arms.get(arm);
            metrics.add(Metric.mean("patients" + suffix, block, from));
            metrics.add(Metric.mean("events" + suffix, block, from + 1));
            for (int k = 0; k < landmarks.size(); k++) {
                Landmark landmark = landmarks.get(k);
                String name = (endpoint.causes() == 1 ? "survival_" : "incidence_") + landmark.label() + suffix;
                Estimand estimand = endpoint.causes() == 1
                        ? new Estimand.Survival(arm, landmark.day())
                        : new Estimand.Incidence(arm, landmark.day());
                metrics.add(Metric.mean(name, block, from + COUNTS + k));
                truth.of(endpoint, estimand).ifPresent(value -> metrics.add(new Metric("true_" + name, value)));
                metrics.add(Metric.without(name, block, from + COUNTS + k));
            }
        }
        return metrics;
    }
}
