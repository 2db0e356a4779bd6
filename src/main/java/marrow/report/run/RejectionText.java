package marrow.report.run;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;

/** What a rejection is called that stands in one column for several analyses or truths: power to some may be an error to others. */
public enum RejectionText {
    POWER("power", "power, %"),
    TYPE_ONE_ERROR("type I error", "type I, %"),
    BOTH("rejections", "rejects, %");

    private final String word;
    private final String column;

    RejectionText(String word, String column) {
        this.word = word;
        this.column = column;
    }

    public static boolean isRejection(Metric metric) {
        return metric.name().equals("power") || metric.name().equals("type_1_error");
    }

    /** What these are called; empty where none is a rejection. */
    public static Optional<RejectionText> of(Stream<Metric> metrics) {
        Set<String> names =
                metrics.filter(RejectionText::isRejection).map(Metric::name).collect(Collectors.toSet());
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(names.size() > 1 ? BOTH : names.contains("power") ? POWER : TYPE_ONE_ERROR);
    }

    /** What the rejections of all analyses of a truth are called. */
    public static RejectionText of(Results results) {
        return of(results.analyses().values().stream().flatMap(Collection::stream))
                .orElse(POWER);
    }

    public String word() {
        return word;
    }

    /** The head of a narrow column of percentages. */
    public String column() {
        return column;
    }
}
