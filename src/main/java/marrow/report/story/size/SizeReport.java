package marrow.report.story.size;

import java.util.ArrayList;
import java.util.List;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Report;
import marrow.report.page.Section;
import marrow.report.run.AnalysisText;
import marrow.report.size.PowerAnswer;
import marrow.report.size.SizeAnswer;
import marrow.report.size.SizeQuestion;
import marrow.report.size.SizeText;
import marrow.report.story.EstimandsSection;
import marrow.report.story.EvidenceSheet;
import marrow.report.story.MethodsSection;
import marrow.scenario.Scenario;

/** The report of a sizing, in the order that ADEMP gives simulation studies. */
public final class SizeReport {
    private SizeReport() {}

    /** How many patients a power takes. */
    public static Report of(SizeAnswer answer) {
        return report(answer.question(), PatientsFound.aims(answer), PatientsFound.performance(answer));
    }

    /** What a number of patients can find. */
    public static Report of(PowerAnswer answer) {
        return report(answer.question(), PowerFound.aims(answer), PowerFound.performance(answer));
    }

    private static Report report(SizeQuestion question, List<Part> aims, List<Part> performance) {
        Scenario scenario = question.scenario();
        List<Part> all = new ArrayList<>(performance);
        all.addAll(AccrualFigure.of(question.accrual()));
        return new Report(
                scenario.name() + ": " + scenario.title(),
                "How many patients: one analysis under one truth, with "
                        + Readout.counted(question.replicates(), "trial") + " a size, seed " + question.seed() + ".",
                List.of(
                        new Section("aims", "Aims", aims),
                        new Section("mechanism", "Data-generating mechanism", mechanism(question)),
                        EstimandsSection.of(scenario.trial().orElseThrow().study()),
                        new Section("methods", "Methods", methods(question)),
                        new Section("performance", "Performance", all)));
    }

    /** {@code Asked of primary (exact binomial): PFS at 1 y above 65 %, one-sided 0.05. Truth hoped: PFS at 1 y is 85 %.} */
    static String asked(SizeQuestion question) {
        return "Asked of " + question.analysis().name() + " ("
                + question.analysis().method() + "): " + AnalysisText.question(question.analysis(), question.alpha())
                + ". " + SizeText.truth(question) + ".";
    }

    private static List<Part> mechanism(SizeQuestion question) {
        List<Part> parts = new ArrayList<>();
        parts.add(
                new Part.Words(
                        "Patients live as the scenario has it under truth "
                                + question.truth().name()
                                + "; patient 5 of trial 17 is the same person with any number of patients, and comes on the same day. So sizes differ by the"
                                + " patients who come last, and the power is smooth in their number but for the teeth of exact tests."));
        parts.addAll(EvidenceSheet.of(question.scenario()));
        return parts;
    }

    private static List<Part> methods(SizeQuestion question) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Words("The trial as the scenario has it, whatever the number of its patients:"));
        parts.addAll(
                MethodsSection.plan(question.scenario().trial().orElseThrow().study()));
        String formula = question.textbook()
                .map(book -> " Beside them stands the formula that a protocol would use (" + book.name()
                        + "), which knows nobody who is lost, nothing that competes and nobody who comes late.")
                .orElse(" No formula is known for this analysis.");
        parts.add(
                new Part.Words(
                        Readout.counted(question.replicates(), "trial")
                                + " a size, with loss, competing events, accrual and cut as the scenario has them, but without its looks and its phase I."
                                + formula
                                + " In brackets stands the Monte Carlo error; a trial without an answer counts as one in which nothing is rejected."));
        return parts;
    }
}
