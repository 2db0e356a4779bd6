package marrow.look;

import marrow.analysis.Finding;
import marrow.check.Require;

/**
 * How much of what a whole trial would tell is there at a look.
 *
 * @param planned of the whole trial: events, patients, or the standard error of the estimate, whose inverse square is the information
 */
public record Information(Kind kind, double planned) {
    /** What it is measured by. */
    public enum Kind {
        EVENTS,
        PATIENTS,
        STANDARD_ERROR
    }

    public Information {
        Require.positive(planned, "the information of the whole trial");
    }

    /**
     * The part of the planned information in what an analysis has found; NaN where it has no answer. An estimated standard error of 0 is none: a share of 0 or 1
     * has not told all there is to know.
     */
    double part(Finding finding) {
        return switch (kind) {
            case EVENTS -> finding.events() / planned;
            case PATIENTS -> finding.patients() / planned;
            case STANDARD_ERROR -> {
                double ratio = planned / finding.standardError();
                yield finding.standardError() > 0 ? ratio * ratio : Double.NaN;
            }
        };
    }
}
