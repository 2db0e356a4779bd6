package marrow.report.size;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import marrow.design.size.AccrualForecast;
import marrow.design.size.PowerAt;
import marrow.design.size.ShareTest;
import marrow.design.size.SizeSearch;
import marrow.look.Rule;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.run.AnalysisText;
import marrow.scenario.Scenario;
import marrow.stats.exact.ExactSingleStage;

/** What the three answers of `marrow size` have in common. */
public final class SizeText {
    private static final double MONTH = 365.25 / 12; // days

    private SizeText() {}

    /** What is asked: the scenario, the analysis, the truth. */
    static String question(SizeQuestion question) {
        StringBuilder text = new StringBuilder();
        text.append(Paragraph.of(
                question.scenario().name() + ": " + question.scenario().title(), ""));
        text.append(Paragraph.of(
                "Analysis " + question.analysis().name() + ": "
                        + question.analysis().method() + ", "
                        + AnalysisText.question(question.analysis(), question.alpha()) + ".",
                ""));
        text.append(Paragraph.of(truth(question) + "; seed " + question.seed() + ".", ""));
        return text.append(withoutLooks(question.scenario())).toString();
    }

    /** Nothing where the scenario has no looks: a size is of the trial without them. */
    private static String withoutLooks(Scenario scenario) {
        List<String> looks = looks(scenario);
        return looks.isEmpty()
                ? ""
                : Paragraph.of(
                        "Without the looks of the scenario (" + String.join(", ", looks)
                                + "): the power is that of a trial which goes on to its end. 'marrow run --set trial.patients=N' has them.",
                        "");
    }

    /** The looks that are on, phase I among them. */
    static List<String> looks(Scenario scenario) {
        return scenario.trial().orElseThrow().study().rules().stream()
                .map(Rule::name)
                .toList();
    }

    /** {@code Truth hoped: PFS at 1 y is 85 %}. */
    public static String truth(SizeQuestion question) {
        String truth = "Truth " + question.truth().name();
        return question.effect()
                .filter(effect -> !Double.isNaN(question.value().value()))
                .map(effect -> truth + ": " + EffectText.name(effect) + " is "
                        + EffectText.value(effect, question.value().value())
                        + (question.aimed() ? "" : ", from a large cohort"))
                .orElse(truth);
    }

    /** What an enumeration is exact for: {@code 85 %}; of a large cohort with its error, {@code 78.4 (0.1) %}. */
    public static String enumeratedAt(SizeQuestion question) {
        return EffectText.value(question.effect().orElseThrow(), question.value());
    }

    /** Which sizes a simulated answer may be: {@code 144 to 153}; nothing where it may be no other. */
    public static Optional<String> range(SizeSearch search) {
        return search.least() == search.most()
                ? Optional.empty()
                : Optional.of(search.least() + (search.mayBeFewer() ? " or fewer" : "") + " to " + search.most()
                        + (search.mayBeMore() ? " or more" : ""));
    }

    /** {@code 25 or more}, {@code 3 or fewer}. */
    public static String rejectsWith(ShareTest test, ExactSingleStage stage) {
        if (stage.rejectFrom() > stage.n()) {
            return "never";
        }
        return test.limit(stage) + (test.turned() ? " or fewer" : " or more");
    }

    public static String percent(PowerAt at) {
        return Readout.withError(100 * at.power().value(), 100 * at.power().mcse());
    }

    static String percent(double share) {
        return Readout.fixed(100 * share, 1);
    }

    static String accrual(AccrualForecast accrual, Scenario scenario) {
        String by = accrual.byMonth().stream()
                .map(one -> one.month() + " " + Math.round(100 * one.full().value()) + " %")
                .collect(Collectors.joining(", "));
        return Paragraph.of(
                "Accrual of " + Readout.counted(accrual.patients(), "patient") + ": "
                        + Readout.fixed(accrual.days().value() / MONTH, 1)
                        + " months expected"
                        + (scenario.trial().orElseThrow().study().plan().runIn() == null
                                ? ""
                                : ", without the waits of phase I")
                        + ". Chance that it is complete by the end of month: " + by + ".",
                "");
    }
}
