package marrow.journey.life;

/** Somebody who watches a patient live, for a trace. The simulation itself needs no witness. */
public interface Witness {
    /** After the baseline is known and before the first clock runs, on day 0. */
    void enters(Patient patient);

    /**
     * After a ring has had all its effects.
     *
     * @param clock index of the clock
     * @param occurrence which of the clock's draws this ring came from, from 0: its random address
     * @param effect index of the effect it had
     */
    void rings(Patient patient, int clock, int occurrence, int effect);

    /** At the horizon, after the ledger is closed. */
    void ends(Patient patient);
}
