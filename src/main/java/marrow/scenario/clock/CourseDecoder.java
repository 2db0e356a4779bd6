package marrow.scenario.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.dist.Distribution;
import marrow.journey.Case;
import marrow.journey.Condition;
import marrow.journey.Course;
import marrow.journey.Effect;
import marrow.scenario.law.DistributionDecoder;
import marrow.scenario.patient.ConditionDecoder;
import marrow.scenario.patient.CourseNames;
import marrow.scenario.patient.EffectDecoder;
import marrow.scenario.patient.UseDecoder;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Kind;
import marrow.scenario.value.Parameters;
import marrow.scenario.value.Values;

/** Reads one course of a drug. */
public final class CourseDecoder {
    public static final List<String> ENDS = List.of("then", "mark", "uses", "choose");
    public static final List<String> WITH = List.of("amount", "days");
    public static final List<String> PRICES = List.of("vial", "hospital-day");

    private final ClockDecoder clocks;
    private final ConditionDecoder conditions;
    private final EffectDecoder effects;
    private final ChoiceDecoder choices;
    private final DistributionDecoder distributions;
    private final DoseDecoder doses;
    private final ToxicityDecoder toxicities;
    private final UseDecoder uses;
    private final Values values;
    private final Problems problems;

    public CourseDecoder(
            ClockDecoder clocks,
            ConditionDecoder conditions,
            EffectDecoder effects,
            ChoiceDecoder choices,
            UseDecoder uses,
            Parameters parameters,
            Values values,
            Problems problems) {
        this.clocks = clocks;
        this.conditions = conditions;
        this.effects = effects;
        this.choices = choices;
        this.distributions = new DistributionDecoder(values, problems);
        this.doses = new DoseDecoder(conditions, values, problems);
        this.toxicities = new ToxicityDecoder(distributions, parameters, problems);
        this.uses = uses;
        this.values = values;
        this.problems = problems;
    }

    public Optional<CourseDraft> decode(Entry course) {
        Position at = course.key().at();
        Optional<Fields> read = Fields.of(course.value(), at, "a course", CourseNames.KEYS, problems);
        if (read.isEmpty()) {
            effects.refused();
            return Optional.empty();
        }
        Fields fields = read.get();
        int before = problems.errors();
        Optional<String> drug = fields.required("drug").flatMap(fields::text);
        Optional<Node> starts = fields.required("starts");
        Optional<ClockDraft> start = starts.flatMap(node -> clocks.decode(course.key(), node));
        Condition needs = conditions.optional(fields.optional("needs")).orElse(Condition.ALWAYS);
        start.ifPresent(clock -> conditions.both(
                clock.condition(), needs, fields.optional("needs").map(Node::at).orElse(at), "it starts while"));
        String scaledBy = fields.optional("per").flatMap(uses::number).orElse(null);
        List<Course.Dose> given = fields.optional("doses").map(doses::doses).orElse(List.of());
        Optional<Distribution> length = fields.optional("length").flatMap(this::length);
        boolean doseless = fields.optional("doses")
                .map(node -> node instanceof Node.Sequence list && list.items().isEmpty())
                .orElse(true);
        if (doseless && !fields.has("length")) {
            problems.error(at, "a course needs 'doses' or 'length'");
        }
        Optional<Course.Extension> extension =
                fields.optional("extend").flatMap(node -> doses.extension(node, given, needs));
        refuseExtensionOfLength(fields);
        Optional<Distribution> hold = fields.optional("hold").flatMap(distributions::waiting);
        List<Course.Toxicity> lines = fields.optional("toxicity")
                .flatMap(node -> toxicity(node, at))
                .map(table -> toxicities.decode(course, table, fields.has("hold")))
                .orElse(List.of());
        double days = problems.errors() > before
                ? Double.POSITIVE_INFINITY // what was refused may have been longer
                : days(given, length, extension);
        List<Course.Companion> companions =
                fields.optional("with").map(node -> companions(node, days)).orElse(List.of());
        double vial = fields.optional("vial").map(this::content).orElse(0.0);
        double hospital = fields.optional("hospital").map(this::stay).orElse(0.0);
        Course.Prices prices = fields.optional("prices").flatMap(this::prices).orElse(Course.Prices.NONE);
        Optional<Fields> ends =
                fields.optional("ends").flatMap(node -> Fields.of(node, "the end of a course", ENDS, problems));
        Effect end = ends.map(effects::decode).orElse(Effect.NOTHING);
        List<Case> endCases = ends.flatMap(one -> one.optional("choose"))
                .map(node -> choices.decode(node, needs))
                .orElse(List.of());
        if (problems.errors() > before || start.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CourseDraft(
                start.get(),
                drug.orElse(""),
                needs,
                scaledBy,
                given,
                length.orElse(null),
                extension.orElse(null),
                lines,
                companions,
                hold.orElse(null),
                vial,
                hospital,
                prices,
                end,
                endCases));
    }

