package marrow.scenario.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.journey.Fact;
import marrow.journey.Formula;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Dimension;
import marrow.scenario.value.Provenance;
import marrow.scenario.value.Values;

/** The facts of the population by name, each read when first spoken of, with what it counts: numbers, or days. */
public final class Facts {
    public static final List<String> KEYS = keys();

    /** Facts are read by recursion where they need one declared later. */
    private static final int MOST_IN_A_ROW = 50;

    private final Map<String, Entry> declared = new LinkedHashMap<>();
    private final Map<String, Optional<Known>> known = new LinkedHashMap<>();
    private final List<String> under = new ArrayList<>();
    private final FormulaDecoder formulas;
    private final boolean all;
    private final Problems problems;

    /** A fact that has been read. */
    public record Known(String name, Dimension dimension, Fact fact, Provenance provenance) {}

    public Facts(
            List<Entry> entries,
            boolean all,
            Values values,
            ConditionDecoder conditions,
            Vocabulary vocabulary,
            Problems problems) {
        entries.forEach(entry -> declared.put(entry.name(), entry));
        this.formulas = new FormulaDecoder(this, values, conditions, vocabulary, problems);
        this.all = all;
        this.problems = problems;
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(FormulaDecoder.KEYS);
        keys.addAll(Provenance.KEYS);
        keys.add("about");
        return List.copyOf(keys);
    }

    /** All facts that could be read, in the order declared. */
    public List<Known> all() {
        return declared.values().stream()
                .map(entry -> read(entry.name(), entry.key().at()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The names of all, also of those that could not be read. */
    public Set<String> names() {
        return declared.keySet();
    }

    /** The least that a fact comes to; NaN where that is not known. */
    double least(String name) {
        Map<String, Formula> formulas = new LinkedHashMap<>();
        all().forEach(one -> formulas.put(one.name(), one.fact().formula()));
        return LeastValue.of(name, formulas);
    }

    /** The fact that is named here, or nothing where there is none, which has been reported. */
    Optional<Known> named(Node node) {
        if (!(node instanceof Scalar scalar)) {
            problems.error(node.at(), "the name of a fact is needed here, and this is " + node.named());
            return Optional.empty();
        }
        String name = scalar.text();
        if (!declared.containsKey(name)) {
            if (all) {
                problems.error(
                        node.at(),
                        "there is no fact '" + name + "' in the population",
                        Nearest.to(name, declared.keySet()));
            }
            return Optional.empty();
        }
        return read(name, node.at());
    }

    private Optional<Known> read(String name, Position from) {
        if (under.contains(name)) {
            problems.error(
                    from,
                    "at entry, " + String.join(" needs ", under.subList(under.indexOf(name), under.size())) + " needs "
                            + name);
            return Optional.empty();
        }
        if (!known.containsKey(name) && under.size() >= MOST_IN_A_ROW) {
            problems.error(
                    from, "more than " + MOST_IN_A_ROW + " facts need each other in a row: declare them in order");
            return Optional.empty();
        }
        if (!known.containsKey(name)) {
            under.add(name);
            known.put(name, decode(declared.get(name)));
            under.remove(name);
        }
        return known.get(name);
    }

    private Optional<Known> decode(Entry entry) {
        Names.check(entry.key(), "a fact", problems);
        Optional<Fields> fields =
                Fields.of(entry.value(), entry.key().at(), "a fact of the population", KEYS, problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<Provenance> provenance = Provenance.read(fields.get(), problems);
        Optional<FormulaDecoder.Measured> formula = formulas.decode(fields.get());
        return provenance.flatMap(source -> formula.map(measured ->
                new Known(entry.name(), measured.dimension(), new Fact(entry.name(), measured.formula()), source)));
    }
}
