package marrow.design.sketch;

import java.util.List;

/** A number, trial by trial. NaN where a trial has no answer. */
public record NumberOfTrials(TrialNumber what, List<Double> values) {
    public NumberOfTrials {
        values = List.copyOf(values);
    }
}
