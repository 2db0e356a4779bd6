package marrow.journey;

/** A patient whose clocks ring again and again without time passing. The message names the patient and the clocks. */
public final class EndlessJourneyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private EndlessJourneyException(String message) {
        super(message);
    }

    static EndlessJourneyException of(Patient patient) {
        return new EndlessJourneyException("patient " + patient.number() + " of replicate " + patient.replicate()
                + " is caught on day " + patient.day() + ": clocks ring for ever without time passing, now "
                + patient.dueNow());
    }
}
