package marrow.scenario.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.dist.Distribution;
import marrow.journey.Course.Toxicity;
import marrow.scenario.law.DistributionDecoder;
import marrow.scenario.patient.CourseNames;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Parameter;
import marrow.scenario.value.Parameters;

/** Reads the toxicity table of a course. Its chances are parameters already, see {@link CourseParameters}. */
public final class ToxicityDecoder {
    public static final List<String> LINE = List.of("any", "grade-3", "onset", "holds", "about");

    private final DistributionDecoder distributions;
    private final Parameters parameters;
    private final Problems problems;

    ToxicityDecoder(DistributionDecoder distributions, Parameters parameters, Problems problems) {
        this.distributions = distributions;
        this.parameters = parameters;
        this.problems = problems;
    }

    /** @param canHold whether the course says how long a hold lasts */
    List<Toxicity> decode(Entry course, Fields table, boolean canHold) {
        Optional<Distribution> common = table.optional("onset").flatMap(distributions::waiting);
        table.required("lines");
        List<Toxicity> lines = new ArrayList<>();
        for (Entry line : CourseNames.lines(course)) {
            Names.check(line.key(), "a line of toxicity", problems);
            if (CourseNames.OWN.contains(line.name())) {
                problems.error(
                        line.key().at(),
                        "'" + line.name() + "' cannot name a line of toxicity: the course has a mark or clock "
                                + CourseNames.line(course.name(), line.name()) + " of its own");
            }
            Fields.of(line.value(), line.key().at(), "a line of toxicity", LINE, problems)
                    .flatMap(fields -> line(course.name(), line, fields, table.has("onset"), common, canHold))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<Toxicity> line(
            String course,
            Entry line,
            Fields fields,
            boolean hasCommon,
            Optional<Distribution> common,
            boolean canHold) {
        Optional<Node> any = fields.required("any");
        Optional<Node> severe = fields.optional("grade-3");
        boolean holds = fields.flag("holds");
        if (holds && !canHold) {
            problems.error(
                    fields.entry("holds").orElseThrow().key().at(), "the course has no 'hold' to say for how long");
        }
        if (!fields.has("onset") && !hasCommon) {
            problems.error(line.key().at(), "a line of toxicity needs 'onset', its own or that of the table");
        }
        Optional<Distribution> onset =
                fields.has("onset") ? fields.optional("onset").flatMap(distributions::waiting) : common;
        double anyGrade = any.map(node -> chance(CourseNames.line(course, line.name()), node))
                .orElse(Double.NaN);
        double grade3 = severe.map(node -> chance(CourseNames.severe(course, line.name()), node))
                .orElse(0.0);
        if (Double.isNaN(anyGrade) || Double.isNaN(grade3)) {
            return Optional.empty();
        }
        if (grade3 > anyGrade) {
            problems.error(
                    severe.map(Node::at).orElse(line.key().at()),
                    "grade 3 or more (" + Figures.of(grade3) + ") is part of any grade (" + Figures.of(anyGrade) + ")");
            return Optional.empty();
        }
        return onset.map(law -> new Toxicity(line.name(), anyGrade, grade3, law, holds));
    }

    private double chance(String parameter, Node node) {
        double value =
                parameters.find(parameter, node.at()).map(Parameter::value).orElse(Double.NaN);
        if (!Double.isNaN(value) && !(value >= 0 && value <= 1)) {
            problems.error(node.at(), parameter + " is a probability between 0 and 1, not " + Figures.of(value));
            return Double.NaN;
        }
        return value;
    }
}
