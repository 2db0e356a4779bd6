package marrow.report.journey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Effect;
import marrow.journey.Factor;
import marrow.report.form.Readout;

/** What there is to say about a clock: its time, its condition, its factors, and the chances of a move it makes. */
public final class ClockText {
    private final ConditionText conditions;

    public ClockText(ConditionText conditions) {
        this.conditions = conditions;
    }

    /** The law of its time, and how it runs. */
    public String time(Clock clock) {
        StringBuilder text = new StringBuilder(LawText.of(clock.law()));
        if (clock.since() != null) {
            text.append(", since ").append(clock.since());
        }
        if (clock.chance() < 1) {
            text.append(", with chance ").append(Readout.percent(clock.chance()));
        }
        if (clock.repeats()) {
            text.append(", again and again");
        }
        return text.toString();
    }

    /** {@code while ...}, leaving out what is said of one track elsewhere; empty where there is nothing to say. */
    String condition(Clock clock, String leftOut) {
        String text = conditions.without(clock.condition(), leftOut);
        return text.isEmpty() ? "" : "while " + text;
    }

    List<String> factors(Clock clock) {
        List<String> lines = new ArrayList<>();
        for (Factor factor : clock.factors()) {
            lines.add("× " + Readout.number(factor.by()) + " when " + conditions.of(factor.when()));
        }
        return lines;
    }

    /** The marks it sets beside its own: always, and by choice. Empty where there are none. */
    String marks(Clock clock) {
        Set<String> chosen = new LinkedHashSet<>();
        clock.cases().forEach(one -> one.outcomes()
                .forEach(outcome -> chosen.addAll(outcome.effect().marks())));
        List<String> parts = new ArrayList<>();
        if (!clock.effect().marks().isEmpty()) {
            parts.add("marks " + String.join(", ", clock.effect().marks()));
        }
        if (!chosen.isEmpty()) {
            parts.add("may mark " + String.join(", ", chosen));
        }
        return String.join(", ", parts);
    }

    /** What is used whenever it rings; empty where that is nothing. */
    String uses(Clock clock) {
        List<String> used = new ArrayList<>();
        for (Effect.Use use : clock.effect().uses()) {
            String scale = use.scaledBy() == null ? "" : " × " + use.scaledBy();
            used.add(use.account() + " " + Readout.number(use.amount()) + scale);
        }
        return used.isEmpty() ? "" : "uses " + String.join(", ", used);
    }

    /** {@code 48 %}, or each case with its chance; empty for a move that is always made. */
    public String chances(Move move) {
        List<String> ways = new ArrayList<>();
        for (Move.Way way : move.ways()) {
            List<String> words = new ArrayList<>();
            if (way.chance() < 1 - 1e-9) {
                words.add(Readout.percent(way.chance()));
            }
            if (!way.when().equals(Condition.ALWAYS)) {
                words.add("when " + conditions.of(way.when()));
            } else if (way.otherwise()) {
                words.add("otherwise");
            }
            ways.add(String.join(" ", words));
        }
        return String.join("; ", ways);
    }
}
