package marrow.scenario.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marrow.journey.Condition;
import marrow.journey.Course.Dose;
import marrow.journey.Course.Extension;
import marrow.scenario.patient.ConditionDecoder;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Kind;
import marrow.scenario.value.Values;

/** Reads doses by day of the course: {@code {days: 1-2, ug: 5}}, without gaps, and the extension after them. */
public final class DoseDecoder {
    private static final Pattern DAYS = Pattern.compile("([0-9]{1,4})(?: *[-\u2013] *([0-9]{1,4}))?");

    private static final int MOST_STEPS = 60;

    public static final List<String> DOSE = List.of("days", "ug");
    public static final List<String> EXTENSION = List.of("when", "days", "ug");

    private final ConditionDecoder conditions;
    private final Values values;
    private final Problems problems;

    DoseDecoder(ConditionDecoder conditions, Values values, Problems problems) {
        this.conditions = conditions;
        this.values = values;
        this.problems = problems;
    }

    /** One day of a course, 1 or later. */
    Optional<Integer> day(Node node) {
        if (node instanceof Scalar scalar && scalar.text().matches("[1-9][0-9]{0,3}")) {
            return Optional.of(Integer.valueOf(scalar.text()));
        }
        problems.error(node.at(), "a day of the course is a whole number from 1 on, and this is " + node.named());
        return Optional.empty();
    }

    List<Dose> doses(Node node) {
        if (!(node instanceof Sequence list)) {
            problems.error(node.at(), "doses are a list such as [{days: 1-2, ug: 5}], and this is " + node.named());
            return List.of();
        }
        if (list.items().size() > MOST_STEPS) {
            problems.error(
                    node.at(),
                    "a course has at most " + MOST_STEPS + " steps of dose, not "
                            + list.items().size());
            return List.of();
        }
        List<Dose> doses = new ArrayList<>();
        for (Node item : list.items()) {
            int firstDay = doses.isEmpty() ? 1 : doses.get(doses.size() - 1).toDay() + 1;
            Optional<Dose> dose = Fields.of(item, "a dose", DOSE, problems).flatMap(fields -> dose(fields, firstDay));
            if (dose.isEmpty()) {
                return List.of();
            }
            doses.add(dose.get());
        }
        return doses;
    }

    /** The extension that follows these doses. */
    Optional<Extension> extension(Node node, List<Dose> doses, Condition needs) {
        Optional<Fields> fields = Fields.of(node, "an extension", EXTENSION, problems);
        Optional<Node> when = fields.flatMap(one -> one.required("when"));
        Optional<Condition> condition = when.flatMap(conditions::decode).filter(one -> conditions
                .both(needs, one, when.get().at(), "the course needs that")
                .isPresent());
        if (doses.isEmpty()) {
            return Optional.empty();
        }
        int firstDay = doses.get(doses.size() - 1).toDay() + 1;
        Optional<Dose> dose = fields.flatMap(one -> dose(one, firstDay));
        return condition.flatMap(one -> dose.map(more -> new Extension(one, more.toDay(), more.ug())));
    }

    private Optional<Dose> dose(Fields fields, int firstDay) {
        Optional<int[]> days = fields.required("days").flatMap(this::days);
        double ug = fields.required("ug")
                .map(node -> values.atLeastZero(node, Kind.NUMBER))
                .orElse(Double.NaN);
        if (days.isEmpty() || Double.isNaN(ug)) {
            return Optional.empty();
        }
        Position at = fields.optional("days").map(Node::at).orElse(fields.at());
        if (days.get()[0] != firstDay) {
            problems.error(at, "doses follow each other without gaps: these days begin on day " + firstDay);
            return Optional.empty();
        }
        return problems.attempt(at, () -> new Dose(firstDay, days.get()[1], ug));
    }

    private Optional<int[]> days(Node node) {
        Matcher days =
                DAYS.matcher(node instanceof Scalar scalar ? scalar.text().strip() : "");
        if (!days.matches()) {
            problems.error(
                    node.at(), "days of the course are needed here, such as 1-2 or 5, and this is " + node.named());
            return Optional.empty();
        }
        int first = Integer.parseInt(days.group(1));
        int last = days.group(2) == null ? first : Integer.parseInt(days.group(2));
        if (first > last) {
            problems.error(node.at(), "these days run backwards");
            return Optional.empty();
        }
        return Optional.of(new int[] {first, last});
    }
}
