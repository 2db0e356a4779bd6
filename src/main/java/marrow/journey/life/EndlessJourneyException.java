package marrow.journey.life;

/** A patient whose clocks ring again and again without time passing. The message names the patient and the clocks. */
public final class EndlessJourneyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long replicate;
    private final long patient;
    private final transient CompiledJourney journey;

    private EndlessJourneyException(String message, Patient patient) {
        super(message);
        this.replicate = patient.replicate();
        this.patient = patient.number();
        this.journey = patient.journey();
    }

    static EndlessJourneyException of(Patient patient) {
        return new EndlessJourneyException(
                "patient " + patient.number() + " of replicate " + patient.replicate()
                        + " is caught on day " + patient.day() + ": clocks ring for ever without time passing, now "
                        + patient.dueNow(),
                patient);
    }

    public long replicate() {
        return replicate;
    }

    public long patient() {
        return patient;
    }

    /** The journey that has no end: of the patient's arm, under the truth of the trial. */
    public CompiledJourney journey() {
        return journey;
    }
}
