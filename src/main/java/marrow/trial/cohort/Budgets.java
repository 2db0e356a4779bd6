package marrow.trial.cohort;

import marrow.journey.life.Patient;

/** Gives patients budgets of their clocks in place of those that chance would give them. */
public interface Budgets {
    /** Called before patient i lives: see {@link Patient#withFirstBudgets}. */
    void give(Patient patient, int i);
}
