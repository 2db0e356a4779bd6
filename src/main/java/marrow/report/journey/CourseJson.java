package marrow.report.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.journey.Course;

/** A course for programs. */
final class CourseJson {
    private CourseJson() {}

    static Map<String, Object> tree(Course course, ClockText clocks) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("course", course.name());
        json.put("drug", course.drug());
        json.put("starts", clocks.time(course.start()));
        json.put("while", course.start().condition().toString());
        json.put("needs", course.needs().toString());
        json.put("per", course.scaledBy());
        json.put("doses", doses(course));
        json.put("with", course.companions().stream().map(CourseJson::companion).toList());
        json.put("length", course.length() == null ? null : LawText.span(course.length()));
        json.put("hold", course.hold() == null ? null : LawText.span(course.hold()));
        json.put("vial", course.vialUg());
        json.put("toxicity", course.toxicities().stream().map(CourseJson::line).toList());
        return json;
    }

    private static List<Object> doses(Course course) {
        List<Object> doses = new ArrayList<>();
        int lastDay = 0;
        for (Course.Dose dose : course.doses()) {
            doses.add(dose(dose.fromDay(), dose.toDay(), dose.ug(), null));
            lastDay = dose.toDay();
        }
        Course.Extension extension = course.extension();
        if (extension != null) {
            doses.add(dose(
                    lastDay + 1,
                    extension.toDay(),
                    extension.ug(),
                    extension.when().toString()));
        }
        return doses;
    }

    private static Map<String, Object> dose(int from, int to, double ug, String when) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from_day", from);
        json.put("to_day", to);
        json.put("ug", ug);
        json.put("when", when);
        return json;
    }

    private static Map<String, Object> companion(Course.Companion companion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", companion.account());
        json.put("amount", companion.amount());
        json.put("day", companion.day());
        return json;
    }

    private static Map<String, Object> line(Course.Toxicity toxicity) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", toxicity.name());
        json.put("any", toxicity.any());
        json.put("grade_3", toxicity.grade3());
        json.put("holds", toxicity.holds());
        return json;
    }
}
