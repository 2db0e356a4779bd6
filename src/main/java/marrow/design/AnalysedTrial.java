package marrow.design;

import java.util.ArrayList;
import java.util.List;
import marrow.analysis.Analysis;
import marrow.analysis.Finding;

/** One trial of a study after the other, with what its analyses find: the same as in a run of many, replicate by replicate. Scratch of one thread. */
public final class AnalysedTrial {
    private final OneTrial trial;
    private final Deciders deciders;
    private final List<Analysis.Desk> desks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private AnalysedTrial(Study study) {
        trial = OneTrial.of(study);
        deciders = new Deciders(study.rules(), study.analyses());
        for (Analysis analysis : study.analyses()) {
            desks.add(analysis.desk(trial.data()));
            findings.add(new Finding());
        }
    }

    public static AnalysedTrial of(Study study) {
        return new AnalysedTrial(study);
    }

    /** Conducts the trial of this replicate, and analyses its data. */
    public void simulate(long number) {
        trial.conduct(number);
        for (int k = 0; k < desks.size(); k++) {
            findings.get(k).clear();
            desks.get(k).analyse(findings.get(k));
        }
    }

    /** The present trial: its patients, its days, its data. */
    public OneTrial trial() {
        return trial;
    }

    /** What the trial concludes of an analysis: that of the rules which decide on it, or else of its test. */
    public boolean rejects(int analysis) {
        return deciders.decideOn(analysis)
                ? deciders.findEfficacy(analysis, trial.committee())
                : findings.get(analysis).rejects();
    }

    /** Of each analysis of the study, in their order. Refilled by the next trial. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
