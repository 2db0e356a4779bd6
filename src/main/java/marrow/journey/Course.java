package marrow.journey;

import java.util.List;
import marrow.dist.Distribution;

/**
 * A drug schedule as a clinician writes it. {@link CourseExpansion} turns it into tracks, clocks and accruals.
 *
 * @param start what begins the course; its own ring marks the first day. Its effect is applied as well.
 * @param needs must hold for the course to go on; when it fails the course stops at once
 * @param scaledBy the fact that doses are multiplied by (body surface, m2), or null for flat doses
 * @param doses by day of the course, day 1 first, without gaps; time held does not count
 * @param length days of infusion after which the course ends, drawn for each course, or null for the last dose's day
 * @param extension what follows the last dose, or null
 * @param companions what is given on days of the course beside the drug
 * @param hold days that a hold lasts, or null where nothing holds the course
 * @param vialUg content of a vial in ug; 0 where vials are not counted
 * @param hospitalDays days from the start that are spent in hospital at the most; infinity for all of the course
 * @param end what completing the course does, in addition to its own bookkeeping
 * @param endCases choices made on completing
 */
public record Course(
        String name,
        String drug,
        Clock start,
        Condition needs,
        String scaledBy,
        List<Dose> doses,
        Distribution length,
        Extension extension,
        List<Toxicity> toxicities,
        List<Companion> companions,
        Distribution hold,
        double vialUg,
        double hospitalDays,
        Prices prices,
        Effect end,
        List<Case> endCases) {

    public Course {
        doses = List.copyOf(doses);
        toxicities = List.copyOf(toxicities);
        companions = List.copyOf(companions);
        endCases = List.copyOf(endCases);
        int next = 1;
        for (Dose dose : doses) {
            if (dose.fromDay() != next) {
                throw new IllegalArgumentException(name + ": doses follow each other without gaps; day " + next
                        + " expected, not " + dose.fromDay());
            }
            next = dose.toDay() + 1;
        }
        if (extension != null && extension.toDay() < next) {
            throw new IllegalArgumentException(
                    name + ": an extension ends after the last dose, not on day " + extension.toDay());
        }
        for (Toxicity toxicity : toxicities) {
            if (toxicity.holds() && hold == null) {
                throw new IllegalArgumentException(
                        name + ": " + toxicity.name() + " holds the course, but 'hold' gives no time");
            }
        }
    }

    /** Days {@code fromDay} to {@code toDay} of the course, both included, at {@code ug} a day (per m2 where scaled). */
    public record Dose(int fromDay, int toDay, double ug) {
        public Dose {
            if (!(fromDay >= 1 && toDay >= fromDay && ug >= 0)) {
                throw new IllegalArgumentException(
                        "days " + fromDay + " to " + toDay + " at " + ug + " ug make no dose");
            }
        }
    }

    /** Goes on at {@code ug} a day to {@code toDay} where {@code when} holds at the end of the last dose. */
    public record Extension(Condition when, int toDay, double ug) {}

    /**
     * One line of a toxicity table: the chance of any grade in a course, the chance of grade 3 or more (part of it),
     * the law of the day of onset counted from the start, and whether grade 3 or more holds the course.
     */
    public record Toxicity(String name, double any, double grade3, Distribution onset, boolean holds) {
        public Toxicity {
            if (!(any >= 0 && any <= 1) || !(grade3 >= 0 && grade3 <= any)) {
                throw new IllegalArgumentException(name + ": grade 3 or more (" + grade3 + ") is part of any grade ("
                        + any + "), both between 0 and 1");
            }
        }
    }

    /** So much of something (dexamethasone, in mg) at the start of this day of the course. */
    public record Companion(String account, double amount, int day) {
        public Companion {
            if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY) || day < 1) {
                throw new IllegalArgumentException(account + ": " + amount + " on day " + day + " is not to be given");
            }
        }
    }

    /** Money for one vial and one day in hospital. */
    public record Prices(double vial, double hospitalDay) {
        public static final Prices NONE = new Prices(0, 0);
    }
}
