package marrow.scenario;

import java.util.List;
import java.util.Optional;
import marrow.scenario.Node.Scalar;

/**
 * How the scenario is run.
 *
 * @param seed        of the random numbers
 * @param horizonDays until which day patients are followed at the longest, patient time
 * @param replicates  trials under each truth
 * @param cohort      patients an arm from whom true values are found
 */
record Run(long seed, double horizonDays, int replicates, int cohort) {
    private static final int REPLICATES = 10_000;
    private static final int COHORT = 100_000;

    static Optional<Run> read(Node node, Values values, Problems problems) {
        Optional<Fields> fields = Fields.of(node, "run", List.of("seed", "horizon", "replicates", "cohort"), problems);
        Optional<Node> horizon = fields.flatMap(one -> one.required("horizon"));
        double days = horizon.map(values::days).orElse(Double.NaN);
        if (days <= 0) {
            problems.error(horizon.get().at(), "patients are followed for more than " + Figures.of(days) + " d");
            return Optional.empty();
        }
        Optional<Long> seed = fields.flatMap(one -> one.required("seed")).flatMap(one -> seed(one, problems));
        int replicates = fields.flatMap(one -> one.optional("replicates"))
                .flatMap(one -> values.whole(one, 1))
                .orElse(REPLICATES);
        int cohort = fields.flatMap(one -> one.optional("cohort"))
                .flatMap(one -> values.whole(one, 100))
                .orElse(COHORT);
        return seed.filter(number -> !Double.isNaN(days)).map(number -> new Run(number, days, replicates, cohort));
    }

    private static Optional<Long> seed(Node node, Problems problems) {
        if (node instanceof Scalar scalar && scalar.text().matches("[0-9]{1,18}")) {
            return Optional.of(Long.valueOf(scalar.text()));
        }
        problems.error(node.at(), "a seed is a whole number of at most 18 digits, and this is " + node.named());
        return Optional.empty();
    }
}
