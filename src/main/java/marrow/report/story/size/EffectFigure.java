package marrow.report.story.size;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import marrow.design.size.Effect;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.size.PowerAnswer;
import marrow.report.size.SizeQuestion;

/** Power against the effect. */
final class EffectFigure {
    private EffectFigure() {}

    private static boolean isNamed(PowerAnswer answer) {
        return answer.question().effect().isEmpty()
                || answer.rows().stream()
                        .anyMatch(row -> !row.name().isEmpty()
                                || Double.isNaN(row.value().value()));
    }

    /** Against the effect, or a dot a truth where no hazards were tilted to it. */
    static Part of(PowerAnswer answer) {
        SizeQuestion question = answer.question();
        boolean named = isNamed(answer);
        Rows rows = Rows.of("effect", "truth", "what", "value", "mcse", "lower", "upper", "analysed", "events");
        for (PowerAnswer.Row row : answer.rows()) {
            Object at = question.effect()
                    .map(effect -> EffectAxis.place(effect, row.value().value()))
                    .orElse(Double.NaN);
            row.trials().ifPresent(trials -> {
                double analysed = trials.analysed();
                rows.row(
                        at,
                        row.name(),
                        "in trials",
                        trials.power().value(),
                        trials.power().mcse(),
                        trials.power().lower(),
                        trials.power().upper(),
                        analysed,
                        trials.events());
            });
        }
        question.textbook().ifPresent(book -> answer.rows().stream()
                .filter(row -> !Double.isNaN(row.formula()))
                .forEach(row -> rows.row(
                        EffectAxis.place(
                                question.effect().orElseThrow(), row.value().value()),
                        row.name(),
                        "formula (" + book.name() + ")",
                        row.formula(),
                        null,
                        null,
                        null,
                        null,
                        null)));
        return new Part.Figure(
                "effects",
                "lines",
                "Power against the effect",
                "Of " + answer.patients()
                        + " patients: in trials of the scenario, with 95 % intervals, and by the formula, where there is one."
                        + (named
                                ? " Every truth has its own effect."
                                : " Lines join the effects that were tried. Upright: the smallest effects found in trials, interpolated on the scale of the"
                                        + " normal law.")
                        + " Level lines: powers of 80 and 90 %, and the level of the test.",
                settings(answer, named),
                rows);
    }

    private static Map<String, Object> settings(PowerAnswer answer, boolean named) {
        Map<String, Object> settings = new TreeMap<>();
        Optional<Effect> effect = answer.question().effect();
        settings.put("series", "what");
        settings.put("scale", "share");
        settings.put("label", "power");
        settings.put("levels", List.of(0.8, 0.9, answer.question().alpha()));
        settings.put("tell", List.of(named ? "effect" : "truth", "analysed", "events"));
        if (named) {
            settings.put("x", "truth");
            settings.put(
                    "ticks",
                    answer.rows().stream()
                            .map(row -> new TreeMap<>(Map.of("at", row.name(), "text", row.name())))
                            .toList());
        } else {
            settings.put("x", "effect");
            settings.put("xLabel", EffectAxis.title(effect.orElseThrow()));
            settings.put(
                    "marked",
                    answer.detects().stream()
                            .filter(one -> one.trials().isPresent())
                            .map(one -> new TreeMap<>(Map.of(
                                    "at",
                                    EffectAxis.place(effect.get(), one.trials().getAsDouble()),
                                    "text",
                                    Readout.percent(one.power()))))
                            .toList());
        }
        return settings;
    }
}
