package marrow.report.story.size;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import marrow.design.size.Coming;
import marrow.design.size.PowerAt;
import marrow.design.size.SizeSearch;
import marrow.montecarlo.Estimate;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.size.SizeAnswer;
import marrow.report.size.SizeQuestion;
import marrow.report.size.SizeText;
import marrow.report.story.Sentences;
import marrow.stats.exact.ExactSingleStage;

/** How many patients a power takes: the answer, and the power around it. */
final class PatientsFound {
    private static final int AROUND = 15;
    private static final double MONTH = 365.25 / 12; // days

    private PatientsFound() {}

    static List<Part> aims(SizeAnswer answer) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Words("How many patients does a power of " + Readout.percent(answer.power()) + " take? "
                + SizeReport.asked(answer.question())));
        parts.add(new Part.Headlines(headlines(answer)));
        PowerAt first = atFirst(answer);
        Estimate power = first.power();
        String side = power.upper() < answer.power()
                ? "below the power asked for"
                : power.lower() > answer.power()
                        ? "above the power asked for"
                        : "which the trials cannot tell from the power asked for";
        parts.add(new Part.Words("In the trials of the scenario " + first.patients() + " patients have a power of "
                + Readout.percent(power.value()) + " (95 % interval " + Sentences.interval(power) + "), " + side
                + "."));
        return parts;
    }

    private static PowerAt atFirst(SizeAnswer answer) {
        int first = answer.patients();
        return answer.exact()
                .map(exact -> IntStream.range(0, exact.teeth().size())
                        .filter(i -> exact.teeth().get(i).n() == first)
                        .mapToObj(exact.trials()::get)
                        .findFirst()
                        .orElseThrow())
                .orElseGet(() -> answer.search().orElseThrow().window().stream()
                        .filter(at -> at.patients() == first)
                        .findFirst()
                        .orElseThrow());
    }

    private static List<Part.Headline> headlines(SizeAnswer answer) {
        List<Part.Headline> headlines = new ArrayList<>();
        answer.exact().ifPresent(exact -> {
            headlines.add(new Part.Headline(
                    "Patients, the fewest",
                    Integer.toString(exact.first().n()),
                    "enumerated at " + SizeText.enumeratedAt(answer.question()) + ", all answers known"));
            headlines.add(new Part.Headline(
                    "Patients from whom on it holds for good",
                    Integer.toString(exact.forGood().n()),
                    "enumerated"));
        });
        answer.search()
                .ifPresent(search -> headlines.add(new Part.Headline(
                        "Patients",
                        Integer.toString(search.first()),
                        SizeText.range(search)
                                .map(sizes -> "any of " + sizes + ", as far as the trials tell")
                                .orElse("by simulation"))));
        answer.textbook()
                .ifPresent(n -> headlines.add(new Part.Headline(
                        "Patients by the formula",
                        Integer.toString(n),
                        answer.question().textbook().orElseThrow().name())));
        headlines.add(new Part.Headline(
                "Months of accrual",
                Readout.fixed(answer.question().accrual().days().value() / MONTH, 1),
                "expected for " + answer.question().accrual().patients() + " patients"));
        return headlines;
    }

    static List<Part> performance(SizeAnswer answer) {
        return answer.exact()
                .map(exact -> enumerated(answer, exact))
                .orElseGet(() -> simulated(answer, answer.search().orElseThrow()));
    }

    private static List<Part> enumerated(SizeAnswer answer, SizeAnswer.Exact exact) {
        SizeQuestion question = answer.question();
        int first = exact.first().n();
        int forGood = exact.forGood().n();
        PowerPoints points = new PowerPoints();
        List<ExactSingleStage> tests = IntStream.rangeClosed(Math.max(2, first - AROUND), forGood + AROUND)
                .mapToObj(n -> exact.test().with(n, question.alpha()))
                .toList();
        points.enumerated(exact.test(), tests, question.value().value(), answer.power());
        Rows rows = Rows.of("n", "reject with", "type I, %", "power, %", "enrolled", "in trials, %", "");
        for (int i = 0; i < exact.teeth().size(); i++) {
            ExactSingleStage tooth = exact.teeth().get(i);
            PowerAt at = exact.trials().get(i);
            points.trials(tooth.n(), at, answer.power());
            rows.row(
                    Integer.toString(tooth.n()),
                    SizeText.rejectsWith(exact.test(), tooth),
                    Readout.fixed(100 * tooth.typeOneError(), 2),
                    Readout.fixed(100 * tooth.power(), 1),
                    Integer.toString(at.patients()),
                    SizeText.percent(at),
                    mark(tooth.n(), first, forGood));
        }
        points.attained(exact.test(), tests, question.alpha());
        marks(points, first, forGood);
        return List.of(
                points.figure(
                        "Power and level by the number of patients",
                        "Enumerated, if every answer is known: the power at the effect of the truth and the level attained, both sawteeth, for the critical"
                                + " number steps up. In trials: the same test with the loss, competing events and cut of the scenario, with 95 % bands. Level"
                                + " lines: the power asked for and the level of the test. Upright: the fewest patients with the power, and those from"
                                + " whom on it holds for good.",
                        "patients in the analysis"),
                new Part.Sheet("Sizes around the answer", rows, false));
    }

    private static List<Part> simulated(SizeAnswer answer, SizeSearch search) {
        SizeQuestion question = answer.question();
        PowerPoints points = new PowerPoints();
        Rows rows = Rows.of("n", "power, %", "95 %", "formula, %", "events", "");
        for (PowerAt at : search.window()) {
            double formula = question.textbook()
                    .map(book -> book.power()
                            .of(
                                    Coming.of(at).analysedOf(at.patients()),
                                    question.value().value(),
                                    at.events()))
                    .orElse(Double.NaN);
            points.trials(at.patients(), at, answer.power());
            rows.row(
                    Integer.toString(at.patients()),
                    SizeText.percent(at),
                    Sentences.interval(at.power()),
                    Double.isNaN(formula) ? Readout.NONE : Readout.fixed(100 * formula, 1),
                    Readout.fixed(at.events(), 1),
                    mark(at.patients(), search.first(), search.forGood()));
            question.textbook().ifPresent(book -> points.formula(at.patients(), book.name(), formula, answer.power()));
        }
        marks(points, search.first(), search.forGood());
        return List.of(
                points.figure(
                        "Power by the number of patients",
                        "In trials of the scenario, with 95 % bands; sizes share their patients. Beside it the formula, where there is one, with the events that the"
                                + " trials see. The level line is the power asked for. Upright: the fewest patients of these with the power, and those from whom"
                                + " on all larger ones shown have it.",
                        "patients enrolled"),
                new Part.Sheet("Sizes around the answer", rows, false));
    }

    private static void marks(PowerPoints points, int first, int forGood) {
        points.mark(first, first == forGood ? "first, for good" : "first");
        if (first != forGood) {
            points.mark(forGood, "for good");
        }
    }

    private static String mark(int n, int first, int forGood) {
        return n == first && n == forGood ? "first, for good" : n == first ? "first" : n == forGood ? "for good" : "";
    }
}
