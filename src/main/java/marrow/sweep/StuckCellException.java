package marrow.sweep;

import marrow.journey.life.EndlessJourneyException;

/** A point at which a patient's clocks ring for ever without time passing. */
public final class StuckCellException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Cell cell;
    private final EndlessJourneyException patient;

    StuckCellException(Cell cell, EndlessJourneyException patient) {
        super(patient.getMessage(), patient);
        this.cell = cell;
        this.patient = patient;
    }

    public Cell cell() {
        return cell;
    }

    public EndlessJourneyException patient() {
        return patient;
    }
}
