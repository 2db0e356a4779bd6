package marrow.scenario;

import java.util.List;
import java.util.Optional;
import marrow.scenario.Node.Scalar;

/** How the scenario is run: the seed of its random numbers, and until which day patients are followed. */
record Run(long seed, double horizonDays) {

    static Optional<Run> read(Node node, Values values, Problems problems) {
        Optional<Fields> fields = Fields.of(node, "run", List.of("seed", "horizon"), problems);
        Optional<Node> horizon = fields.flatMap(one -> one.required("horizon"));
        double days = horizon.map(values::days).orElse(Double.NaN);
        if (days <= 0) {
            problems.error(horizon.get().at(), "patients are followed for more than " + Figures.of(days) + " d");
            return Optional.empty();
        }
        Optional<Long> seed = fields.flatMap(one -> one.required("seed")).flatMap(one -> seed(one, problems));
        return seed.filter(number -> !Double.isNaN(days)).map(number -> new Run(number, days));
    }

    private static Optional<Long> seed(Node node, Problems problems) {
        if (node instanceof Scalar scalar && scalar.text().matches("[0-9]{1,18}")) {
            return Optional.of(Long.valueOf(scalar.text()));
        }
        problems.error(node.at(), "a seed is a whole number of at most 18 digits, and this is " + node.named());
        return Optional.empty();
    }
}
