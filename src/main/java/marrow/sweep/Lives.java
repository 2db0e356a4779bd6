package marrow.sweep;

import java.util.List;
import java.util.Map;
import marrow.analysis.Estimand;
import marrow.design.Landmark;
import marrow.design.Study;
import marrow.design.truth.Tilting;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.scenario.trial.Trial;
import marrow.scenario.trial.Truth;
import marrow.trial.endpoint.Endpoint;

/**
 * All on which tilts and true values depend: whose lives, until when, and what is asked of them. Where two cells are equal in this they share
 * both. How many patients there are, how they come and are lost, and the level of a test, are not in it.
 */
record Lives(
        List<Arm> arms,
        List<Endpoint> endpoints,
        Map<String, List<Landmark>> landmarks,
        List<Asked> asked,
        List<Truth.Tilt> tilts,
        double horizonDays,
        long seed,
        int cohort,
        int tiltPatients) {

    /** How the patients of an arm live. */
    record Arm(String name, Journey journey, Entry entry) {}

    /** What an analysis estimates. */
    record Asked(Endpoint endpoint, Estimand estimand) {}

    /** @param truth as it is read at the cell with its own values */
    static Lives of(Study study, Trial trial, Truth truth) {
        return new Lives(
                study.plan().arms().stream()
                        .map(arm -> new Arm(arm.name(), arm.journey(), arm.entry()))
                        .toList(),
                study.endpoints(),
                study.landmarks(),
                study.analyses().stream()
                        .map(analysis -> new Asked(analysis.endpoint(), analysis.estimand()))
                        .toList(),
                truth.tilts(),
                study.plan().horizonDays(),
                study.plan().seed(),
                trial.cohort(),
                Tilting.patientsFor(trial.replicates()));
    }
}
