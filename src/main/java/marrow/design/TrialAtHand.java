package marrow.design;

import java.util.ArrayList;
import java.util.List;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.analysis.Finding;
import marrow.trial.Calendar;
import marrow.trial.Cohort;

/**
 * One trial of a study, whichever was simulated last, with its data and with what its analyses find: the same as in a run of many,
 * replicate by replicate. Scratch of one thread.
 */
public final class TrialAtHand {
    private final Study study;
    private final Cohort cohort;
    private final Calendar calendar;
    private final Data data;
    private final List<Analysis.Desk> desks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long replicate;
    private double cutDay;

    private TrialAtHand(Study study) {
        this.study = study;
        cohort = Cohort.of(study.plan(), study.variables());
        calendar = Calendar.of(cohort, study.plan().followUp());
        data = Data.of(cohort, study.variables());
        for (Analysis analysis : study.analyses()) {
            desks.add(analysis.desk(data));
            findings.add(new Finding());
        }
    }

    public static TrialAtHand of(Study study) {
        return new TrialAtHand(study);
    }

    /** Enrols the patients of this replicate, cuts the data and analyses them. */
    public void simulate(long number) {
        replicate = number;
        cohort.enrol(number);
        cutDay = calendar.cutDay();
        data.cutOn(cutDay);
        for (int k = 0; k < desks.size(); k++) {
            findings.get(k).clear();
            desks.get(k).analyse(findings.get(k));
        }
    }

    public Study study() {
        return study;
    }

    public long replicate() {
        return replicate;
    }

    public Cohort cohort() {
        return cohort;
    }

    /** The calendar day on which the data were cut. */
    public double cutDay() {
        return cutDay;
    }

    public Data data() {
        return data;
    }

    /** Of each analysis of the study, in their order. Refilled by the next trial. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
