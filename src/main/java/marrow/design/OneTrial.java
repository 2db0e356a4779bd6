package marrow.design;

import java.util.Optional;
import marrow.analysis.Data;
import marrow.look.Committee;
import marrow.look.Rule;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;

/**
 * One trial of a study after the other: patients are enrolled, looks are taken, and the data are cut when it is over. A trial at which nobody looks is
 * one whose committee has no rules. Scratch of one thread.
 */
public final class OneTrial {
    private final Study study;
    private final Cohort cohort;
    private final Calendar calendar;
    private final Committee committee;
    private final Data data;
    private long replicate;

    private OneTrial(Study study, Cohort cohort) {
        this.study = study;
        this.cohort = cohort;
        calendar = Calendar.of(cohort, study.plan().followUp());
        data = Data.of(cohort, Committee.needs(study.rules()), study.variables());
        committee = Committee.of(study.rules(), calendar, data);
    }

    public static OneTrial of(Study study) {
        return new OneTrial(study, study.cohort());
    }

    /** @param cohort room for the trials of the study */
    public static OneTrial of(Study study, Cohort cohort) {
        return new OneTrial(study, cohort);
    }

    /** From the first patient to the cut of the data. */
    public void conduct(long number) {
        replicate = number;
        cohort.enrol(number);
        committee.oversee();
        data.cutOn(cutDay(), endDay());
    }

    public long replicate() {
        return replicate;
    }

    public Study study() {
        return study;
    }

    public Cohort cohort() {
        return cohort;
    }

    public Calendar calendar() {
        return calendar;
    }

    public Committee committee() {
        return committee;
    }

    /** What is known of the patients at the cut. */
    public Data data() {
        return data;
    }

    /** The calendar day on which the data were cut. */
    public double cutDay() {
        return committee.cutDay();
    }

    /** The calendar day on which the trial ended: that of the cut, or of a decision that took time. */
    public double endDay() {
        return committee.endDay();
    }

    /** Whether it went to its own end without the event for which it waited. */
    public boolean waitedInVain() {
        return committee.stoppedBy() < 0 && !calendar.hasItsEvents();
    }

    /** The rule that stopped the trial before its end, if one did. */
    public Optional<Rule> stoppedBy() {
        int by = committee.stoppedBy();
        return by < 0 ? Optional.empty() : Optional.of(study.rules().get(by));
    }
}
