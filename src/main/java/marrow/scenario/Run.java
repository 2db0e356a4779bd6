package marrow.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.design.metric.Precision;
import marrow.journey.life.Patient;
import marrow.montecarlo.Simulation;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Values;

/**
 * How the scenario is run.
 *
 * @param seed        of the random numbers
 * @param horizonDays until which day patients are followed at the longest, patient time
 * @param replicates  trials under each truth
 * @param cohort      patients an arm from whom true values are found
 * @param precision   when fewer trials suffice
 */
public record Run(long seed, double horizonDays, int replicates, int cohort, Precision precision) {
    public static final List<String> KEYS = List.of("seed", "horizon", "replicates", "cohort", "precision");
    private static final int REPLICATES = 10_000;
    private static final int COHORT = 100_000;

    static Optional<Run> read(Node node, Values values, Problems problems) {
        Optional<Fields> fields = Fields.of(node, "run", KEYS, problems);
        Optional<Node> horizon = fields.flatMap(one -> one.required("horizon"));
        double days = horizon.map(values::days).orElse(Double.NaN);
        if (days <= 0) {
            problems.error(horizon.get().at(), "patients are followed for more than " + Figures.of(days) + " d");
            return Optional.empty();
        }
        if (days > Patient.LONGEST_LIFE) {
            problems.error(
                    horizon.get().at(),
                    "patients are followed for at most " + Figures.of(Patient.LONGEST_LIFE)
                            + " d, a thousand years, not for " + Figures.of(days) + " d");
            return Optional.empty();
        }
        Optional<Long> seed = fields.flatMap(one -> one.required("seed")).flatMap(one -> seed(one, problems));
        int replicates = fields.flatMap(one -> one.optional("replicates"))
                .flatMap(one -> replicates(one, values, problems))
                .orElse(REPLICATES);
        int cohort = fields.flatMap(one -> one.optional("cohort"))
                .flatMap(one -> values.whole(one, 100))
                .orElse(COHORT);
        Precision precision = fields.flatMap(one -> one.optional("precision"))
                .map(one -> precision(one, problems))
                .orElse(Precision.NONE);
        return seed.filter(number -> !Double.isNaN(days))
                .map(number -> new Run(number, days, replicates, cohort, precision));
    }

    private static Optional<Integer> replicates(Node node, Values values, Problems problems) {
        Optional<Integer> replicates = values.whole(node, 1);
        if (replicates.isPresent() && replicates.get() > Simulation.MOST) {
            problems.error(
                    node.at(), "there are at most " + Simulation.MOST + " replicates, and this is " + replicates.get());
            return Optional.empty();
        }
        return replicates;
    }

    private static Precision precision(Node node, Problems problems) {
        List<Precision.Goal> goals = new ArrayList<>();
        for (Node item : Fields.items(node)) {
            String text = item instanceof Scalar scalar ? scalar.text() : "";
            problems.attempt(item.at(), () -> Precision.Goal.of(text)).ifPresent(goals::add);
        }
        return new Precision(goals);
    }

    private static Optional<Long> seed(Node node, Problems problems) {
        Optional<Long> seed = node instanceof Scalar scalar ? Seed.of(scalar.text()) : Optional.empty();
        if (seed.isEmpty()) {
            problems.error(node.at(), Seed.NEEDED + ", and this is " + node.named());
        }
        return seed;
    }
}
