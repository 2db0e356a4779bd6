package marrow.report.journey;

import java.util.List;
import java.util.stream.Collectors;
import marrow.journey.Course;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;

/** A course as its protocol states it: when it begins, doses by day, what holds it, toxicity. */
final class CourseText {
    private static final String INDENT = "  ";
    private static final String HANGING = "      ";

    private final ConditionText conditions;
    private final ClockText clocks;

    CourseText(ConditionText conditions, ClockText clocks) {
        this.conditions = conditions;
        this.clocks = clocks;
    }

    String of(Course course) {
        StringBuilder text = new StringBuilder();
        if (course.drug() != null && !course.drug().equals("none")) {
            text.append(line(course.drug()));
        }
        String start = clocks.condition(course.start(), null);
        text.append(line("starts " + clocks.time(course.start()) + (start.isEmpty() ? "" : ", " + start)));
        if (!course.needs().allowed().isEmpty()) {
            text.append(line("goes on while " + conditions.of(course.needs())));
        }
        text.append(doses(course));
        for (Course.Companion companion : course.companions()) {
            String amount = Readout.number(companion.amount());
            text.append(line("with " + companion.account() + " " + amount + " on day " + companion.day()));
        }
        if (course.length() != null) {
            text.append(line("lasts " + LawText.span(course.length())));
        }
        List<String> holding = course.toxicities().stream()
                .filter(Course.Toxicity::holds)
                .map(Course.Toxicity::name)
                .toList();
        if (!holding.isEmpty()) {
            text.append(line(
                    String.join(", ", holding) + " of grade 3 or more hold it, resumed " + LawText.of(course.hold())));
        }
        if (course.vialUg() > 0) {
            text.append(line("vials of " + Readout.number(course.vialUg()) + " ug, counted by the day"));
        }
        if (course.hospitalDays() > 0) {
            boolean all = course.hospitalDays() == Double.POSITIVE_INFINITY;
            text.append(line(
                    "in hospital for " + (all ? "all of it" : "the first " + Readout.time(course.hospitalDays()))));
        }
        if (!course.toxicities().isEmpty()) {
            text.append(line("toxicity, any grade (3 or more): "
                    + course.toxicities().stream()
                            .map(one -> one.name() + " " + Readout.percent(one.any()) + " ("
                                    + Readout.percent(one.grade3()) + ")")
                            .collect(Collectors.joining(", "))));
        }
        return text.toString();
    }

    private String doses(Course course) {
        Table table = new Table(INDENT + INDENT, "lrl");
        String scale = course.scaledBy() == null ? "" : " per " + course.scaledBy();
        int lastDay = 0;
        for (Course.Dose dose : course.doses()) {
            table.row(days(dose.fromDay(), dose.toDay()), Readout.number(dose.ug()), "ug a day" + scale);
            lastDay = dose.toDay();
        }
        Course.Extension extension = course.extension();
        if (extension != null) {
            table.row(
                    days(lastDay + 1, extension.toDay()),
                    Readout.number(extension.ug()),
                    "ug a day" + scale + ", when " + conditions.of(extension.when()));
        }
        return table.toString();
    }

    private static String days(int from, int to) {
        return from == to ? "day " + from : "days " + from + "-" + to;
    }

    private static String line(String text) {
        return Paragraph.of(text, INDENT, HANGING);
    }
}