    private Optional<Distribution> length(Node node) {
        Optional<Distribution> length = distributions.waiting(node);
        if (length.isPresent() && !(length.get().upper() > 0)) {
            problems.error(node.at(), "a course lasts longer than 0 d");
        }
        return length;
    }

    private Optional<Fields> toxicity(Node node, Position at) {
        Optional<Fields> table = Fields.of(node, at, "a toxicity table", CourseNames.TOXICITY, problems);
        if (table.isEmpty()) {
            effects.refused(); // its lines would have set marks
        }
        return table;
    }

    /** How many days of infusion the course has at the most. */
    private static double days(
            List<Course.Dose> doses, Optional<Distribution> length, Optional<Course.Extension> extension) {
        int lastDose = doses.isEmpty() ? 0 : doses.get(doses.size() - 1).toDay();
        double lastDay = extension.map(Course.Extension::toDay).orElse(lastDose);
        return length.map(Distribution::upper).orElse(lastDay);
    }

    /** What is given beside the drug: {@code {dexamethasone-mg: {amount: 20, days: [1, 3]}}}. */
    private List<Course.Companion> companions(Node node, double courseDays) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(),
                    "what is given with the drug is a mapping such as {dexamethasone-mg: {amount: 20, days: [1, 3]}}, and this is "
                            + node.named());
            return List.of();
        }
        List<Course.Companion> companions = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            if (CourseNames.ACCOUNTS.contains(entry.name())) {
                problems.error(
                        entry.key().at(),
                        "'" + entry.name() + "' is what the drug itself is counted under: another name is needed here");
            }
            Fields.of(entry.value(), "what is given with the drug", WITH, problems)
                    .ifPresent(fields -> {
                        double amount = fields.required("amount")
                                .map(value -> values.atLeastZero(value, Kind.NUMBER))
                                .orElse(Double.NaN);
                        fields.required("days")
                                .filter(days -> !Double.isNaN(amount))
                                .map(Fields::items)
                                .orElse(List.of())
                                .forEach(day -> companionDay(day, courseDays)
                                        .ifPresent(number ->
                                                companions.add(new Course.Companion(entry.name(), amount, number))));
                    });
        }
        return companions;
    }

    /** A day that the course comes to: day 1 begins with 0 days of infusion behind it. */
    private Optional<Integer> companionDay(Node node, double courseDays) {
        Optional<Integer> day = doses.day(node);
        if (day.isPresent() && !(day.get() - 1 < courseDays)) {
            problems.error(
                    node.at(),
                    "the course has " + Figures.of(courseDays) + (courseDays == 1 ? " day" : " days")
                            + " at the most: nothing is given on day " + day.get());
            return Optional.empty();
        }
        return day;
    }

    private void refuseExtensionOfLength(Fields fields) {
        if (fields.has("extend") && (fields.has("length") || !fields.has("doses"))) {
            problems.error(
                    fields.entry("extend").orElseThrow().key().at(),
                    "'extend' follows the last dose, and goes without 'length'");
        }
    }

    private double content(Node node) {
        double ug = values.number(node);
        if (ug <= 0) {
            problems.error(node.at(), "a vial holds more than 0 ug, not " + Figures.of(ug));
        }
        return ug;
    }

    /** Days in hospital from the start, at the most. */
    private double stay(Node node) {
        return node instanceof Scalar scalar && scalar.text().equals("all")
                ? Double.POSITIVE_INFINITY
                : values.daysFromZero(node);
    }

    private Optional<Course.Prices> prices(Node node) {
        return Fields.of(node, "prices", PRICES, problems)
                .map(fields -> new Course.Prices(price(fields, "vial"), price(fields, "hospital-day")));
    }

    private double price(Fields fields, String key) {
        return fields.optional(key)
                .map(node -> values.atLeastZero(node, Kind.NUMBER))
                .orElse(0.0);
    }
}
