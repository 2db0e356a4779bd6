package marrow.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.analysis.Finding;
import marrow.look.Committee;
import marrow.look.Rule;
import marrow.look.Verdict;
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
    private final Committee committee; // null where nobody looks before the end
    private long replicate;
    private double cutDay;
    private double endDay;

    private TrialAtHand(Study study) {
        this.study = study;
        cohort = Cohort.of(study.plan(), study.variables());
        calendar = Calendar.of(cohort, study.plan().followUp());
        data = Data.of(cohort, study.variables());
        committee = study.rules().isEmpty() ? null : Committee.of(study.rules(), calendar);
        for (Analysis analysis : study.analyses()) {
            desks.add(analysis.desk(data));
            findings.add(new Finding());
        }
    }

    public static TrialAtHand of(Study study) {
        return new TrialAtHand(study);
    }

    /** Enrols the patients of this replicate, takes the looks, cuts the data and analyses them. */
    public void simulate(long number) {
        replicate = number;
        cohort.enrol(number);
        if (committee == null) {
            cutDay = calendar.cutDay();
            endDay = cutDay;
        } else {
            committee.oversee();
            cutDay = committee.cutDay();
            endDay = committee.endDay();
        }
        data.cutOn(cutDay, endDay);
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

    /** The calendar day on which the trial ended: that of the cut, or of a decision that took time. */
    public double endDay() {
        return endDay;
    }

    /** The rule that stopped the trial before its end, if one did. */
    public Optional<Rule> stoppedBy() {
        return committee == null || committee.stoppedBy() < 0
                ? Optional.empty()
                : Optional.of(study.rules().get(committee.stoppedBy()));
    }

    /** What the trial concludes of an analysis: that of the rules which decide on it, or else of its test. */
    public boolean rejects(int analysis) {
        boolean decided = false;
        for (int rule = 0; rule < study.rules().size(); rule++) {
            if (study.rules()
                    .get(rule)
                    .decides()
                    .filter(study.analyses().get(analysis)::equals)
                    .isPresent()) {
                decided = true;
                if (committee.conclusion(rule) == Verdict.EFFICACY) {
                    return true;
                }
            }
        }
        return !decided && findings.get(analysis).rejects();
    }

    public Data data() {
        return data;
    }

    /** Of each analysis of the study, in their order. Refilled by the next trial. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
