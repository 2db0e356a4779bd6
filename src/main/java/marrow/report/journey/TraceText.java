package marrow.report.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import marrow.journey.Course;
import marrow.journey.life.Trace;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.scenario.Scenario;
import marrow.scenario.patient.FactOrigin;
import marrow.scenario.value.Dimension;

/** A life for people: what was known at entry, then an event a paragraph, then how it ended. */
public final class TraceText {
    /** Of a life that is caught in rings without end, the events told from its beginning and from its end. */
    private static final int TOLD = 20;

    private static final int DAY = 8;
    private static final String INDENT = "  ";
    private static final String BELOW = " ".repeat(DAY + 4);

    private final Trace trace;
    private final Scenario scenario;
    private final StringBuilder page = new StringBuilder();
    private List<String> toldUse = List.of();

    private TraceText(Trace trace, Scenario scenario) {
        this.trace = trace;
        this.scenario = scenario;
    }

    /** @param arm that is lived in, where there are several */
    public static String of(Trace trace, Scenario scenario, Optional<String> arm) {
        TraceText text = new TraceText(trace, scenario);
        text.entry(arm);
        text.events();
        text.end();
        return text.page.toString();
    }

    private void entry(Optional<String> arm) {
        page.append("Patient ").append(trace.patient()).append(" of replicate ").append(trace.replicate());
        page.append(", seed ")
                .append(trace.seed())
                .append(": ")
                .append(scenario.name())
                .append("\n\nAt entry")
                .append(arm.map(name -> ", arm " + name).orElse(""))
                .append('\n');
        list(told(trace.facts(), this::number));
        list(told(ownTracks(trace.start()), (track, state) -> state));
        list(told(trace.entryMarks(), (mark, day) -> "on day " + Readout.days(day)));
    }

    private void list(List<String> things) {
        if (!things.isEmpty()) {
            page.append(Paragraph.of(String.join(", ", things), INDENT, INDENT + INDENT));
        }
    }

    private void events() {
        List<Trace.Event> events = trace.events();
        String heading = "random address: clock, draw";
        page.append("\n     Day  Event").append(" ".repeat(Paragraph.WIDTH - 15 - heading.length()));
        page.append(heading).append('\n');
        boolean all = trace.stopped() == null || events.size() <= 2 * TOLD;
        for (int i = 0; i < events.size(); i++) {
            if (all || i < TOLD || i >= events.size() - TOLD) {
                event(events.get(i));
            } else if (i == TOLD) {
                page.append(BELOW).append("... ").append(Readout.counted(events.size() - 2 * TOLD, "event"));
                page.append(" more; --format json tells all\n");
            }
        }
    }

    private void event(Trace.Event event) {
        String address = event.keyInHex() + ", " + event.occurrence();
        String day = Readout.days(event.day());
        StringBuilder line =
                new StringBuilder(" ".repeat(Math.max(0, DAY - day.length())) + day + "  " + event.clock());
        int gap = Paragraph.WIDTH - Paragraph.columns(line) - address.length();
        line.append(gap < 2 ? "\n" + " ".repeat(Paragraph.WIDTH - address.length()) : " ".repeat(gap))
                .append(address);
        page.append(line).append('\n');
        List<String> changes = new ArrayList<>();
        event.moves().forEach(change -> changes.add(change.track() + ": " + change.from() + " → " + change.to()));
        below(String.join(", ", changes));
        if (!event.marks().isEmpty()) {
            below("marks " + String.join(", ", event.marks()));
        }
        List<String> use = use(event.ledger());
        if (!use.equals(toldUse)) {
            below("used " + String.join(", ", use));
            toldUse = use;
        }
    }

    private void below(String text) {
        if (!text.isEmpty()) {
            page.append(Paragraph.of(text, BELOW, BELOW + INDENT));
        }
    }

    private void end() {
        if (trace.stopped() != null) {
            page.append("\nStopped: ").append(Paragraph.of(trace.stopped(), "", INDENT));
            return;
        }
        page.append("\nOn day ").append(Readout.days(trace.horizon())).append('\n');
        list(told(ownTracks(trace.end()), (track, state) -> state));
        List<String> use = use(trace.ledger());
        list(use.isEmpty() ? List.of("nothing used") : use);
    }

    /** The accounts of all courses together; those of single courses are told by `--format json`. */
    private static List<String> use(Map<String, Double> ledger) {
        List<String> use = new ArrayList<>();
        ledger.forEach((account, amount) -> {
            if (amount > 0 && account.indexOf('/') < 0) {
                use.add(account + " " + Readout.fixed(amount, 1));
            }
        });
        return use;
    }

    /** The tracks that the journey names: those that a course is written out as tell nothing before and after it. */
    private Map<String, String> ownTracks(Map<String, String> states) {
        Map<String, String> own = new LinkedHashMap<>(states);
        for (Course course : scenario.courses()) {
            own.keySet().removeIf(track -> track.equals(course.name()) || track.startsWith(course.name() + "/"));
        }
        return own;
    }

    private String number(String fact, double value) {
        FactOrigin origin = scenario.facts().get(fact);
        return origin != null && origin.dimension() == Dimension.TIME ? Readout.time(value) : Readout.number(value);
    }

    private static <T> List<String> told(Map<String, T> things, BiFunction<String, T, String> saying) {
        List<String> told = new ArrayList<>();
        things.forEach((name, value) -> told.add(name + " " + saying.apply(name, value)));
        return told;
    }
}
