package marrow.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import marrow.journey.Course;
import marrow.journey.life.Trace;

/**
 * A stretch of days in which a patient is given one dose of a course, as far as the data know it. A hold ends a stretch, and what
 * follows is another. What accompanies the drug on one day is a stretch without length.
 *
 * @param course  as the scenario names it
 * @param what    the drug, or the account of what accompanies it
 * @param unit    of the amount; null where an account does not say
 * @param dose    the state of the dose track: named by the first day of the dose
 * @param from    day of patient time
 * @param to      day of patient time
 * @param amount  given in these days; NaN where the course counts none
 */
record ExposureSpell(String course, String what, String unit, String dose, double from, double to, double amount) {
    private static final String DRUG_UNIT = "ug";

    /** What a patient was given by courses until the end of being seen, by day. */
    static List<ExposureSpell> of(List<Course> courses, Subject subject) {
        List<ExposureSpell> spells = new ArrayList<>();
        for (Course course : courses) {
            if (subject.life().start().containsKey(course.name())) {
                drug(course, subject, spells);
                companions(course, subject, spells);
            }
        }
        spells.sort(Comparator.comparingDouble(ExposureSpell::from));
        return spells;
    }

    private static void drug(Course course, Subject subject, List<ExposureSpell> spells) {
        String account = course.name() + "/ug";
        String dose = null;
        double from = 0;
        double before = 0;
        for (Trace.Event event : subject.life().events()) {
            String now = given(course, event);
            if (now != null && now.equals(dose)) {
                continue;
            }
            double used = event.ledger().getOrDefault(account, Double.NaN);
            if (dose != null && from <= subject.seenTo()) {
                spells.add(seen(course, dose, from, event.day(), used - before, subject.seenTo()));
            }
            dose = now;
            from = event.day();
            before = used;
        }
        if (dose != null && from <= subject.seenTo()) {
            double used = subject.life().ledger().getOrDefault(account, Double.NaN);
            spells.add(seen(course, dose, from, subject.life().horizon(), used - before, subject.seenTo()));
        }
    }

    /** The dose that runs after an event; null where none does. */
    private static String given(Course course, Trace.Event event) {
        String dose = event.state().get(course.name() + "/dose");
        boolean runs = "running".equals(event.state().get(course.name()));
        return runs && !"none".equals(dose) && !"over".equals(dose) ? dose : null;
    }

    /** A dose is given evenly, so that of a stretch cut short the same share was given. */
    private static ExposureSpell seen(
            Course course, String dose, double from, double to, double amount, double seenTo) {
        double end = Math.min(to, seenTo);
        double share = to > from ? (end - from) / (to - from) : 1;
        return new ExposureSpell(course.name(), course.drug(), DRUG_UNIT, dose, from, end, amount * share);
    }

    private static void companions(Course course, Subject subject, List<ExposureSpell> spells) {
        for (Course.Companion companion : course.companions()) {
            String clock = course.name() + "/" + companion.account() + "-d" + companion.day();
            String unit = companion.account().endsWith("-mg") ? "mg" : null;
            subject.seen()
                    .filter(event -> event.clock().equals(clock))
                    .forEach(event -> spells.add(new ExposureSpell(
                            course.name(),
                            companion.account(),
                            unit,
                            "d" + companion.day(),
                            event.day(),
                            event.day(),
                            companion.amount())));
        }
    }
}
