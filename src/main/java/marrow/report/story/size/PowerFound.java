package marrow.report.story.size;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marrow.design.size.Effect;
import marrow.design.size.PowerAt;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.size.EffectText;
import marrow.report.size.PowerAnswer;
import marrow.report.size.SizeQuestion;
import marrow.report.size.SizeText;
import marrow.stats.exact.ExactSingleStage;

/** What a number of patients can find: power against the effect, and the smallest effects that are found. */
final class PowerFound {
    private static final int AROUND = 15;
    private static final double USUAL_POWER = 0.8;

    private PowerFound() {}

    static List<Part> aims(PowerAnswer answer) {
        List<Part.Headline> headlines = new ArrayList<>();
        answer.exact()
                .ifPresent(exact -> headlines.add(new Part.Headline(
                        "Reject with",
                        SizeText.rejectsWith(exact.test(), exact.stage()),
                        "of " + exact.stage().n() + " in the analysis; attained alpha "
                                + Readout.percent(exact.stage().typeOneError()))));
        answer.question().effect().ifPresent(effect -> answer.detects()
                .forEach(one -> detected(one, effect).ifPresent(headlines::add)));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Words("What can " + Readout.counted(answer.patients(), "patient") + " find? "
                + SizeReport.asked(answer.question())));
        if (!headlines.isEmpty()) {
            parts.add(new Part.Headlines(headlines));
        }
        return parts;
    }

    private static Optional<Part.Headline> detected(PowerAnswer.Detected one, Effect effect) {
        String what = "Smallest " + EffectText.name(effect) + " found with a power of " + Readout.percent(one.power());
        OptionalDouble shown = one.trials().isPresent() ? one.trials() : one.formula();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String beside = one.trials().isEmpty()
                ? "by the formula"
                : "in trials, interpolated"
                        + (one.formula().isPresent()
                                ? "; by the formula "
                                        + EffectText.value(effect, one.formula().getAsDouble())
                                : "");
        return Optional.of(new Part.Headline(what, EffectText.value(effect, shown.getAsDouble()), beside));
    }

    static List<Part> performance(PowerAnswer answer) {
        List<Part> parts = new ArrayList<>();
        parts.add(EffectFigure.of(answer));
        parts.add(new Part.Sheet("Power against the effect", table(answer), false));
        teeth(answer).ifPresent(parts::add);
        return parts;
    }

    private static Rows table(PowerAnswer answer) {
        Optional<Effect> effect = answer.question().effect();
        boolean named = answer.rows().stream().anyMatch(row -> !row.name().isEmpty());
        List<String> columns = new ArrayList<>(named ? List.of("truth") : List.of());
        columns.addAll(List.of(
                effect.map(EffectText::name).orElse("effect"),
                answer.question().textbook().map(book -> book.name() + ", %").orElse("formula, %"),
                "in trials, %",
                "analysed",
                "events"));
        Rows rows = Rows.of(columns);
        for (PowerAnswer.Row row : answer.rows()) {
            Stream<String> name = named ? Stream.of(row.name()) : Stream.empty();
            rows.row(Stream.concat(
                            name,
                            Stream.of(
                                    effect.map(of -> EffectText.value(of, row.value()))
                                            .orElse(Readout.NONE),
                                    Double.isNaN(row.formula()) ? Readout.NONE : Readout.fixed(100 * row.formula(), 1),
                                    row.trials().map(SizeText::percent).orElse(Readout.NONE),
                                    mean(row.trials().map(PowerAt::analysed)),
                                    mean(row.trials().map(PowerAt::events))))
                    .toArray());
        }
        return rows;
    }

    private static String mean(Optional<Double> mean) {
        return mean.map(value -> Readout.fixed(value, 1)).orElse(Readout.NONE);
    }

    /** The teeth of an exact test around the number of patients. */
    private static Optional<Part> teeth(PowerAnswer answer) {
        return answer.exact().map(exact -> {
            SizeQuestion question = answer.question();
            int n = exact.stage().n();
            List<ExactSingleStage> tests = IntStream.rangeClosed(Math.max(2, n - AROUND), n + AROUND)
                    .mapToObj(one -> exact.test().with(one, question.alpha()))
                    .toList();
            PowerPoints points = new PowerPoints();
            if (!Double.isNaN(question.value().value())) {
                points.enumerated(exact.test(), tests, question.value().value(), USUAL_POWER);
            }
            points.attained(exact.test(), tests, question.alpha());
            points.mark(n, "asked for");
            return points.figure(
                    "The exact test by the number of patients",
                    "Enumerated, if every answer is known: its power at the effect of the truth, and the level it attains. Both are sawteeth, for the critical"
                            + " number steps up. Upright: the number asked for. Level lines: 80 % power and the level of the test.",
                    "patients in the analysis");
        });
    }
}
