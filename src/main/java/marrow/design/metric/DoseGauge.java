package marrow.design.metric;

import java.util.ArrayList;
import java.util.List;
import marrow.design.OneTrial;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;
import marrow.trial.RunIn;
import marrow.trial.cohort.DoseFinding;

/** Phase I of a trial: how long it took, whom it treated at which dose, and which it recommended. */
final class DoseGauge implements Gauge {
    private static final List<String> MEANS = List.of("run_in_days", "run_in_patients", "run_in_toxicities");
    private final List<String> doses;

    DoseGauge(RunIn runIn) {
        doses = runIn.levels().stream().map(RunIn.Level::name).toList();
    }

    @Override
    public int width() {
        return MEANS.size() + 1 + 2 * doses.size();
    }

    @Override
    public Reader reader(OneTrial trial) {
        DoseFinding finding = trial.cohort().doseFinding().orElseThrow();
        return (row, at) -> {
            int recommended = at + MEANS.size(); // none first
            int treated = recommended + 1 + doses.size();
            int toxic = 0;
            for (int dose = -1; dose < doses.size(); dose++) {
                row[recommended + 1 + dose] = finding.recommended() == dose ? 1 : 0;
            }
            for (int dose = 0; dose < doses.size(); dose++) {
                row[treated + dose] = finding.treated(dose);
                toxic += finding.toxic(dose);
            }
            row[at] = finding.endDay();
            row[at + 1] = finding.patients();
            row[at + 2] = toxic;
        };
    }

    @Override
    public List<Metric> metrics(Block block, int at, TrueValues truth) {
        List<Metric> metrics = new ArrayList<>();
        for (int k = 0; k < MEANS.size(); k++) {
            metrics.add(new Metric(MEANS.get(k), Estimate.mean(block.column(at + k))));
        }
        int recommended = at + MEANS.size();
        metrics.add(new Metric("recommends_none", Estimate.share(block.column(recommended))));
        for (int dose = 0; dose < doses.size(); dose++) {
            metrics.add(
                    new Metric("recommends_" + doses.get(dose), Estimate.share(block.column(recommended + 1 + dose))));
        }
        for (int dose = 0; dose < doses.size(); dose++) {
            metrics.add(new Metric(
                    "treated_" + doses.get(dose), Estimate.mean(block.column(recommended + 1 + doses.size() + dose))));
        }
        return metrics;
    }
}
