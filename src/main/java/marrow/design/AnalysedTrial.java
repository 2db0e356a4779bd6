package marrow.design;

import java.util.ArrayList;
import java.util.List;
import marrow.analysis.Analysis;
import marrow.analysis.Finding;
import marrow.analysis.Inquiry;

/** One trial of a study after the other, with what its analyses find: the same as in a run of many, replicate by replicate. Scratch of one thread. */
public final class AnalysedTrial {
    private final OneTrial trial;
    private final Deciders deciders;
    private final List<Inquiry> inquiries = new ArrayList<>();

    private AnalysedTrial(Study study) {
        trial = OneTrial.of(study);
        deciders = new Deciders(study.rules(), study.analyses());
        for (Analysis analysis : study.analyses()) {
            inquiries.add(trial.data().inquiry(analysis));
        }
    }

    public static AnalysedTrial of(Study study) {
        return new AnalysedTrial(study);
    }

    /** Conducts the trial of this replicate, and analyses its data. */
    public void simulate(long number) {
        trial.conduct(number);
        inquiries.forEach(Inquiry::finding);
    }

    /** The present trial: its patients, its days, its data. */
    public OneTrial trial() {
        return trial;
    }

    /** What the trial concludes of an analysis: that of the rules which decide on it, or else of its test. */
    public boolean rejects(int analysis) {
        return deciders.decideOn(analysis)
                ? deciders.findEfficacy(analysis, trial.committee())
                : inquiries.get(analysis).finding().rejects();
    }

    /** Of each analysis of the study, in their order. Refilled by the next trial. */
    public List<Finding> findings() {
        return inquiries.stream().map(Inquiry::finding).toList();
    }
}
