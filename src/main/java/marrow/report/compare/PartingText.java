package marrow.report.compare;

import java.util.List;
import java.util.Optional;
import marrow.compare.Comparison;
import marrow.compare.Parting;
import marrow.compare.Parting.NotMadeAgain;
import marrow.compare.Parting.OfLives;
import marrow.compare.Parting.OfNumbers;
import marrow.compare.Parting.OfPatients;
import marrow.compare.Place;
import marrow.journey.life.Trace;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;

/** Where two runs part, for people. */
final class PartingText {
    private static final int TOLD = 5;
    private static final String INDENT = "  ";

    private PartingText() {}

    static String of(Parting parting, Comparison comparison) {
        String where = parting.firstTrial() == parting.lastTrial()
                ? "trial " + parting.firstTrial()
                : "among trials " + parting.firstTrial() + " to " + parting.lastTrial();
        String head = "\nFirst trial that differs: truth " + parting.truth() + ", " + where + "\n";
        Parting.How how = parting.how();
        if (how instanceof OfLives lives) {
            return head + lives(parting, lives, comparison);
        }
        if (how instanceof OfPatients patients) {
            return head
                    + Paragraph.of(
                            "Patient " + patients.patient() + ", " + patients.what() + ": " + patients.before()
                                    + " in A, " + patients.after() + " in B.",
                            INDENT);
        }
        if (how instanceof OfNumbers numbers) {
            return head
                    + Paragraph.of(
                            "All its patients come and live alike. What is made of them is not: "
                                    + places(numbers.numbers()) + ".",
                            INDENT);
        }
        return head + notMadeAgain((NotMadeAgain) how, comparison);
    }

    private static String lives(Parting parting, OfLives lives, Comparison comparison) {
        String said = "Patient " + lives.patient() + ", arm " + lives.arm() + ": the lives part at " + lives.clock()
                + ", day " + Readout.days(lives.day()) + ", after " + Readout.counted(lives.alike(), "event")
                + " alike.";
        Table table = new Table(INDENT + INDENT, "lrll");
        row(table, "A", lives.before());
        row(table, "B", lives.after());
        return Paragraph.of(said, INDENT) + table + trace(parting, lives, comparison);
    }

    /** Where `trace` shows the same lives, that is, unless a truth has changed them. */
    private static String trace(Parting parting, OfLives lives, Comparison comparison) {
        String life = " --replicate " + parting.firstTrial() + " --patient " + lives.patient() + "\n";
        return lives.asWritten()
                ? INDENT + "marrow trace " + comparison.before().scenario() + life + INDENT + "marrow trace "
                        + comparison.after().scenario() + life
                : "";
    }

    private static void row(Table table, String run, Optional<Trace.Event> event) {
        if (event.isEmpty()) {
            table.row(run, "", "nothing more", "");
            return;
        }
        List<String> changes = event.get().moves().stream()
                .map(change -> change.track() + ": " + change.from() + " → " + change.to())
                .toList();
        table.row(run, "day " + Readout.fixed(event.get().day(), 4), event.get().clock(), String.join(", ", changes));
    }

    private static String notMadeAgain(NotMadeAgain how, Comparison comparison) {
        String page = Paragraph.of(
                "Which one cannot be found out: from its scenario this version of Marrow makes other trials than are kept in "
                        + String.join(" and ", how.runs()) + ". Its lives were made by another version."
                        + (how.numbers().isEmpty()
                                ? ""
                                : " What differs in these trials: " + places(how.numbers()) + "."),
                INDENT);
        return page
                + how.now()
                        .map(parting -> Paragraph.of(
                                        "As this version makes them from both scenarios, they part as follows.", INDENT)
                                + of(parting, comparison))
                        .orElse(Paragraph.of("From both scenarios this version makes the same.", INDENT));
    }

    private static String places(List<Place> places) {
        String told = String.join(
                ", ", places.stream().limit(TOLD).map(Place::written).toList());
        return places.size() > TOLD ? told + " and " + (places.size() - TOLD) + " more" : told;
    }
}
