package marrow.scenario.clock;

import java.util.List;
import java.util.Optional;
import marrow.scenario.patient.CourseNames;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Counts;
import marrow.scenario.value.Kind;
import marrow.scenario.value.Parameter;
import marrow.scenario.value.ParameterReader;
import marrow.scenario.value.Parameters;
import marrow.scenario.value.Provenance;
import marrow.scenario.value.Quantity;
import marrow.scenario.value.Range;
import marrow.scenario.value.Values;

/**
 * Makes two parameters of each line of a toxicity table: the chance of any grade, {@code COURSE/LINE}, and that of grade 3 or
 * more, {@code COURSE/LINE-3+}. Their evidence is that of the table; a chance not given by counts is believed anywhere
 * between 0 and 1, and one given by a parameter has that parameter's evidence and range.
 */
public final class CourseParameters {
    private static final Range ANY_CHANCE = new Range(0, 1);

    private final ParameterReader reader;
    private final Parameters parameters;
    private final Values values;
    private final Problems problems;

    public CourseParameters(ParameterReader reader, Parameters parameters, Values values, Problems problems) {
        this.reader = reader;
        this.parameters = parameters;
        this.values = values;
        this.problems = problems;
    }

    public void read(List<Entry> courses) {
        for (Entry course : courses) {
            if (CourseNames.lines(course).isEmpty()) {
                continue;
            }
            Mapping toxicity = CourseNames.toxicity(course).orElseThrow();
            Optional<Provenance> provenance = Fields.of(
                            toxicity, course.key().at(), "a toxicity table", CourseNames.TOXICITY, problems)
                    .flatMap(fields -> Provenance.read(fields, problems));
            for (Entry line : CourseNames.lines(course)) {
                if (line.value() instanceof Mapping written) {
                    Mapping mapping = Fields.meant(written, ToxicityDecoder.LINE);
                    add(CourseNames.line(course.name(), line.name()), mapping.entry("any"), provenance, line);
                    add(CourseNames.severe(course.name(), line.name()), mapping.entry("grade-3"), provenance, line);
                }
            }
        }
    }

    private void add(String name, Optional<Entry> chance, Optional<Provenance> provenance, Entry line) {
        if (chance.isEmpty()) {
            return;
        }
        Node node = chance.get().value();
        Position at = line.key().at();
        Optional<Parameter> named = Values.reference(node).flatMap(other -> parameters.find(other, node.at()));
        if (named.isPresent()) {
            Parameter like = named.get();
            parameters.add(reader.with(name, like.quantity(), like.plausible(), like.provenance(), at, node.at()));
            return;
        }
        Optional<Quantity> own = Values.reference(node).isPresent()
                ? Optional.empty()
                : values.quantity(node, Kind.PROBABILITY.needed());
        if (own.isEmpty() || provenance.isEmpty()) {
            parameters.addRefused(name, at);
            return;
        }
        Range plausible = own.get().counts().map(Counts::exactRange).orElse(ANY_CHANCE);
        parameters.add(reader.with(name, own.get(), plausible, provenance.get(), at, node.at()));
    }
}
