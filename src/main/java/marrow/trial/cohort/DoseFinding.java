package marrow.trial.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marrow.journey.Tick;
import marrow.stats.dose.DoseRule;
import marrow.trial.RunIn;

/**
 * Phase I as it goes in each trial of a cohort. The patients of a cohort come as they come; then nobody is enrolled until all
 * of them have had the toxicity or have passed its window, and whoever would have come in that time comes as much later. A patient who is lost
 * before is no longer judged, and replaced once the others are known. When the rule has ended, those who come later get
 * the dose that it recommends. Scratch of one thread.
 *
 * <p>Where no dose can be recommended the trial is to end on that day; who would have come later lives at the lowest dose, unseen.
 */
public final class DoseFinding {
    private final Cohort cohort;
    private final DoseRule rule;
    private final ResponseOutcome outcome;
    private final double windowDays;
    private final double lagDays;
    private final int[] treated;
    private final int[] toxic;
    private final int[] doseOf;
    private final int[] toldPatients; // of each group in turn: those enrolled up to it, ...
    private final int[] toldKnown;
    private final int[] toldToxic;
    private final double[] toldDay;
    private int groups;
    private boolean isKnown; // whether the patient asked last can be judged
    private int patients;
    private int recommended;
    private double endDay;

    DoseFinding(Cohort cohort, RunIn runIn) {
        this.cohort = cohort;
        rule = runIn.rule();
        outcome = ResponseOutcome.inWindow(cohort, runIn.toxicity());
        windowDays = runIn.toxicity().byDays();
        lagDays = Tick.notBefore(runIn.lagDays());
        treated = new int[rule.doses()];
        toxic = new int[rule.doses()];
        doseOf = new int[cohort.size()];
        toldPatients = new int[cohort.size()];
        toldKnown = new int[cohort.size()];
        toldToxic = new int[cohort.size()];
        toldDay = new double[cohort.size()];
    }

    /** Lets everybody live, each at the dose that is next when they come. */
    void conduct(long replicate) {
        Arrays.fill(treated, 0);
        Arrays.fill(toxic, 0);
        patients = 0;
        groups = 0;
        int dose = rule.start();
        while (dose != DoseRule.NONE) {
            int known = 0;
            while (known < rule.cohort() && patients < cohort.size()) {
                known += treat(replicate, dose, Math.min(rule.cohort() - known, cohort.size() - patients));
            }
            dose = known < rule.cohort() ? DoseRule.NONE : rule.next(dose, treated, toxic);
        }
        recommended = rule.recommends(treated, toxic);
        for (int i = patients; i < cohort.size(); i++) {
            doseOf[i] = recommended;
            cohort.live(replicate, i, way(i));
        }
    }

    /** Treats so many at a dose, and waits until they are known; how many can be judged. */
    private int treat(long replicate, int dose, int count) {
        int known = 0;
        int toxicBefore = toxic[dose];
        double until = 0;
        for (int i = patients; i < patients + count; i++) {
            doseOf[i] = dose;
            cohort.live(replicate, i, dose);
            until = Math.max(until, cohort.arrivalDay(i) + endOf(i));
            if (isKnown) {
                known++;
                treated[dose]++;
                toxic[dose] += outcome.ending() == Windows.Ending.EVENT ? 1 : 0;
            }
        }
        patients += count;
        endDay = Tick.notBefore(until) + lagDays;
        toldPatients[groups] = patients;
        toldKnown[groups] = known;
        toldToxic[groups] = toxic[dose] - toxicBefore;
        toldDay[groups++] = endDay;
        if (patients < cohort.size()) {
            cohort.delay(patients, endDay - cohort.arrivalDay(patients - 1));
        }
        return known;
    }

    /** Patient time until which this patient is waited for. Who never comes to the origin is waited for as long as the window lasts. */
    private double endOf(int i) {
        boolean began = outcome.find(i);
        isKnown = began && outcome.ending() != Windows.Ending.LOST;
        return began ? outcome.endDay() : windowDays;
    }

    /** The dose recommended, from 0; {@link DoseRule#NONE} where none was. */
    public int recommended() {
        return recommended;
    }

    /** The calendar day on which the rule had ended. */
    public double endDay() {
        return endDay;
    }

    /** Patients enrolled until then, with those who could not be judged. */
    public int patients() {
        return patients;
    }

    /** Those who were treated together at a dose, and waited for: a cohort, or the replacements of its patients who could not be judged. */
    public record Group(double day, int dose, int patients, int judged, int toxic) {}

    /** All groups of the present trial in turn, each on the calendar day on which the next might come. */
    public List<Group> groups() {
        List<Group> all = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int first = g == 0 ? 0 : toldPatients[g - 1];
            all.add(new Group(toldDay[g], doseOf[first], toldPatients[g] - first, toldKnown[g], toldToxic[g]));
        }
        return all;
    }

    /** How many doses there are. */
    public int doses() {
        return treated.length;
    }

    /** Patients who were judged at this dose. */
    public int treated(int dose) {
        return treated[dose];
    }

    /** Those of them with the toxicity. */
    public int toxic(int dose) {
        return toxic[dose];
    }

    /** The dose at which patient i lived: the lowest for those who came when none was recommended. */
    int way(int i) {
        return Math.max(0, doseOf[i]);
    }

    boolean isApart(int i) {
        return recommended != DoseRule.NONE && doseOf[i] != recommended;
    }
}
