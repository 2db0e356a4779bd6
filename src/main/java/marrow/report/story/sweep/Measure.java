package marrow.report.story.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;

/**
 * A number that is shown of every point.
 *
 * @param name  as the reader chooses it
 * @param share whether it is a share, to be read in percent
 * @param among the metrics that it is one of
 * @param known by these names: the first that is there
 */
record Measure(String name, boolean share, Function<Results, List<Metric>> among, List<String> known) {
    private static final List<String> REJECTIONS = List.of("power", "type_1_error");

    /** Power under an alternative, the type I error under a null; what it estimates of an analysis that tests nothing. */
    static Measure main(String analysis, boolean tests) {
        return tests
                ? new Measure(analysis + ": trials that reject", true, of(analysis), REJECTIONS)
                : new Measure(analysis + ": estimate", false, of(analysis), List.of("estimate"));
    }

    /** All that is shown of such results, in the order of what is asked first. */
    static List<Measure> all(Results results, Measure main) {
        List<Measure> all = new ArrayList<>(List.of(main));
        results.analyses().keySet().stream()
                .map(name -> main(name, true))
                .filter(measure -> !measure.name.equals(main.name))
                .forEach(all::add);
        all.add(new Measure("trial: days to its end", false, Results::trial, List.of("duration_days")));
        all.add(new Measure("trial: patients enrolled", false, Results::trial, List.of("enrolled")));
        Stream.of("efficacy", "futility", "harm")
                .forEach(why -> all.add(new Measure(
                        "trial: stops early for " + why, true, Results::stopping, List.of("p_stop_" + why))));
        for (String name : results.analyses().keySet()) {
            all.add(new Measure(name + ": estimate", false, of(name), List.of("estimate")));
            all.add(new Measure(name + ": bias", false, of(name), List.of("bias")));
            all.add(new Measure(name + ": coverage", true, of(name), List.of("coverage")));
        }
        return all.stream()
                .distinct()
                .filter(measure -> measure.in(results).isPresent())
                .toList();
    }

    private static Function<Results, List<Metric>> of(String analysis) {
        return results -> results.analyses().get(analysis);
    }

    Optional<Metric> in(Results results) {
        return known.stream()
                .flatMap(name -> among.apply(results).stream()
                        .filter(metric -> metric.name().equals(name)))
                .findFirst();
    }

    boolean isRejection() {
        return known.equals(REJECTIONS);
    }

    /** Measures of one name are the same: functions are not compared. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Measure measure && measure.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
