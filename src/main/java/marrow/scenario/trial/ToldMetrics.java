package marrow.scenario.trial;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import marrow.design.Questions;
import marrow.design.Study;
import marrow.design.metric.Characteristics;
import marrow.design.metric.Precision;
import marrow.design.truth.TrueValues;
import marrow.scenario.text.Nearest;

/** The names of the metrics that a study may tell under some truths. A precision of any other would be reached at once, or never. */
public final class ToldMetrics {
    private final Set<String> names = new TreeSet<>();

    private ToldMetrics() {}

    public static ToldMetrics of(Study study, List<Truth> truths) {
        ToldMetrics told = new ToldMetrics();
        truths.stream()
                .map(Truth::role)
                .distinct()
                .forEach(role -> told.names.addAll(Characteristics.of(Questions.of(study), role, TrueValues.unknown())
                        .names()));
        return told;
    }

    private boolean tell(Precision.Goal goal) {
        return names.stream().anyMatch(name -> Precision.isOf(goal, name));
    }

    /** What is wrong with the first goal that is of none of them, for the user. */
    public Optional<String> refusal(Precision precision) {
        return precision.goals().stream()
                .filter(goal -> !tell(goal))
                .map(Precision.Goal::metric)
                .findFirst()
                .map(metric -> refusal(metric, names));
    }

    /** That a metric is none of those that are told. */
    public static String refusal(String metric, Collection<String> told) {
        return "no truth tells a metric '" + metric + "'"
                + Nearest.to(metric, told)
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("");
    }
}
