package marrow.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.design.metric.StudyReplicates;
import marrow.design.truth.TrueValues;
import marrow.run.Conduct;
import marrow.run.Prepared;
import marrow.run.RefusedTruthException;
import marrow.scenario.trial.Truth;

/** The scenario of a run that is kept, carried out again. What is found under a truth is remembered. */
public final class Again {
    private final List<Truth> truths;
    private final Conduct conduct;
    private final Map<String, Optional<Prepared>> known = new HashMap<>();

    private Again(List<Truth> truths, Conduct conduct) {
        this.truths = List.copyOf(truths);
        this.conduct = conduct;
    }

    public static Again of(List<Truth> truths, Conduct conduct) {
        return new Again(truths, conduct);
    }

    private Optional<Truth> truth(String name) {
        return truths.stream().filter(truth -> truth.name().equals(name)).findFirst();
    }

    /** The study under a truth; empty where there is no such truth, or it cannot be made true. */
    Optional<Prepared> under(String truth) {
        return known.computeIfAbsent(truth, name -> truth(name).flatMap(this::prepared));
    }

    private Optional<Prepared> prepared(Truth truth) {
        try {
            return Optional.of(conduct.under(truth));
        } catch (RefusedTruthException refused) {
            return Optional.empty();
        }
    }

    /** What stands in which column of its trials, which is known without asking for true values. */
    Optional<StudyReplicates> layout(String name) {
        try {
            return truth(name)
                    .map(truth -> StudyReplicates.of(conduct.untilted(truth), truth.role(), TrueValues.unknown()));
        } catch (RefusedTruthException refused) {
            return Optional.empty();
        }
    }
}
